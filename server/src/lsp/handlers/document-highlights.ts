import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
} from "vscode-languageserver/node";
import { findHighlights } from "../../core/features/document-highlights.ts";
import { fromPosition } from "../convert/from-lsp.ts";
import { pageOf } from "../open-page.ts";
import type { Server } from "../server.ts";
import { toRange } from "../convert/to-lsp.ts";

/** `textDocument/documentHighlight` */
export async function documentHighlights(
  server: Server,
  { textDocument, position }: DocumentHighlightParams,
): Promise<DocumentHighlight[] | null> {
  const page = await pageOf(server, textDocument.uri);
  const { document, sources } = await server.session.contextOf(page);
  const spans = findHighlights(document, sources, fromPosition(page.text, position));
  // None at all, rather than an empty list: an editor then marks the same word elsewhere, as it does without us.
  if (spans.length === 0) return null;
  return spans.map((span) => ({ range: toRange(page.text, span), kind: DocumentHighlightKind.Text }));
}
