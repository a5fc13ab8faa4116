import type { WorkspaceEdit } from "vscode-languageserver/node";
import type { Fix } from "../../core/rules/rule.ts";
import type { Page } from "../page.ts";
import type { Server } from "../server.ts";
import { TOP, toTextEdit } from "./to-lsp.ts";

/**
 * What a fix changes, for exactly this version of the page: a client that has typed on refuses it. `undefined`: the
 * client cannot do it.
 */
export function toWorkspaceEdit(
  { session, client }: Server,
  page: Page,
  {
    edits,
    createFile,
  }: { readonly edits: Fix["edits"]; readonly createFile?: Fix["createFile"] | undefined },
): WorkspaceEdit | undefined {
  const textEdits = edits.map((edit) => toTextEdit(page.text, edit));
  if (createFile === undefined && !client.versionsEdits) return { changes: { [page.uri]: textEdits } };
  const textEdit = { textDocument: { uri: page.uri, version: page.version ?? null }, edits: textEdits };
  const own = edits.length === 0 ? [] : [textEdit];
  if (createFile === undefined) return { documentChanges: own };
  if (!client.createsFiles) return undefined;
  const uri = session.uriOf(session.placeOf(page.uri).root, createFile.path);
  return {
    documentChanges: [
      { kind: "create", uri, options: { ignoreIfExists: true } },
      {
        textDocument: { uri, version: null },
        edits: [{ range: TOP, newText: createFile.text }],
      },
      ...own,
    ],
  };
}
