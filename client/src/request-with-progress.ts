import * as vscode from "vscode";
import { type LanguageClient, WorkDoneProgress } from "vscode-languageclient/node";

/** Milliseconds after which work is worth a notification; one that comes and goes at once would only be in the way. */
const UNNOTICED = 500;

let runs = 0;

/**
 * Sends a request that reports work done progress. When that takes a while, a notification shows how far it is, with a
 * button to cancel. `undefined`: the user has cancelled it.
 */
export async function requestWithProgress<R>(
  client: LanguageClient,
  title: string,
  method: string,
  params: object,
): Promise<R | undefined> {
  const cancellation = new vscode.CancellationTokenSource();
  const shown = new ShownProgress();
  const answer = request<R>(client, method, params, shown, cancellation.token);
  try {
    if (await isSlow(answer)) {
      const location = vscode.ProgressLocation.Notification;
      await vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) => {
        token.onCancellationRequested(() => {
          cancellation.cancel();
        });
        shown.showOn(progress);
        return settled(answer);
      });
    }
    return await answer;
  } finally {
    cancellation.dispose();
  }
}

type Progress = vscode.Progress<{ message?: string; increment?: number }>;

/** How far the work is, also while nobody is shown it. */
class ShownProgress {
  #progress: Progress | undefined;
  #message: string | undefined;
  #percentage = 0;
  #shown = 0;

  showOn(progress: Progress): void {
    this.#progress = progress;
    this.report(this.#message, this.#percentage);
  }

  report(message: string | undefined, percentage = this.#percentage): void {
    this.#message = message ?? this.#message;
    this.#percentage = percentage;
    if (this.#progress === undefined) return;
    this.#progress.report({
      ...(this.#message !== undefined && { message: this.#message }),
      increment: percentage - this.#shown,
    });
    this.#shown = percentage;
  }
}

async function request<R>(
  client: LanguageClient,
  method: string,
  params: object,
  shown: ShownProgress,
  token: vscode.CancellationToken,
): Promise<R | undefined> {
  const workDoneToken = `lockstep-${++runs}`;
  const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind === "report") shown.report(value.message, value.percentage);
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

async function isSlow(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => {
      resolve(true);
    }, UNNOTICED);
  });
  const isOver = settled(work).then(() => false);
  const result = await Promise.race([isOver, patience]);
  clearTimeout(timer);
  return result;
}

/** Resolves when work is over, whatever came of it. */
async function settled(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch {
    // Who waits for the work itself hears of it.
  }
}
