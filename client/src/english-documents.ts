import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { ENGLISH_SCHEME, ENGLISH_TEXT, type EnglishTextParams } from "../../server/src/protocol.ts";

/** Shows English pages that are in no file, read-only: of a commit, or put together from the segments of a page. */
export function provideEnglishDocuments(client: LanguageClient): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(ENGLISH_SCHEME, {
    provideTextDocumentContent: async (uri, token) => {
      const params: EnglishTextParams = { uri: uri.toString() };
      const text = await client.sendRequest<string | null>(ENGLISH_TEXT, params, token);
      if (text === null) throw new Error(vscode.l10n.t("This English page is not to be had any more."));
      return text;
    },
  });
}
