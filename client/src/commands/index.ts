import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { EXPLAIN_RULE, OPEN_LOCALIZED_PAGE, SHOW_CHANGE } from "../../../server/src/protocol.ts";
import { checkWorkspace } from "./check-workspace.ts";
import { clearWorkspaceProblems } from "./clear-workspace-problems.ts";
import { compareWithEnglish } from "./compare-with-english.ts";
import { explainRule } from "./explain-rule.ts";
import { openEnglishPage } from "./open-english-page.ts";
import { openLocalizedPage } from "./open-localized-page.ts";
import { restartServer } from "./restart-server.ts";
import { showChange } from "./show-change.ts";

/** Connects every command of the manifest with what it does. */
export function registerCommands(
  context: vscode.ExtensionContext,
  client: LanguageClient,
): vscode.Disposable {
  const commands: Readonly<Record<string, (...given: never[]) => unknown>> = {
    "lockstep.checkWorkspace": () => checkWorkspace(client),
    "lockstep.clearWorkspaceProblems": () => clearWorkspaceProblems(client),
    "lockstep.compareWithEnglish": (page?: unknown) => compareWithEnglish(client, page),
    "lockstep.openEnglishPage": (page?: unknown) => openEnglishPage(client, page),
    "lockstep.restartServer": () => restartServer(client),
    "lockstep.showLog": () => {
      client.outputChannel.show();
    },
    [OPEN_LOCALIZED_PAGE]: (given?: unknown) => openLocalizedPage(client, given),
    [SHOW_CHANGE]: (place?: unknown) => showChange(client, place),
    [EXPLAIN_RULE]: (ruleId?: unknown) => explainRule(context.extensionUri, ruleId),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run)),
  );
}
