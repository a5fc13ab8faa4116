import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind } from "vscode-languageserver/node";
import { type DocumentSymbol as Found, findDocumentSymbols } from "../../core/features/document-symbols.ts";
import { pageOf } from "../open-page.ts";
import type { Page } from "../page.ts";
import type { Server } from "../server.ts";
import { toRange } from "../convert/to-lsp.ts";

/** `textDocument/documentSymbol`. An editor that has an outline of its own would show each heading twice. */
export async function documentSymbols(
  server: Server,
  { textDocument }: DocumentSymbolParams,
): Promise<DocumentSymbol[]> {
  const page = await pageOf(server, textDocument.uri);
  if (server.client.options.outlinesMarkdown === true && page.document.form !== "sxs") return [];
  return findDocumentSymbols(page.document).map((symbol) => toSymbol(page, symbol));
}

function toSymbol(page: Page, { kind, name, detail, span, selectionSpan, children }: Found): DocumentSymbol {
  return {
    name,
    detail,
    // VS Code's own outline of a Markdown page shows headings as strings.
    kind: kind === "heading" ? SymbolKind.String : SymbolKind.Field,
    range: toRange(page.text, span),
    selectionRange: toRange(page.text, selectionSpan),
    children: children.map((child) => toSymbol(page, child)),
  };
}
