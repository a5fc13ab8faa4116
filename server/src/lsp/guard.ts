import {
  type CancellationToken,
  type DiagnosticServerCancellationData,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver/node";
import { Cancelled, throwIfCancelled } from "../core/cancellation.ts";
import { explainError } from "../core/text/explain-error.ts";
import type { Log } from "./log.ts";

/** Handles a request, given to `guard`. */
export type Handle<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

/**
 * The one place where an exception meets the protocol. Cancelled is an error, never an empty answer: that would tell
 * the client that there is nothing.
 */
export function guard<P, R>(name: string, log: Log, handle: Handle<P, R>) {
  return async (params: P, token: CancellationToken): Promise<R | ResponseError<never>> => {
    try {
      throwIfCancelled(token);
      const result = await handle(params, token);
      throwIfCancelled(token);
      return result;
    } catch (error) {
      if (error instanceof ResponseError) return error as ResponseError<never>;
      if (!(error instanceof Cancelled)) {
        log.error(`${name} failed: ${explainError(error)}`);
        return new ResponseError<never>(LSPErrorCodes.RequestFailed, `${name} failed; the log says why.`);
      }
      return token.isCancellationRequested
        ? new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${name} was cancelled.`)
        : new ResponseError<never>(
            LSPErrorCodes.ContentModified,
            `${name} was about a page that has changed.`,
          );
    }
  };
}

/** The same for diagnostics, which the client has to ask for again when the page has changed meanwhile. */
export function guardDiagnostics<P, R>(name: string, log: Log, handle: Handle<P, R>) {
  const guarded = guard(name, log, handle);
  return async (
    params: P,
    token: CancellationToken,
  ): Promise<R | ResponseError<DiagnosticServerCancellationData>> => {
    const result = await guarded(params, token);
    if (!(result instanceof ResponseError) || result.code !== LSPErrorCodes.ContentModified) return result;
    return new ResponseError(LSPErrorCodes.ServerCancelled, result.message, { retriggerRequest: true });
  };
}

/** The same for a notification, which has no answer to put an error in. */
export function guardNotification<P>(name: string, log: Log, handle: (params: P) => void | Promise<void>) {
  return (params: P): void => {
    void (async () => {
      try {
        await handle(params);
      } catch (error) {
        if (!(error instanceof Cancelled)) log.error(`${name} failed: ${explainError(error)}`);
      }
    })();
  };
}
