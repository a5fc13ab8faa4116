import type { Location } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { SourcePage } from "../core/source/page-sources.ts";
import type { Span } from "../core/text/span.ts";
import type { RelatedPage } from "../protocol.ts";
import { toEnglishUri } from "./convert/english-uri.ts";
import type { Page } from "./page.ts";
import type { Server } from "./server.ts";
import { toRange } from "./convert/to-lsp.ts";
import { toUri } from "./convert/uris.ts";

/** URI of a page's English: a file, or a virtual page. `undefined`: it is in no file, and the client shows no others. */
function uriOfEnglish({ session, client }: Server, page: Page, english: SourcePage): string | undefined {
  if (english.origin === "source-tree") {
    const folder = session.sourceOf(session.placeOf(page.uri).root)?.folder;
    if (folder === undefined) return undefined;
    const uri = toUri(`${folder}/${english.path}`);
    const open = session.findOpen(uri);
    // What was saved is in no file that the client could show while its editor holds another text.
    if (open === undefined || open.text.getText() === english.document.text) return open?.uri ?? uri;
  }
  return client.options.showsEnglish === true ? toEnglishUri(english.path, page.uri) : undefined;
}

/** A place in a page's English. `undefined`: the client cannot show it. */
export function locateEnglish(
  server: Server,
  page: Page,
  english: SourcePage,
  span: Span,
): Location | undefined {
  const uri = uriOfEnglish(server, page, english);
  if (uri === undefined) return undefined;
  const text = TextDocument.create(uri, "markdown", 0, english.document.text);
  return { uri, range: toRange(text, span) };
}

/** A page's English as the client is told of it, with a place in it. `undefined`: the client cannot show it. */
export function toRelatedEnglish(
  server: Server,
  page: Page,
  english: SourcePage,
  offset: number | undefined,
): RelatedPage | undefined {
  const uri = uriOfEnglish(server, page, english);
  if (uri === undefined) return undefined;
  const { path, origin, revision, document } = english;
  const text = TextDocument.create(uri, "markdown", 0, document.text);
  return {
    uri,
    path,
    ...(revision !== undefined && { revision }),
    ...((origin === "english-halves" || origin === "sibling-page") && { isFromSegments: true }),
    ...(offset !== undefined && { position: text.positionAt(offset) }),
  };
}
