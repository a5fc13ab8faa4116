import * as vscode from "vscode";
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from "vscode-languageclient/node";
import { RestartLimit } from "./restart-limit.ts";

const MOST_RESTARTS = 4;
const WITHIN_MS = 3 * 60 * 1000;
/** Messages that could not be read or written in a row, after which the connection counts as broken. */
const MOST_ERRORS = 3;

/** Starts a server again that crashed or was ended, within limits, and says so with a way to the log. */
export function createErrorHandler(showLog: () => void): ErrorHandler {
  const limit = new RestartLimit(MOST_RESTARTS, WITHIN_MS);
  const offerLog = async (shown: Thenable<string | undefined>, button: string): Promise<void> => {
    if ((await shown) === button) showLog();
  };
  return {
    error: (_error, _message, count): ErrorHandlerResult => ({
      action: (count ?? 0) <= MOST_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown,
    }),

    closed: (): CloseHandlerResult => {
      const button = vscode.l10n.t("Show Log");
      if (limit.mayRestart(Date.now())) {
        const message = vscode.l10n.t("The Lockstep server stopped and was started again.");
        void offerLog(vscode.window.showWarningMessage(message, button), button);
        return { action: CloseAction.Restart, handled: true };
      }
      const message = vscode.l10n.t(
        "The Lockstep server keeps stopping and was not started again. The command “Lockstep: Restart Server” tries once more.",
      );
      void offerLog(vscode.window.showErrorMessage(message, button), button);
      return { action: CloseAction.DoNotRestart, message, handled: true };
    },
  };
}
