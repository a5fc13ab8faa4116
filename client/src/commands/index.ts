import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { EXPLAIN_RULE } from "../../../server/src/protocol.ts";
import { checkWorkspace } from "./check-workspace.ts";
import { clearWorkspaceProblems } from "./clear-workspace-problems.ts";
import { explainRule } from "./explain-rule.ts";
import { restartServer } from "./restart-server.ts";

/** Connects every command of the manifest with what it does. */
export function registerCommands(
  context: vscode.ExtensionContext,
  client: LanguageClient,
): vscode.Disposable {
  const commands: Readonly<Record<string, (...given: never[]) => unknown>> = {
    "lockstep.checkWorkspace": () => checkWorkspace(client),
    "lockstep.clearWorkspaceProblems": () => clearWorkspaceProblems(client),
    "lockstep.restartServer": () => restartServer(client),
    "lockstep.showLog": () => {
      client.outputChannel.show();
    },
    [EXPLAIN_RULE]: (ruleId?: unknown) => explainRule(context.extensionUri, ruleId),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run)),
  );
}
