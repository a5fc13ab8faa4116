import * as path from "node:path";
import * as vscode from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import {
  OPEN_LOCALIZED_PAGE,
  PAGE_STATE,
  type PageState,
  type PageStateParams,
} from "../../server/src/protocol.ts";
import { describeEnglish } from "./related-pages.ts";

/** Milliseconds after which what was typed is answered: later than findings, which are more urgent. */
const CALM = 500;

/** The entry of the page's English in the status of the Markdown language: whether the page is up to date, and with what. */
export class EnglishStatus implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #item: vscode.LanguageStatusItem;
  readonly #disposables: readonly { dispose(): unknown }[];
  #timer: NodeJS.Timeout | undefined;
  #asking: vscode.CancellationTokenSource | undefined;

  constructor(client: LanguageClient) {
    this.#client = client;
    this.#item = vscode.languages.createLanguageStatusItem("lockstep.english", { language: "markdown" });
    this.#item.name = vscode.l10n.t("Lockstep: English");
    const soon = (): void => {
      this.refresh();
    };
    this.#disposables = [
      this.#item,
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#schedule(0);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === "markdown") soon();
      }),
      vscode.languages.onDidChangeDiagnostics(soon),
      client.onDidChangeState(soon),
    ];
    soon();
  }

  /** To be called when the server knows more of the workspace. */
  refresh(): void {
    this.#schedule(CALM);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#asking?.cancel();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #schedule(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#update(), wait);
  }

  async #update(): Promise<void> {
    this.#asking?.cancel();
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== "markdown" || this.#client.state !== State.Running) return;
    const asking = new vscode.CancellationTokenSource();
    this.#asking = asking;
    const params: PageStateParams = { uri: this.#client.code2ProtocolConverter.asUri(document.uri) };
    try {
      const state = await this.#client.sendRequest<PageState>(PAGE_STATE, params, asking.token);
      if (!asking.token.isCancellationRequested) this.#show(state);
    } catch {
      // Asked too early, or about a page that was typed on: the next change asks again.
    } finally {
      asking.dispose();
    }
  }

  #show(state: PageState): void {
    void vscode.commands.executeCommand("setContext", "lockstep.pageKind", kindOf(state));
    const isOutdated = state.state === "outdated" || state.state === "source-missing" || state.marked > 0;
    this.#item.severity = isOutdated
      ? vscode.LanguageStatusSeverity.Warning
      : vscode.LanguageStatusSeverity.Information;
    this.#item.text = textOf(state);
    this.#item.detail = detailOf(state);
    this.#item.command = commandOf(state);
  }
}

/** What menus show: `localized` pages can be compared with their English, `english` ones have translations. */
function kindOf({ state, english }: PageState): "localized" | "english" | "other" {
  if (state === "english" || state === "other") return state;
  return english === undefined ? "other" : "localized";
}

function textOf(page: PageState): string {
  const { state, marked } = page;
  if (marked === 0) return describeState(page);
  if (state !== "current")
    return vscode.l10n.t("{0}. Segments that still need work: {1}", describeState(page), marked);
  return marked === 1
    ? vscode.l10n.t("Synced with English: 1 segment needs work")
    : vscode.l10n.t("Synced with English: {0} segments need work", marked);
}

function describeState({ state, stale, added, english }: PageState): string {
  switch (state) {
    case "english":
      return vscode.l10n.t("English page");
    case "other":
      return vscode.l10n.t("No English page, no translations");
    case "current":
      return vscode.l10n.t("Up to date with English");
    case "metadata-only":
      return vscode.l10n.t("Up to date with English, but for its front matter");
    case "outdated":
      return vscode.l10n.t("Outdated: {0}", describeChanges(stale, added));
    case "source-missing":
      return vscode.l10n.t("The English page is gone");
    case "unknown":
      // The page's own halves are no page that it could be compared with for what is new.
      return english === undefined || english.isFromSegments === true
        ? vscode.l10n.t("No English page found")
        : vscode.l10n.t("Nothing says which English this page was made from");
  }
}

/** How much of a page is not what English says now. */
function describeChanges(stale: number, added: number): string {
  const { t } = vscode.l10n;
  if (stale + added === 0) return t("English has changed");
  if (stale === 0) return added === 1 ? t("1 new segment") : t("{0} new segments", added);
  const segments = stale === 1 ? t("1 segment") : t("{0} segments", stale);
  return added === 0 ? segments : t("{0}, {1} new", segments, added);
}

function detailOf({ state, english, movedTo, searched, locales }: PageState): string {
  if (state === "english") return vscode.l10n.t("Translated into {0}", locales.join(", "));
  if (movedTo !== undefined) return vscode.l10n.t("It went to {0}", movedTo);
  if (english !== undefined) return describeEnglish(english);
  if (searched.length === 0) return vscode.l10n.t("There is no folder of English pages to look in");
  return vscode.l10n.t("Looked for in {0}", searched.map((folder) => path.posix.basename(folder)).join(", "));
}

function commandOf(state: PageState): vscode.Command | undefined {
  switch (kindOf(state)) {
    case "english":
      return { command: OPEN_LOCALIZED_PAGE, title: vscode.l10n.t("Open") };
    case "localized":
      return { command: "lockstep.compareWithEnglish", title: vscode.l10n.t("Compare") };
    case "other":
      return undefined;
  }
}
