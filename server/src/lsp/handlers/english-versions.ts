import type { CancellationToken } from "vscode-languageserver/node";
import { findEnglishVersions, type PlaceInEnglish } from "../../core/features/english-change.ts";
import { readSyncNote } from "../../core/sync/sync-note.ts";
import type { EnglishVersions, EnglishVersionsParams, RelatedPage } from "../../protocol.ts";
import { englishHistoryOf } from "../english-history.ts";
import { toRelatedEnglish } from "../english-pages.ts";
import { toOriginUri } from "../convert/english-uri.ts";
import { fromPosition } from "../convert/from-lsp.ts";
import { throwIfCancelled } from "../../core/cancellation.ts";
import { pageOf } from "../open-page.ts";
import type { Server } from "../server.ts";

/** `lockstep/englishVersions`: the English that a page was made from, and that of today. */
export async function englishVersions(
  server: Server,
  { uri, position }: EnglishVersionsParams,
  token: CancellationToken,
): Promise<EnglishVersions> {
  const page = await pageOf(server, uri);
  const history = await englishHistoryOf(server, page);
  throwIfCancelled(token);
  const found = findEnglishVersions(page.document, history, fromPosition(page.text, position));
  if ("problem" in found) return found;
  const toPage = ({ page: english, offset }: PlaceInEnglish): RelatedPage | undefined =>
    toRelatedEnglish(server, page, english, offset);
  const [before, now] = [toPage(found.before), toPage(found.now)];
  if (before === undefined || now === undefined)
    return { problem: "This editor cannot show English that is in no file." };
  const isSynced = readSyncNote(page.document) !== undefined;
  return { before: isSynced ? { ...before, uri: toOriginUri(before.uri) } : before, now };
}
