import * as vscode from "vscode";
import { type LanguageClient, WorkDoneProgress } from "vscode-languageclient/node";
import {
  CHECK_WORKSPACE,
  type CheckWorkspaceParams,
  type CheckWorkspaceResult,
} from "../../../server/src/protocol.ts";

let runs = 0;

/** Checks every page of the workspace, with progress that can be cancelled, and shows the problems. */
export async function checkWorkspace(client: LanguageClient): Promise<CheckWorkspaceResult | undefined> {
  const result = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t("Lockstep: checking pages"),
      cancellable: true,
    },
    (progress, token) => request(client, progress, token),
  );
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

async function request(
  client: LanguageClient,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<CheckWorkspaceResult | undefined> {
  const workDoneToken = `lockstep-check-${++runs}`;
  let shown = 0;
  const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind !== "report") return;
    const percentage = value.percentage ?? shown;
    progress.report({
      ...(value.message !== undefined && { message: value.message }),
      increment: percentage - shown,
    });
    shown = percentage;
  });
  try {
    const params: CheckWorkspaceParams = { workDoneToken };
    return await client.sendRequest<CheckWorkspaceResult>(CHECK_WORKSPACE, params, token);
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    listener.dispose();
  }
}
