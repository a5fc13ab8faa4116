import type { Document } from "../document/document.ts";
import { parseDocument } from "../document/parse-document.ts";
import { matchEqual } from "../freshness/match-equal.ts";
import { cutSource } from "../segments/cut-source.ts";
import { findSourceHash, isMadeFrom } from "../source/hash.ts";
import { applyEdits } from "../text/edit.ts";
import { readEnglish } from "./english-segments.ts";
import { hasPipelineAnchors, pipelineAnchors } from "./heading-anchors.ts";
import { takeMarks, type Unmarked } from "./marks.ts";
import { type MergedPiece, mergeTokens } from "./merge-tokens.ts";
import { collapse, type SyncedSegment, syncSegment, writeSegment } from "./render-segments.ts";
import { completeIds, prefixOf } from "./segment-ids.ts";
import type { SyncCounts, SyncEdit, SyncInput, SyncKind, SyncResult } from "./sync.ts";
import { isHeaderMarked, mergeFrontMatter, moveOrigin } from "./sync-front-matter.ts";
import { readSyncNote } from "./sync-note.ts";
import { type Place, segmentKey, type Token, tokenize } from "./tokens.ts";
import { readTranslated, textBefore, type TranslatedSegment } from "./translated-segments.ts";

/**
 * Brings a localized page up to today's English. What is still valid stays to the byte; what is new or changed stands
 * in its place with a mark. Total: any three pages give a result. A second sync changes nothing.
 */
export function syncPage(input: SyncInput): SyncResult {
  const plain = withPlainEnglish(input);
  const { page, current } = plain;
  const note = readSyncNote(page);
  const isSynced = isMadeOf(plain);
  const body = isSynced ? leaveBody(page, current) : syncBody(plain);
  const header = isSynced ? { edits: [], conflicts: [] } : mergeFrontMatter(plain);
  const merged = [...header.edits, ...body.edits];
  const needsPerson =
    body.needsPerson ||
    note?.isUnmarked === true ||
    header.needsPerson === true ||
    isHeaderMarked(parseDocument(applyEdits(page.text, merged)));
  const edits = toLineEnds(page.text, inOrder([...merged, ...moveOrigin(page, plain, !needsPerson)]));
  const text = applyEdits(page.text, edits);
  const conflicts = [...header.conflicts, ...body.conflicts];
  return {
    text,
    action: conflicts.length > 0 ? "conflict" : text === page.text ? "unchanged" : "updated",
    counts: body.counts,
    conflicts,
    removed: body.removed,
    edits,
  };
}

/** Whether the page was made from today's English, or synced with it before. */
function isMadeOf({ page, base, current }: SyncInput): boolean {
  const hash = readSyncNote(page)?.hash ?? findSourceHash(page.frontMatter);
  return base.text === current.text || (hash !== undefined && isMadeFrom(current, hash));
}

/** The page has been synced with this English before; since then, people worked on it. */
function leaveBody({ text, form, segments }: Document, current: Document): BodySync {
  const kept = form === "sxs" ? segments.length : cutSource(current).length;
  const counts = { kept, carried: 0, reused: 0, new: 0, changed: 0, removed: 0 };
  return { edits: [], counts, conflicts: [], removed: [], needsPerson: takeMarks(text).marks.length > 0 };
}

/** English with plain line ends; those of the page are put back in the end. */
function withPlainEnglish(input: SyncInput): SyncInput {
  const plain = (document: Document): Document => {
    const text = document.text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
    return text === document.text ? document : parseDocument(text);
  };
  return { ...input, base: plain(input.base), current: plain(input.current) };
}

interface BodySync {
  readonly edits: readonly SyncEdit[];
  readonly counts: SyncCounts;
  readonly conflicts: SyncResult["conflicts"];
  readonly removed: SyncResult["removed"];
  readonly needsPerson: boolean;
}

/** A piece of the new body. */
interface Written {
  readonly text: string;
  readonly kind: SyncKind | undefined;
}

function syncBody(input: SyncInput): BodySync {
  const { base, current, omitMarks } = input;
  const unmarked = takeMarks(input.page.text);
  const page = unmarked.marks.length === 0 ? input.page : parseDocument(unmarked.text);
  const translated = readTranslated(page, base, unmarked.marks);
  const unwrapped = page.form === "sxs" ? textBefore(page, translated) : undefined;
  const english = readEnglish(translated, current, unwrapped);
  const sides = {
    page: page.text,
    base: base.text,
    current: current.text,
    translated,
    recall: recallFrom(translated, input),
  };
  const segments = english.segments.map((segment) => syncSegment(segment, sides));

  const localized = tokenize(page.text, bodyStart(page), placesOf(translated));
  const insertions = hasPipelineAnchors(page) ? pipelineAnchors : (): [] => [];
  const { pieces, conflicts } = mergeTokens({
    isBaseRebuilt: input.isBaseRebuilt === true,
    localized,
    base: tokenize(base.text, bodyStart(base), basePlaces(translated), insertions(base)),
    current: tokenize(
      current.text,
      bodyStart(current),
      english.segments.map(({ span, from }, nth) => ({
        span,
        key: from[0] === undefined ? `\u0001${nth}` : segmentKey(from[0]),
      })),
      insertions(current),
    ),
  });
  const written = write(pieces, segments, page, omitMarks === true);
  const removed = english.removed.map((nth) => {
    const { id, source, target } = translated[nth] as TranslatedSegment;
    return { id, source, target };
  });
  return {
    edits: toEdits(localized, withFinalNewline(written, page), unmarked, input.page),
    counts: countKinds(segments, removed.length),
    conflicts: conflicts.map(({ message, span }) => ({
      message,
      span: { start: unmarked.toMarked(span.start), end: unmarked.toMarked(span.end) },
    })),
    removed,
    needsPerson: segments.some(({ mark }) => mark !== undefined),
  };
}

/** Where the first line with something on it starts: how many blank ones are below a header is up to each side. */
function bodyStart({ text, frontMatter }: Document): number {
  const start = frontMatter?.span.end ?? 0;
  return start + (/^\ufeff?(?:[ \t]*\r?\n)*/.exec(text.slice(start))?.[0].length ?? 0);
}

function placesOf(translated: readonly TranslatedSegment[]): Place[] {
  return translated.map(({ span }, nth) => ({ span, key: segmentKey(nth) }));
}

function basePlaces(translated: readonly TranslatedSegment[]): Place[] {
  const places = translated.flatMap(({ inBase }, nth) =>
    inBase === undefined ? [] : [{ span: inBase, key: segmentKey(nth) }],
  );
  places.sort((a, b) => a.span.start - b.span.start);
  let position = 0;
  return places.filter(({ span }) => {
    if (span.start < position) return false;
    position = span.end;
    return true;
  });
}

/** The page's own translations first. */
function recallFrom(
  translated: readonly TranslatedSegment[],
  { recall }: SyncInput,
): (english: string) => string | undefined {
  const own = new Map<string, string>();
  for (const { source, target, mark } of translated) {
    const key = collapse(source);
    if (mark === undefined && target !== "" && !own.has(key)) own.set(key, target);
  }
  return (english) => own.get(collapse(english)) ?? recall?.(english);
}

function write(
  pieces: readonly MergedPiece[],
  segments: readonly SyncedSegment[],
  page: Document,
  omitMarks: boolean,
): Written[] {
  const inPage = pieces.flatMap((piece) =>
    piece.kind === "segment" ? [segments[piece.english] as SyncedSegment] : [],
  );
  const ids =
    page.form === "sxs"
      ? completeIds(
          inPage.map(({ id }) => id),
          prefixOf(page.segments.map(({ id }) => id)),
        )
      : [];
  let nth = 0;
  return pieces.map((piece) => {
    if (piece.kind === "gap") return { text: piece.text, kind: undefined };
    const segment = inPage[nth] as SyncedSegment;
    nth += 1;
    // A mark that is there already stays, whatever is asked of new ones.
    const isOld = segment.kind === "kept";
    return { text: writeSegment(segment, ids[nth - 1], omitMarks && !isOld), kind: segment.kind };
  });
}

/** With a line end at the end of the file where the page has one, and without where it has none. */
function withFinalNewline(written: readonly Written[], { text }: Document): Written[] {
  const result = [...written];
  const last = result.at(-1);
  if (last === undefined || text === "") return result;
  const endsLine = /\n$/.test(last.text);
  if (/\n$/.test(text)) {
    if (!endsLine) result.push({ text: "\n", kind: undefined });
    return result;
  }
  while (result.length > 0 && /^\s*$/.test(result.at(-1)?.text ?? "x")) result.pop();
  const end = result.pop();
  if (end !== undefined) result.push({ ...end, text: end.text.replace(/\r?\n$/, "") });
  return result;
}

function countKinds(segments: readonly SyncedSegment[], removed: number): SyncCounts {
  const count = (kind: SyncedSegment["kind"]): number =>
    segments.filter((segment) => segment.kind === kind).length;
  const carried = count("carried");
  return {
    kept: count("kept") + carried,
    carried,
    reused: count("reused"),
    new: count("new"),
    changed: count("changed"),
    removed,
  };
}

/** The way from the page's tokens to the new pieces, with as much left in place as can be. */
function toEdits(
  localized: readonly Token[],
  written: readonly Written[],
  unmarked: Unmarked,
  page: Document,
): SyncEdit[] {
  const original = page.text;
  const starts = [...localized.map(({ span }) => span.start), unmarked.text.length];
  const bounds = starts.map((offset) => unmarked.toMarked(offset));
  bounds[0] = bodyStart(page);
  const before = localized.map((_, nth) => original.slice(bounds[nth], bounds[nth + 1]));
  const matches = matchEqual(
    before,
    written.map(({ text }) => text),
  );
  const edits: SyncEdit[] = [];
  let [mine, its] = [0, 0];
  for (const [nextMine, nextIts] of [...matches, [localized.length, written.length] as const]) {
    const pieces = written.slice(its, nextIts);
    const removesSegment = localized.slice(mine, nextMine).some(({ segment }) => segment !== undefined);
    if (pieces.length > 0 || nextMine > mine) {
      edits.push({
        span: { start: bounds[mine] as number, end: bounds[nextMine] as number },
        newText: pieces.map(({ text }) => text).join(""),
        kind: kindOf(pieces, removesSegment),
      });
    }
    [mine, its] = [nextMine + 1, nextIts + 1];
  }
  return edits.filter(({ span, newText }) => original.slice(span.start, span.end) !== newText);
}

const RANK: readonly SyncKind[] = ["changed", "new", "reused", "carried", "removed", "kept"];

/** What matters most of the pieces of an edit; one that touches no segment carries over what stands around them. */
function kindOf(pieces: readonly Written[], removesSegment: boolean): SyncKind {
  const kinds = new Set(pieces.map(({ kind }) => kind));
  if (removesSegment && !kinds.has("kept")) kinds.add("removed");
  return RANK.find((kind) => kinds.has(kind)) ?? "carried";
}

function inOrder(edits: readonly SyncEdit[]): SyncEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** With the line ends that the page has. */
function toLineEnds(page: string, edits: readonly SyncEdit[]): SyncEdit[] {
  const isWindows = /\r\n/.test(page);
  return edits.map((edit) => ({
    ...edit,
    newText: edit.newText.replace(/\r?\n/g, isWindows ? "\r\n" : "\n"),
  }));
}
