import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { FIND_SEGMENT, type FindSegmentParams, type FoundSegment } from "../../../server/src/protocol.ts";

/** Milliseconds for which the status bar says what a segment needs. */
const SHOWN = 5_000;

/** Leads to the next segment that needs work, and says what kind of work. Gives where it led. */
export async function goToSegment(
  client: LanguageClient,
  from: { readonly uri: vscode.Uri; readonly position?: vscode.Position },
  direction: FindSegmentParams["direction"],
): Promise<FoundSegment | undefined> {
  const { line, character } = from.position ?? {};
  const params: FindSegmentParams = {
    uri: client.code2ProtocolConverter.asUri(from.uri),
    ...(line !== undefined && character !== undefined && { position: { line, character } }),
    direction,
  };
  const found = await client.sendRequest<FoundSegment | null>(FIND_SEGMENT, params);
  if (found === null) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("No segment needs work: no page of this locale holds marks of a sync."),
    );
    return undefined;
  }
  await showAt(vscode.Uri.parse(found.uri), found.start);
  const place = vscode.l10n.t("{0} of {1} in this page", found.nth, found.count);
  vscode.window.setStatusBarMessage(`$(tag) ${describe(found.kind)} (${place})`, SHOWN);
  return found;
}

/** Opens a page with the cursor at a place, in the middle of the editor. */
export async function showAt(
  uri: vscode.Uri,
  { line, character }: { readonly line: number; readonly character: number },
): Promise<void> {
  const at = new vscode.Position(line, character);
  const editor = await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function describe(kind: FoundSegment["kind"]): string {
  switch (kind) {
    case "changed":
      return vscode.l10n.t("English changed: bring the translation up to date");
    case "new":
      return vscode.l10n.t("New: translate it");
    case "reused":
      return vscode.l10n.t("Reused: read it, and accept it if it fits");
  }
}
