import type { CancellationToken, Location, ReferenceParams } from "vscode-languageserver/node";
import { sentenceAt } from "../../core/features/sentences.ts";
import { findReferences, findReferent, pagesToSearch } from "../../core/features/references.ts";
import { locateEnglish } from "../english-pages.ts";
import { fromPosition } from "../convert/from-lsp.ts";
import { throwIfCancelled } from "../../core/cancellation.ts";
import { locateDestination } from "../locate.ts";
import { locateTranslations } from "../locate-translations.ts";
import { pageOf } from "../open-page.ts";
import type { Page } from "../page.ts";
import type { Server } from "../server.ts";
import { toRange } from "../convert/to-lsp.ts";

/** `textDocument/references`: of a page or a heading the links to it, of any other sentence its translations. */
export async function references(
  server: Server,
  { textDocument, position, context: { includeDeclaration } }: ReferenceParams,
  token: CancellationToken,
): Promise<Location[]> {
  const { session } = server;
  const page = await pageOf(server, textDocument.uri);
  const context = await session.contextOf(page);
  const offset = fromPosition(page.text, position);
  const referent = findReferent(context, offset);
  if (referent === undefined) return sentenceReferences(server, page, offset, includeDeclaration, token);

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
    for (const span of found) locations.push({ uri: linking.uri, range: toRange(linking.text, span) });
  }
  return locations;
}

async function sentenceReferences(
  server: Server,
  page: Page,
  offset: number,
  includeDeclaration: boolean,
  token: CancellationToken,
): Promise<Location[]> {
  const { session } = server;
  const { document, sources } = await session.contextOf(page);
  if (sources.current === undefined) return locateTranslations(server, page.uri, offset, token);
  const sentence = sentenceAt(document, sources, offset);
  if (sentence?.place === undefined) return [];
  const english = locateEnglish(server, page, sources.current, sentence.place);
  if (english === undefined) return [];
  const translations = await locateTranslations(server, english.uri, sentence.place.start, token);
  return includeDeclaration ? [english, ...translations] : translations;
}
