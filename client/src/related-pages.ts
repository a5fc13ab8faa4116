import * as path from "node:path";
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
  ENGLISH_SCHEME,
  RELATED_PAGES,
  type RelatedPage,
  type RelatedPages,
  type RelatedPagesParams,
} from "../../server/src/protocol.ts";

/** The page that commands are about, with the pages that belong to it. */
export interface PageInFocus {
  readonly uri: vscode.Uri;
  readonly related: RelatedPages;
}

/**
 * Asks for the pages that belong to the one in the active editor, or to another one that a menu names. `undefined`: no
 * Markdown page is open, which the writer is told.
 */
export async function findRelatedPages(
  client: LanguageClient,
  given: unknown,
): Promise<PageInFocus | undefined> {
  const editor = vscode.window.activeTextEditor;
  const uri = given instanceof vscode.Uri ? given : editor?.document.uri;
  if (uri === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Open a Markdown page first."));
    return undefined;
  }
  const isActive = editor?.document.uri.toString() === uri.toString();
  const { line, character } = isActive ? editor.selection.active : new vscode.Position(0, 0);
  const params: RelatedPagesParams = {
    uri: client.code2ProtocolConverter.asUri(uri),
    position: { line, character },
  };
  return { uri, related: await client.sendRequest<RelatedPages>(RELATED_PAGES, params) };
}

/** Opens a page at the place that belongs to where the writer was. */
export async function openRelatedPage({ uri, position }: RelatedPage): Promise<void> {
  const options: vscode.TextDocumentShowOptions = {};
  if (position !== undefined) {
    const at = new vscode.Position(position.line, position.character);
    options.selection = new vscode.Range(at, at);
  }
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), options);
}

/** What an English page is, for a list or the title of an editor. */
export function describeEnglish({ uri, path: place, revision, isFromSegments }: RelatedPage): string {
  const name = path.posix.basename(place);
  if (revision !== undefined) return vscode.l10n.t("{0} (English, commit {1})", name, revision.slice(0, 7));
  if (isFromSegments === true) return vscode.l10n.t("{0} (English, from segments)", name);
  return uri.startsWith(`${ENGLISH_SCHEME}:`)
    ? vscode.l10n.t("{0} (English, as saved)", name)
    : vscode.l10n.t("{0} (English)", name);
}
