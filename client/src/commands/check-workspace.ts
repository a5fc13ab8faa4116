import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { CHECK_WORKSPACE, type CheckWorkspaceResult } from "../../../server/src/protocol.ts";
import { requestWithProgress } from "../request-with-progress.ts";

/** Checks every page of the workspace, with progress that can be cancelled, and shows the problems. */
export async function checkWorkspace(client: LanguageClient): Promise<CheckWorkspaceResult | undefined> {
  const title = vscode.l10n.t("Lockstep: checking pages");
  const result = await requestWithProgress<CheckWorkspaceResult>(client, title, CHECK_WORKSPACE, {});
  if (result === undefined) return undefined;

  const problems = result.error + result.warning + result.info;
  const summary = vscode.l10n.t(
    "{0} pages checked: {1} errors, {2} warnings.",
    result.pages,
    result.error,
    result.warning,
  );
  vscode.window.setStatusBarMessage(summary, 10_000);
  // Not `workbench.actions.view.problems`, which closes the panel where it is open.
  if (problems > 0) await vscode.commands.executeCommand("workbench.panel.markers.view.focus");
  return result;
}
