import { type CancellationToken, type Hover, type HoverParams, MarkupKind } from "vscode-languageserver/node";
import { findHover } from "../../core/features/hover.ts";
import { historyForHover } from "../english-history.ts";
import { fromPosition } from "../convert/from-lsp.ts";
import { pageOf } from "../open-page.ts";
import type { Server } from "../server.ts";
import { toRange } from "../convert/to-lsp.ts";
import { suggestionHover } from "../suggestions.ts";

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
  const context = await session.contextOf(page);
  const { sources, origin } = await historyForHover(server, page, context, offset);
  const found = findHover({ ...context, sources }, offset, reports, origin);
  if (found === undefined) return null;
  const similar = await suggestionHover(server, page, offset, token);
  const markdown = similar === undefined ? found.markdown : `${found.markdown}\n\n---\n\n${similar}`;
  return {
    range: toRange(page.text, found.span),
    contents: { kind: MarkupKind.Markdown, value: markdown },
  };
}
