import * as vscode from "vscode";
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from "vscode-languageclient/node";

const MOST_RESTARTS = 4;
const WITHIN_MS = 3 * 60 * 1000;

/** Restarts a server that crashed, but not for ever: one that crashes at once would only heat the machine. */
export class RestartLimit implements ErrorHandler {
  readonly #showLog: () => void;
  readonly #crashes: number[] = [];

  constructor(showLog: () => void) {
    this.#showLog = showLog;
  }

  error(_error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
    return { action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.#crashes.push(now);
    const recent = this.#crashes.filter((time) => now - time < WITHIN_MS);
    if (recent.length <= MOST_RESTARTS) {
      this.#tell("warn", vscode.l10n.t("The Lockstep server stopped and was started again."));
      return { action: CloseAction.Restart, handled: true };
    }
    const message = vscode.l10n.t(
      "The Lockstep server stopped {0} times within three minutes and was not started again. Restart it with the command “Lockstep: Restart Server”.",
      recent.length,
    );
    this.#tell("error", message);
    return { action: CloseAction.DoNotRestart, message, handled: true };
  }

  #tell(severity: "warn" | "error", message: string): void {
    const showLog = vscode.l10n.t("Show Log");
    const show = severity === "warn" ? vscode.window.showWarningMessage : vscode.window.showErrorMessage;
    void show(message, showLog).then((chosen) => {
      if (chosen === showLog) this.#showLog();
    });
  }
}
