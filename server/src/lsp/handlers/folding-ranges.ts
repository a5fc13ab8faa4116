import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from "vscode-languageserver/node";
import { findFoldingRanges } from "../../core/features/folding-ranges.ts";
import { pageOf } from "../open-page.ts";
import type { Server } from "../server.ts";
import { toRange } from "../convert/to-lsp.ts";

/** `textDocument/foldingRange` */
export async function foldingRanges(
  server: Server,
  { textDocument }: FoldingRangeParams,
): Promise<FoldingRange[]> {
  const page = await pageOf(server, textDocument.uri);
  const ranges = findFoldingRanges(page.document).map(({ kind, span }) => {
    // A front matter's span ends at the start of the line below it.
    const { start, end } = toRange(
      page.text,
      kind === "front-matter" ? { ...span, end: span.end - 1 } : span,
    );
    return {
      startLine: start.line,
      startCharacter: start.character,
      endLine: end.line,
      endCharacter: end.character,
      ...(kind === "source" ? { collapsedText: "…" } : { kind: FoldingRangeKind.Region }),
    };
  });
  return server.client.foldsWithinLines
    ? ranges
    : ranges.filter(({ startLine, endLine }) => startLine < endLine);
}
