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

  #show({ state, total }: StatusParams): void {
    this.#item.busy = state === "indexing";
    this.#item.severity = vscode.LanguageStatusSeverity.Information;
    this.#item.text = "Lockstep";
    this.#item.detail =
      state === "indexing" ? vscode.l10n.t("Reading {0} pages", total) : vscode.l10n.t("{0} pages", total);
  }

  #showState(state: State): void {
    this.#item.busy = state === State.Starting;
    this.#item.text = "Lockstep";
    if (state !== State.Stopped) return;
    this.#item.severity = vscode.LanguageStatusSeverity.Error;
    this.#item.detail = vscode.l10n.t("The server is not running");
  }
}
