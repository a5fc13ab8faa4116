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
  vscode.window.setStatusBarMessage(describe(result), 10_000);
  // Not `workbench.actions.view.problems`, which closes the panel where it is open.
  if (problems > 0) await vscode.commands.executeCommand("workbench.panel.markers.view.focus");
  return result;
}

function describe({ pages, error, warning }: CheckWorkspaceResult): string {
  const { t } = vscode.l10n;
  const checked = pages === 1 ? t("1 page checked") : t("{0} pages checked", pages);
  const errors = error === 1 ? t("1 error") : t("{0} errors", error);
  const warnings = warning === 1 ? t("1 warning") : t("{0} warnings", warning);
  return t("{0}: {1}, {2}.", checked, errors, warnings);
}
