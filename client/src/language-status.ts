import * as vscode from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import { STATUS, type StatusParams } from "../../server/src/protocol.ts";

/** The entry of Lockstep in the status of the Markdown language: how far the server is. */
export class LanguageStatus implements vscode.Disposable {
  readonly #item: vscode.LanguageStatusItem;
  readonly #disposables: readonly { dispose(): unknown }[];

  /** `onStatus` is called whenever the server says how far it is: a client has one handler for each notification. */
  constructor(client: LanguageClient, onStatus: () => void) {
    this.#item = vscode.languages.createLanguageStatusItem("lockstep", { language: "markdown" });
    this.#item.name = "Lockstep";
    this.#item.command = { command: "lockstep.showLog", title: vscode.l10n.t("Show Log") };
    this.#disposables = [
      this.#item,
      client.onNotification(STATUS, (status: StatusParams) => {
        this.#show(status);
        onStatus();
      }),
      client.onDidChangeState(({ newState }) => {
        this.#showState(newState);
      }),
    ];
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #show(status: StatusParams): void {
    this.#item.busy = status.state === "indexing";
    this.#item.severity =
      status.problems.length > 0
        ? vscode.LanguageStatusSeverity.Warning
        : vscode.LanguageStatusSeverity.Information;
    this.#item.text = "Lockstep";
    this.#item.detail = detailOf(status);
  }

  #showState(state: State): void {
    this.#item.busy = state === State.Starting;
    this.#item.text = "Lockstep";
    if (state !== State.Stopped) return;
    this.#item.severity = vscode.LanguageStatusSeverity.Error;
    this.#item.detail = vscode.l10n.t("The server is not running");
  }
}

function detailOf({ state, total, problems }: StatusParams): string {
  if (state === "indexing") return vscode.l10n.t("Reading {0} pages", total);
  // There is room for a few words; the log, one click away, names the problems.
  if (problems.length === 1) return vscode.l10n.t("1 problem in the settings");
  if (problems.length > 1) return vscode.l10n.t("{0} problems in the settings", problems.length);
  return total === 1 ? vscode.l10n.t("1 page") : vscode.l10n.t("{0} pages", total);
}
