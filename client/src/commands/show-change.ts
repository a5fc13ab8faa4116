import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
  ENGLISH_VERSIONS,
  type EnglishVersions,
  type EnglishVersionsParams,
} from "../../../server/src/protocol.ts";
import { describeEnglish } from "../related-pages.ts";

/** Shows the English that a page was made from beside that of today, at the sentence that the writer asks about. */
export async function showChange(client: LanguageClient, given: unknown): Promise<void> {
  const params = isPlace(given) ? given : placeOfCursor(client);
  if (params === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Open a Markdown page first."));
    return;
  }
  const versions = await client.sendRequest<EnglishVersions>(ENGLISH_VERSIONS, params);
  if ("problem" in versions) {
    void vscode.window.showInformationMessage(versions.problem);
    return;
  }
  const { before, now } = versions;
  const { line, character } = now.position ?? { line: 0, character: 0 };
  const at = new vscode.Position(line, character);
  await vscode.commands.executeCommand(
    "vscode.diff",
    vscode.Uri.parse(before.uri),
    vscode.Uri.parse(now.uri),
    `${describeEnglish(before)} ↔ ${describeEnglish(now)}`,
    { selection: new vscode.Range(at, at) } satisfies vscode.TextDocumentShowOptions,
  );
}

function placeOfCursor(client: LanguageClient): EnglishVersionsParams | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== "markdown") return undefined;
  const { line, character } = editor.selection.active;
  return {
    uri: client.code2ProtocolConverter.asUri(editor.document.uri),
    position: { line, character },
  };
}

/** What a quick fix of the server names. */
function isPlace(given: unknown): given is EnglishVersionsParams {
  return typeof given === "object" && given !== null && "uri" in given && "position" in given;
}
