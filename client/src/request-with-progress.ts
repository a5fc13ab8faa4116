import * as vscode from "vscode";
import { type LanguageClient, WorkDoneProgress } from "vscode-languageclient/node";

let runs = 0;

/**
 * Sends a request that reports work done progress, and shows that in a notification with a button to cancel.
 * `undefined`: the user has cancelled it.
 */
export function requestWithProgress<R>(
  client: LanguageClient,
  title: string,
  method: string,
  params: object,
): Thenable<R | undefined> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => request<R>(client, method, params, progress, token),
  );
}

async function request<R>(
  client: LanguageClient,
  method: string,
  params: object,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<R | undefined> {
  const workDoneToken = `lockstep-${++runs}`;
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
    return await client.sendRequest<R>(method, { ...params, workDoneToken }, token);
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    listener.dispose();
  }
}
