import * as vscode from "vscode";
import type { PlannedPage } from "../../../server/src/protocol.ts";
import { applyChanges } from "./accepted.ts";

/** Scheme of pages as they would be after a sync. The path is the page's, the query its URI. */
const SYNCED_SCHEME = "lockstep-synced";

/** Pages as a sync would make them: read-only, in no file, kept while an editor shows them. */
export class SyncPreviews implements vscode.TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #disposables: readonly { dispose(): unknown }[];
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#disposables = [
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(SYNCED_SCHEME, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === SYNCED_SCHEME) this.#texts.delete(uri.toString());
      }),
    ];
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const text = this.#texts.get(uri.toString());
    if (text === undefined) throw new Error(vscode.l10n.t("This preview is out of date. Ask for it again."));
    return text;
  }

  /** Shows what a sync would change in a page, side by side with the page as it is. */
  async show({ uri: pageUri, changes }: PlannedPage): Promise<void> {
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse(pageUri));
    const uri = vscode.Uri.from({
      scheme: SYNCED_SCHEME,
      path: page.uri.path,
      query: encodeURIComponent(page.uri.toString()),
    });
    this.#texts.set(uri.toString(), applyChanges(page.getText(), changes));
    this.#changed.fire(uri);
    const name = page.uri.path.slice(page.uri.path.lastIndexOf("/") + 1);
    const title = vscode.l10n.t("{0} ↔ after a sync with English", name);
    await vscode.commands.executeCommand("vscode.diff", page.uri, uri, title);
  }

  /** Whether what a preview shows is what a plan would make of the page. */
  async isCurrent(preview: vscode.Uri, { uri, changes }: PlannedPage): Promise<boolean> {
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    return this.#texts.get(preview.toString()) === applyChanges(page.getText(), changes);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** The page that a preview is of. `undefined`: it is another page. */
export function pageOfPreview(uri: vscode.Uri): vscode.Uri | undefined {
  return uri.scheme === SYNCED_SCHEME ? vscode.Uri.parse(decodeURIComponent(uri.query)) : undefined;
}
