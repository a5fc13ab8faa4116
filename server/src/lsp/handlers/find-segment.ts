import type { CancellationToken } from "vscode-languageserver/node";
import { findMarks, type PlacedMark } from "../../core/sync/find-marks.ts";
import type { FindSegmentParams, FoundSegment } from "../../protocol.ts";
import { fromPosition } from "../convert/from-lsp.ts";
import { throwIfCancelled } from "../../core/cancellation.ts";
import { pageOf } from "../open-page.ts";
import type { Page } from "../page.ts";
import type { Server } from "../server.ts";
import type { Session } from "../session.ts";
import { pagesOf } from "../sync-targets.ts";
import { toRange } from "../convert/to-lsp.ts";

/** `lockstep/findSegment`: the next segment that needs a person. `null`: there is none in this locale. */
export async function findSegment(
  server: Server,
  { uri, position, direction }: FindSegmentParams,
  token: CancellationToken,
): Promise<FoundSegment | null> {
  const { session, marked } = server;
  const page = await pageOf(server, uri);
  const marks = findMarks(page.document);
  const ahead = findAhead(marks, position && fromPosition(page.text, position), direction);
  if (ahead !== undefined) return toFound(page, marks, ahead);
  await session.whenIndexed(token);
  for (const each of pagesAhead(session, page.uri, direction)) {
    throwIfCancelled(token);
    const next = await marked.read(each);
    const its = next === undefined ? [] : findMarks(next.document);
    if (next !== undefined && its.length > 0) return toFound(next, its, edgeOf(its, direction));
  }
  return marks.length === 0 ? null : toFound(page, marks, edgeOf(marks, direction));
}

type Direction = FindSegmentParams["direction"];

/** Number of the first mark that lies ahead of an offset in the page. The cursor stands at the start of where it was led. */
function findAhead(
  marks: readonly PlacedMark[],
  offset: number | undefined,
  direction: Direction,
): number | undefined {
  if (offset === undefined) return marks.length === 0 ? undefined : edgeOf(marks, direction);
  const found =
    direction === "next"
      ? marks.findIndex(({ span }) => span.start > offset)
      : marks.findLastIndex(({ span }) => span.end < offset);
  return found === -1 ? undefined : found;
}

function edgeOf(marks: readonly PlacedMark[], direction: Direction): number {
  return direction === "next" ? 0 : marks.length - 1;
}

/** The other pages of the locale, from the one after this one on, and round to the one before it. */
function pagesAhead(session: Session, uri: string, direction: Direction): string[] {
  const { root, path } = session.placeOf(uri);
  const { localeFolders } = session.sources.foundFor(root);
  const folder =
    localeFolders.flatMap(({ localized }) => localized).find((each) => path.startsWith(each)) ?? "";
  const paths = pagesOf(session, root)
    .filter((each) => each.startsWith(folder) && each !== path)
    .sort();
  const next = paths.findIndex((each) => each > path);
  const at = next === -1 ? paths.length : next;
  const round = [...paths.slice(at), ...paths.slice(0, at)];
  if (direction === "previous") round.reverse();
  return round.map((each) => session.uriOf(root, each));
}

function toFound(page: Page, marks: readonly PlacedMark[], nth: number): FoundSegment {
  const { kind, span } = marks[nth] as PlacedMark;
  const uri = page.uri;
  return { uri, kind, ...toRange(page.text, span), nth: nth + 1, count: marks.length };
}
