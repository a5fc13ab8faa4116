import { type InlineLink, scanInline } from "../markdown/scan-inline.ts";
import { halfTag, END_TAG, seamMarkup } from "../segments/tags.ts";
import { carry } from "./carry.ts";
import { applyEdits } from "../text/edit.ts";
import { type LineEnd, withLineEnd } from "../text/line-end.ts";
import type { Span } from "../text/span.ts";
import type { EnglishSegment } from "./english-segments.ts";
import { type MarkKind, markFor } from "./marks.ts";
import type { TranslatedSegment } from "./translated-segments.ts";

/** What becomes of a segment of the English page. */
export interface SyncedSegment {
  readonly kind: "kept" | "carried" | "changed" | "reused" | "new";
  /** The pair or translation as it stands in the page; `undefined`: `id`, `target` and `source` make a new one. */
  readonly verbatim: string | undefined;
  readonly id: string | undefined;
  readonly target: string;
  readonly source: string;
  readonly mark: MarkKind | undefined;
  /** Where links of the translator's own led that had to go. */
  readonly lostLinks?: readonly string[];
}

/** What the page and its English hold, to tell what becomes of segments. */
export interface SegmentSides {
  /** The localized page without marks. */
  readonly page: string;
  readonly base: string;
  readonly current: string;
  readonly translated: readonly TranslatedSegment[];
  readonly recall: (english: string) => string | undefined;
  /** Whether a stretch of the English page is inside the text of a link. */
  readonly isInLink: (span: Span) => boolean;
}

/** What becomes of a segment of the English page, given what the page and its English hold. */
export function syncSegment(english: EnglishSegment, sides: SegmentSides): SyncedSegment {
  const [first, ...others] = english.from.map((nth) => sides.translated[nth] as TranslatedSegment);
  const isUntranslated = first?.mark === "new" && first.target === first.source;
  if (first === undefined || (isUntranslated && !english.isSame)) return fillIn(english, first?.id, sides);

  const written = sides.current.slice(english.span.start, english.span.end);
  if (english.isSame && isUnchanged(first, written, english.text, sides))
    return keep(first, sides, first.mark);
  const carried = others.length > 0 ? undefined : carry(first.source, english.text, first.target);
  const common = { id: first.id === "" ? undefined : first.id, source: english.text, verbatim: undefined };
  const fit = (target: string): string => (unwraps(first, written) ? onOneLine(target) : target);
  if (carried !== undefined) return { ...common, kind: "carried", target: fit(carried), mark: first.mark };
  const joined = joinTargets([first, ...others], sides);
  const changed = { ...common, kind: "changed", target: fit(joined), mark: "changed" } as const;
  return fitIntoLink(changed, [first, ...others], () => sides.isInLink(english.span));
}

/** A link cannot be in a link: where English put one around the segment, those of the translation are its text alone. */
function fitIntoLink(
  segment: SyncedSegment,
  old: readonly TranslatedSegment[],
  isInLink: () => boolean,
): SyncedSegment {
  const linksIn = (markdown: string): InlineLink[] =>
    scanInline(markdown).links.filter(({ isImage, textSpan }) => !isImage && textSpan !== undefined);
  const links = linksIn(segment.target);
  // To know what is a link in English takes scanning its Markdown.
  if (links.length === 0 || !isInLink()) return segment;
  const edits = links.map(({ span, textSpan }) => ({
    span,
    newText: textSpan === undefined ? "" : segment.target.slice(textSpan.start, textSpan.end),
  }));
  const tailsOf = (markdown: string): string[] =>
    linksIn(markdown).map(({ span, textSpan }) => markdown.slice(textSpan?.end, span.end));
  const known = new Set(old.flatMap(({ source }) => tailsOf(source)));
  const lostLinks = tailsOf(segment.target).filter((tail) => !known.has(tail));
  return { ...segment, target: applyEdits(segment.target, edits), lostLinks };
}

/** Whether English wrote it over lines and now does not: where it stands, as in a cell, there may be no line ends. */
function unwraps({ source }: TranslatedSegment, written: string): boolean {
  return source.includes("\n") && !written.includes("\n");
}

function onOneLine(text: string): string {
  return text.trim().replace(/[ \t]*\r?\n[ \t>]*/g, " ");
}

/** Whether English has the very text that the segment was made from. */
function isUnchanged(
  segment: TranslatedSegment,
  written: string,
  text: string,
  { base }: SegmentSides,
): boolean {
  const { source, inBase } = segment;
  if (unwraps(segment, written)) return false;
  if (inBase !== undefined && isSameBut(base.slice(inBase.start, inBase.end), written)) return true;
  return isSameBut(source, text);
}

/** Whether two texts are the same but for what `collapse` takes out: most are the same to the letter. */
function isSameBut(left: string, right: string): boolean {
  return left === right || collapse(left) === collapse(right);
}

function keep(
  { id, source, target, span }: TranslatedSegment,
  { page }: SegmentSides,
  mark: MarkKind | undefined,
): SyncedSegment {
  return {
    kind: "kept",
    verbatim: page.slice(span.start, span.end),
    id: id || undefined,
    target,
    source,
    mark,
  };
}

function fillIn(english: EnglishSegment, id: string | undefined, sides: SegmentSides): SyncedSegment {
  const recalled = sides.recall(english.text);
  const source = english.text;
  const common = { verbatim: undefined, id: id === "" ? undefined : id, source };
  // With the quote markers of its later lines.
  const written = sides.current.slice(english.span.start, english.span.end);
  if (recalled === undefined) return { ...common, kind: "new", target: written, mark: "new" };
  const target = written.includes("\n") ? recalled : onOneLine(recalled);
  return { ...common, kind: "reused", target, mark: "reused" };
}

/** Sentences that English joined: their translations, with what stands between them where that is but blanks. */
function joinTargets(segments: readonly TranslatedSegment[], { page }: SegmentSides): string {
  return segments.reduce((joined, { target, span }, nth) => {
    const before = segments[nth - 1];
    if (before === undefined) return target;
    const between = page.slice(before.span.end, span.start);
    return joined + (/^[ \t]*$/.test(between) && span.start >= before.span.end ? between : " ") + target;
  }, "");
}

/**
 * The segment as it stands in the page, with its mark. `id` is `undefined` in a clean page; `lineEnd` is that of the
 * page, English has plain ones.
 */
export function writeSegment(
  segment: SyncedSegment,
  id: string | undefined,
  omitMarks: boolean,
  lineEnd: LineEnd = "\n",
): string {
  const { verbatim, mark } = segment;
  const written = verbatim === undefined ? writePair(segment, id, lineEnd) : withId(verbatim, segment.id, id);
  return written + (mark === undefined || omitMarks ? "" : markFor(mark));
}

function writePair(segment: SyncedSegment, id: string | undefined, lineEnd: LineEnd): string {
  // What the page has already stays as it is.
  const target = segment.kind === "changed" ? segment.target : withLineEnd(segment.target, lineEnd);
  if (id === undefined) return target;
  const source = withLineEnd(segment.source, lineEnd);
  return halfTag("target", id) + target + seamMarkup(id) + source + END_TAG + END_TAG;
}

function withId(pair: string, old: string | undefined, id: string | undefined): string {
  if (old === undefined || id === undefined || old === id) return pair;
  return pair.replace(`-id="${old}"`, `-id="${id}"`).replace(`-id="${old}"`, `-id="${id}"`);
}

/** Without what differs between a page and the English half made of it: line ends and the markers of a quote. */
export function collapse(markdown: string): string {
  return markdown.replace(/\s*\n[ \t>]*|\s+/g, " ").trim();
}
