import type { Location } from "vscode-languageserver/node";
import { type Destination, findBookmark } from "../core/features/link-at.ts";
import { isMarkdown } from "../core/links/paths.ts";
import type { Page } from "./page.ts";
import type { Session } from "./session.ts";
import { TOP, toRange } from "./convert/to-lsp.ts";

/** Where a link's destination is: its heading or anchor in the page as it is now, or the top of the file. */
export async function locateDestination(
  session: Session,
  from: Page,
  { path, isInSource, bookmark }: Destination,
): Promise<Location> {
  const { root } = session.placeOf(from.uri);
  const uri = session.uriOf(root, path, isInSource);
  const page = bookmark !== undefined && isMarkdown(path) ? await session.read(uri) : session.findOpen(uri);
  const span =
    page === undefined || bookmark === undefined ? undefined : findBookmark(page.document, bookmark);
  if (page !== undefined && span !== undefined) return { uri: page.uri, range: toRange(page.text, span) };
  return { uri: page?.uri ?? uri, range: TOP };
}
