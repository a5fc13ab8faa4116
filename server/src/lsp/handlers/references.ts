import type { CancellationToken, Location, ReferenceParams } from "vscode-languageserver/node";
import { findReferences, findReferent, pagesToSearch } from "../../core/features/references.ts";
import { fromPosition } from "../from-lsp.ts";
import { throwIfCancelled } from "../guard.ts";
import { locateDestination } from "../locate.ts";
import { pageOf } from "../open-page.ts";
import type { Server } from "../server.ts";
import { toRange } from "../to-lsp.ts";

/** `textDocument/references` */
export async function references(
  server: Server,
  { textDocument, position, context: { includeDeclaration } }: ReferenceParams,
  token: CancellationToken,
): Promise<Location[]> {
  const { session } = server;
  const page = await pageOf(server, textDocument.uri);
  const context = session.contextOf(page);
  const referent = findReferent(context, fromPosition(page.text, position));
  if (referent === undefined) return [];

  const { root } = session.placeOf(page.uri);
  const locations: Location[] = [];
  if (includeDeclaration) {
    const [bookmark] = referent.isPage ? [] : referent.bookmarks;
    locations.push(
      await locateDestination(session, page, { path: referent.path, isInSource: false, bookmark }),
    );
  }
  for (const path of pagesToSearch(context, referent)) {
    throwIfCancelled(token);
    const linking = path === context.path ? page : await session.read(session.uriOf(root, path));
    if (linking === undefined) continue;
    const found = findReferences({ ...context, path, document: linking.document }, referent);
    locations.push(...found.map((span) => ({ uri: linking.uri, range: toRange(linking.text, span) })));
  }
  return locations;
}
