import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { EXPLAIN_RULE, OPEN_LOCALIZED_PAGE, SHOW_CHANGE } from "../../../server/src/protocol.ts";
import { SyncPreviews } from "../sync/previews.ts";
import { checkWorkspace } from "./check-workspace.ts";
import { clearWorkspaceProblems } from "./clear-workspace-problems.ts";
import { compareWithEnglish } from "./compare-with-english.ts";
import { explainRule } from "./explain-rule.ts";
import { nextSegment, previousSegment } from "./next-segment.ts";
import { openEnglishPage } from "./open-english-page.ts";
import { openLocalizedPage } from "./open-localized-page.ts";
import { restartServer } from "./restart-server.ts";
import { showChange } from "./show-change.ts";
import { applySync, previewSync, syncFolder, syncLocale, syncPage } from "./sync.ts";

/** Connects every command of the manifest with what it does. */
export function registerCommands(
  context: vscode.ExtensionContext,
  client: LanguageClient,
): vscode.Disposable {
  const previews = new SyncPreviews();
  const commands: Readonly<Record<string, (...given: never[]) => unknown>> = {
    "lockstep.applySync": (preview?: unknown) => applySync(client, previews, preview),
    "lockstep.checkWorkspace": () => checkWorkspace(client),
    "lockstep.clearWorkspaceProblems": () => clearWorkspaceProblems(client),
    "lockstep.compareWithEnglish": (page?: unknown) => compareWithEnglish(client, page),
    "lockstep.nextSegment": () => nextSegment(client),
    "lockstep.openEnglishPage": (page?: unknown) => openEnglishPage(client, page),
    "lockstep.previewSync": (page?: unknown) => previewSync(client, previews, page),
    "lockstep.previousSegment": () => previousSegment(client),
    "lockstep.restartServer": () => restartServer(client),
    "lockstep.showLog": () => {
      client.outputChannel.show();
    },
    "lockstep.syncFolder": (folder?: unknown, all?: unknown) => syncFolder(client, folder, all),
    "lockstep.syncLocale": () => syncLocale(client),
    "lockstep.syncPage": (page?: unknown, all?: unknown) => syncPage(client, page, all),
    [OPEN_LOCALIZED_PAGE]: (given?: unknown) => openLocalizedPage(client, given),
    [SHOW_CHANGE]: (place?: unknown) => showChange(client, place),
    [EXPLAIN_RULE]: (ruleId?: unknown) => explainRule(context.extension, ruleId),
  };
  return vscode.Disposable.from(
    previews,
    ...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run)),
  );
}
