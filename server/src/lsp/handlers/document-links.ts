import type { DocumentLink, DocumentLinkParams } from "vscode-languageserver/node";
import { findDocumentLinks } from "../../core/features/document-links.ts";
import type { Destination } from "../../core/features/link-at.ts";
import { locateDestination } from "../locate.ts";
import { pageOf } from "../open-page.ts";
import type { Server } from "../server.ts";
import { toRange } from "../convert/to-lsp.ts";

interface LinkData {
  readonly from: string;
  readonly destination: Destination;
}

/** `textDocument/documentLink`: where each leads to is worked out when it is followed. */
export async function documentLinks(
  server: Server,
  { textDocument }: DocumentLinkParams,
): Promise<DocumentLink[]> {
  const page = await pageOf(server, textDocument.uri);
  return findDocumentLinks(await server.session.contextOf(page)).map(({ span, destination }) => {
    const data: LinkData = { from: page.uri, destination };
    return { range: toRange(page.text, span), tooltip: destination.path, data };
  });
}

/** `documentLink/resolve` */
export async function resolveDocumentLink(server: Server, link: DocumentLink): Promise<DocumentLink> {
  const { from, destination } = link.data as LinkData;
  const page = await pageOf(server, from);
  const { uri, range } = await locateDestination(server.session, page, destination);
  // Editors take `#L12` for a line.
  return { ...link, target: range.start.line === 0 ? uri : `${uri}#L${range.start.line + 1}` };
}
