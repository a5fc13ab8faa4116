import { type CancellationToken, type Hover, type HoverParams, MarkupKind } from "vscode-languageserver/node";
import { findHover } from "../../core/features/hover.ts";
import { fromPosition } from "../from-lsp.ts";
import { pageOf } from "../open-page.ts";
import type { Server } from "../server.ts";
import { toRange } from "../to-lsp.ts";

/** `textDocument/hover` */
export async function hover(
  server: Server,
  { textDocument, position }: HoverParams,
  token: CancellationToken,
): Promise<Hover | null> {
  const { session } = server;
  const page = await pageOf(server, textDocument.uri);
  const offset = fromPosition(page.text, position);
  const reports = await session.reportsOf(page, token);
  const found = findHover(await session.contextOf(page), offset, reports);
  if (found === undefined) return null;
  return {
    range: toRange(page.text, found.span),
    contents: { kind: MarkupKind.Markdown, value: found.markdown },
  };
}
