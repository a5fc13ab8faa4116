import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { FoundSegment } from "../../../server/src/protocol.ts";
import { goToSegment } from "../sync/go-to-segment.ts";
import { refuse } from "../sync/place.ts";

/** Leads from the cursor to the next segment that needs work, in this page or in the next one that has any. */
export function nextSegment(client: LanguageClient): Promise<FoundSegment | undefined> {
  return go(client, "next");
}

/** The same, backwards. */
export function previousSegment(client: LanguageClient): Promise<FoundSegment | undefined> {
  return go(client, "previous");
}

async function go(client: LanguageClient, direction: "next" | "previous"): Promise<FoundSegment | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== "markdown") {
    refuse(vscode.l10n.t("Open a Markdown page first."));
    return undefined;
  }
  return goToSegment(client, { uri: editor.document.uri, position: editor.selection.start }, direction);
}
