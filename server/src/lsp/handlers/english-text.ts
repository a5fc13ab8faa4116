import type { EnglishTextParams } from "../../protocol.ts";
import { englishHistoryOf } from "../english-history.ts";
import { isOriginUri, readEnglishUri } from "../convert/english-uri.ts";
import type { Page } from "../page.ts";
import type { Server } from "../server.ts";
import type { Session } from "../session.ts";

/** `lockstep/englishText`: the text of English that is in no file. */
export async function englishText(server: Server, { uri }: EnglishTextParams): Promise<string | null> {
  const pageUri = readEnglishUri(uri);
  const page = pageUri === undefined ? undefined : await readKnown(server.session, pageUri);
  if (page === undefined) return null;
  const { sources, origin } = await englishHistoryOf(server, page);
  return (isOriginUri(uri) ? origin : sources.base)?.document.text ?? null;
}

/** Such a URI may come from anywhere: it must not be a way to files that are no pages of the workspace. */
async function readKnown(session: Session, uri: string): Promise<Page | undefined> {
  const { tree, path } = session.placeOf(uri);
  return tree?.index.hasFile(path) === true ? session.read(uri) : session.findOpen(uri);
}
