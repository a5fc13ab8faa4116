import type { Document } from "../document/document.ts";
import { cutSource, cutVersions } from "../segments/cut-source.ts";
import { findSourceHash, isMadeFrom } from "../source/hash.ts";
import { lazyDocument } from "../source/lazy-document.ts";
import { applyEdits } from "../text/edit.ts";
import { lineEndOf, withLineEnd } from "../text/line-end.ts";
import { type EnglishSegment, readEnglish } from "./english-segments.ts";
import { linkTextsOf, withoutLacking } from "./english-units.ts";
import { hasPipelineAnchors, pipelineAnchors } from "./heading-anchors.ts";
import { markFor, marksIn, takeMarks, type Unmarked, withMarks } from "./marks.ts";
import { type MergedPiece, mergeTokens } from "./merge-tokens.ts";
import { collapse, type SyncedSegment, syncSegment, writeSegment } from "./render-segments.ts";
import { ascendingIds, completeIds, prefixOf } from "./segment-ids.ts";
import type { SyncCounts, SyncEdit, SyncInput, SyncResult } from "./sync.ts";
import { byPlace, type NewPiece, type OldPiece, toEdits } from "./sync-edits.ts";
import { isHeaderMarked, lacksCommit, mergeFrontMatter, moveOrigin } from "./sync-front-matter.ts";
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
  const needsPerson =
    body.needsPerson ||
    note?.isUnmarked === true ||
    header.needsPerson === true ||
    isHeaderMarked(withHeader(page, header.edits));
  const origin = moveOrigin(page, plain, !needsPerson).map((edit) => ({ ...edit, isOrigin: true as const }));
  const edits = toLineEnds(page.text, [...header.edits, ...origin].sort(byPlace));
  const text = [applyEdits(page.text.slice(0, body.start), edits)].concat(body.texts).join("");
  const conflicts = [...header.conflicts, ...body.conflicts];
  return {
    text,
    action: conflicts.length > 0 ? "conflict" : text === page.text ? "unchanged" : "updated",
    counts: body.counts,
    conflicts,
    removed: body.removed,
    ...(lacksCommit(page, plain, !needsPerson) && { lacksCommit: true }),
    edits: input.omitEdits === true ? [] : [...edits, ...body.edits],
  };
}

/** The page's header with these edits, and nothing else. */
function withHeader(page: Document, edits: readonly SyncEdit[]): Document {
  if (edits.length === 0) return page;
  const { text, frontMatter } = page;
  return lazyDocument(applyEdits(text.slice(0, frontMatter?.span.end ?? 0), edits));
}

/** Whether the page was made from today's English, or synced with it before. */
function isMadeOf({ page, base, current }: SyncInput): boolean {
  const hash = readSyncNote(page)?.hash ?? findSourceHash(page.frontMatter);
  return base.text === current.text || (hash !== undefined && isMadeFrom(current, hash));
}

/** The page has been synced with this English before; since then, people worked on it. */
function leaveBody(page: Document, current: Document): BodySync {
  const { form, segments } = page;
  const kept = form === "sxs" ? segments.length : cutSource(current).length;
  const counts = { kept, carried: 0, reused: 0, new: 0, changed: 0, removed: 0 };
  const needsPerson = marksIn(page).length > 0;
  return { start: page.text.length, texts: [], edits: [], counts, conflicts: [], removed: [], needsPerson };
}

/** English with plain line ends; those of the page are put back in the end. */
function withPlainEnglish(input: SyncInput): SyncInput {
  const plain = (document: Document): Document => {
    const text = document.text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
    return text === document.text ? document : lazyDocument(text);
  };
  return { ...input, base: plain(input.base), current: plain(input.current) };
}

interface BodySync {
  /** What stands in the page from there on, a UTF-16 offset, is `texts` now, one after the other. */
  readonly start: number;
  readonly texts: readonly string[];
  /** The same as changes, where somebody asks for them. */
  readonly edits: readonly SyncEdit[];
  readonly counts: SyncCounts;
  readonly conflicts: SyncResult["conflicts"];
  readonly removed: SyncResult["removed"];
  readonly needsPerson: boolean;
}

function syncBody(input: SyncInput): BodySync {
  const { base, current } = input;
  const unmarked = takeMarks(input.page);
  const page = unmarked.marks.length === 0 ? input.page : lazyDocument(unmarked.text);
  if (page.form === "sxs") cutVersions(base, current);
  const { segments: translated, loose, lacking, own } = readTranslated(page, base, unmarked.marks);
  const unwrapped = page.form === "sxs" ? textBefore(page, translated) : undefined;
  const english = withoutLacking(readEnglish(translated, current, unwrapped), { base, current, lacking });
  const segments = syncSegments(english.segments, translated, page, input);

  const lineEnd = lineEndOf(page.text);
  const cut = { from: bodyStart(page), places: placesOf(translated), own };
  const localized = withMarks(tokenize(page.text, cut), loose);
  const insertions = hasPipelineAnchors(page) ? pipelineAnchors : (): [] => [];
  const { pieces, conflicts, needsPerson } = mergeTokens({
    isBaseRebuilt: input.isBaseRebuilt === true,
    lineEnd,
    pictureMark: input.omitMarks === true ? "" : markFor("changed"),
    localized,
    base: tokenize(base.text, {
      from: bodyStart(base),
      places: basePlaces(translated),
      insertions: insertions(base),
      lineEnd,
      omitted: english.lackingInBase,
    }),
    current: tokenize(current.text, {
      from: bodyStart(current),
      places: currentPlaces(english.segments),
      insertions: insertions(current),
      lineEnd,
      omitted: english.lacking,
    }),
  });
  const written = withFinalNewline(write(pieces, english.segments, segments, page, input), page);
  const removed = english.removed.map((nth) => {
    const { id, source, target } = translated[nth] as TranslatedSegment;
    return { id, source, target };
  });
  const {
    omitEdits,
    page: { text },
  } = input;
  return {
    // What holds nothing but marks has no pieces.
    start: localized.length === 0 ? text.length : bodyStart(input.page),
    texts: written.map((piece) => piece.text),
    edits:
      omitEdits === true ? [] : toEdits(oldPieces(localized, unmarked, input.page), written, text.length),
    counts: countKinds(segments, removed.length, english.leftOut),
    conflicts: [...conflicts, ...lostLinks(english.segments, segments, translated)].map(
      ({ message, span }) => ({
        message,
        span: { start: unmarked.toMarked(span.start), end: unmarked.toMarked(span.end) },
      }),
    ),
    removed,
    needsPerson: needsPerson || loose.length > 0 || segments.some(({ mark }) => mark !== undefined),
  };
}

function syncSegments(
  english: readonly EnglishSegment[],
  translated: readonly TranslatedSegment[],
  page: Document,
  input: SyncInput,
): SyncedSegment[] {
  const sides = {
    page: page.text,
    base: input.base.text,
    current: input.current.text,
    translated,
    recall: recallFrom(translated, input),
    isInLink: linkTextsOf(input.current),
  };
  return english.map((segment) => syncSegment(segment, sides));
}

/** Links of the translator's own that had to go are told in full. */
function lostLinks(
  english: readonly EnglishSegment[],
  segments: readonly SyncedSegment[],
  translated: readonly TranslatedSegment[],
): SyncResult["conflicts"] {
  return segments.flatMap(({ lostLinks: lost = [] }, nth) => {
    const first = translated[english[nth]?.from[0] ?? -1];
    if (lost.length === 0 || first === undefined) return [];
    const message = `English put a link around this; the translation's own was taken out: \`${lost.join("\`, \`")}\`.`;
    return [{ message, span: first.span }];
  });
}

/** Where the first line with something on it starts: how many blank ones are below a header is up to each side. */
function bodyStart({ text, frontMatter }: Document): number {
  const start = frontMatter?.span.end ?? 0;
  return start + (/^\ufeff?(?:[ \t]*\r?\n)*/.exec(text.slice(start))?.[0].length ?? 0);
}

function placesOf(translated: readonly TranslatedSegment[]): Place[] {
  return translated.map(({ span }, nth) => ({ span, key: segmentKey(nth) }));
}

function currentPlaces(english: readonly EnglishSegment[]): Place[] {
  return english.map(({ span, from }, nth) => ({
    span,
    key: from[0] === undefined ? `\u0001${nth}` : segmentKey(from[0]),
  }));
}

function basePlaces(translated: readonly TranslatedSegment[]): Place[] {
  const places: Place[] = [];
  for (const [nth, { inBase }] of translated.entries())
    if (inBase !== undefined) places.push({ span: inBase, key: segmentKey(nth) });
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
  let own: Map<string, string> | undefined;
  return (english) => {
    own ??= ownTranslations(translated);
    return own.get(collapse(english)) ?? recall?.(english);
  };
}

function ownTranslations(translated: readonly TranslatedSegment[]): Map<string, string> {
  const own = new Map<string, string>();
  for (const { source, target, mark } of translated) {
    const key = collapse(source);
    if (mark === undefined && target !== "" && !own.has(key)) own.set(key, target);
  }
  return own;
}

function write(
  pieces: readonly MergedPiece[],
  english: readonly EnglishSegment[],
  segments: readonly SyncedSegment[],
  page: Document,
  input: SyncInput,
): NewPiece[] {
  const inPage = pieces.flatMap((piece) =>
    piece.kind === "segment" ? [segments[piece.english] as SyncedSegment] : [],
  );
  const ids = page.form === "sxs" ? idsOf(inPage, page, input) : [];
  const lineEnd = lineEndOf(page.text);
  let nth = 0;
  return pieces.map((piece) => {
    if (piece.kind === "gap") return { text: piece.text, segment: undefined };
    const segment = inPage[nth] as SyncedSegment;
    nth += 1;
    const { kind } = segment;
    // A mark that is there already stays, whatever is asked of new ones.
    const omitMarks = input.omitMarks === true && kind !== "kept";
    const text = writeSegment(segment, ids[nth - 1], omitMarks, lineEnd);
    return { text, segment: { kind, from: english[piece.english]?.from ?? [] } };
  });
}

function idsOf(segments: readonly SyncedSegment[], page: Document, { renumber }: SyncInput): string[] {
  const known = page.segments.map(({ id }) => id);
  const ids = completeIds(
    segments.map(({ id }) => id),
    prefixOf(known),
    known,
  );
  return renumber === true ? ascendingIds(ids, prefixOf(known)) : ids;
}

/** With a line end at the end of the file where the page has one, and without where it has none. */
function withFinalNewline(written: readonly NewPiece[], { text }: Document): NewPiece[] {
  const result = [...written];
  const last = result.at(-1);
  if (last === undefined || text === "") return result;
  const endsLine = /\n$/.test(last.text);
  if (/\n$/.test(text)) {
    if (!endsLine) result.push({ text: lineEndOf(text), segment: undefined });
    return result;
  }
  while (result.length > 0 && /^\s*$/.test(result.at(-1)?.text ?? "x")) result.pop();
  const end = result.pop();
  if (end !== undefined) result.push({ ...end, text: end.text.replace(/\r?\n$/, "") });
  return result;
}

/** What is not translated, and stays so, counts as kept. */
function countKinds(segments: readonly SyncedSegment[], removed: number, leftOut: number): SyncCounts {
  const count = (kind: SyncedSegment["kind"]): number =>
    segments.filter((segment) => segment.kind === kind).length;
  const carried = count("carried");
  return {
    kept: count("kept") + carried + leftOut,
    carried,
    reused: count("reused"),
    new: count("new"),
    changed: count("changed"),
    removed,
  };
}

/** The page's tokens as they stand in the file, marks and all. */
function oldPieces(localized: readonly Token[], unmarked: Unmarked, page: Document): OldPiece[] {
  const starts = [...localized.map(({ span }) => span.start), unmarked.text.length];
  const bounds = starts.map((offset) => unmarked.toMarked(offset));
  bounds[0] = bodyStart(page);
  return localized.map(({ segment }, nth) => {
    const span = { start: bounds[nth] as number, end: bounds[nth + 1] as number };
    return { text: page.text.slice(span.start, span.end), span, segment };
  });
}

function toLineEnds(page: string, edits: readonly SyncEdit[]): SyncEdit[] {
  const lineEnd = lineEndOf(page);
  return edits.map((edit) => ({ ...edit, newText: withLineEnd(edit.newText, lineEnd) }));
}
