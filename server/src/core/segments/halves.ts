import { distance } from "fastest-levenshtein";
import type { Span } from "../text/span.ts";
import type { PlainSegment } from "./plain-segments.ts";
import { LOOKUP_TAG, seamMarkup, type Tag } from "./tags.ts";

/**
 * Where a half of a pair begins: the target's tag, or the seam `</span><span class="sxs-lookup"><span data-stu-id="…">`
 * that ends the target and opens the source, as far as it is there. Of `pairs` without damage it is the seam of the last.
 */
export interface HalfStart {
  readonly kind: "target" | "source" | "pairs";
  readonly span: Span;
  /** As written; empty where it is lost. */
  readonly id: string;
  readonly idSpan: Span;
  /** The tag that carries the id; of a seam that lost it, the lookup tag. */
  readonly tag: Tag;
  readonly isExact: boolean;
  readonly hasOtherAttributes: boolean;
  /** What a seam has of its parts. Targets have none. */
  readonly hasEnd: boolean;
  readonly hasLookup: boolean;
  /** Whether something that is no markup stands between the tags of a seam. */
  readonly hasText: boolean;
  /** Index of the first and past the last of the tags that follow it, up to the next half. */
  readonly tagsFrom: number;
  tagsTo: number;
  /** Line and paragraph, counted from the start of the scan. */
  line: number;
  paragraph: number;
}

/**
 * One letter of `</span>` lost; before a lookup tag or beside another end tag nothing else looks like this. A blank is
 * taken only with the bracket behind it, or where a tag follows: other blanks and line ends are the page's. Capitals
 * are text: in `</spaN` a word begins.
 */
const MANGLED_END = "<\\/(?:span|pan|san|spn|spa)";
const SOFT_END_BEFORE = new RegExp(`(?:${MANGLED_END}\\s?>?|\\/span>|<span>)$`);
const SOFT_END_AFTER = new RegExp(`^(?:${MANGLED_END}(?:[^\\S\\r\\n]?>)?|\\/span>|<span>)`);
/** Between two tags that belong together. A line break would let a seam take the end of another line's pair. */
const SMALL_GAP = /^[^\S\n]{0,20}$/;
/** The same with a line break, as an editor's wrapping leaves it, also in a quotation. */
const WRAPPED_GAP = /^[^\S\n]{0,20}(?:\n[ \t>]{0,20})?$/;
/** A span without a whole attribute: what is left when `data-ttu-id="…"` is cut out of a target's tag. */
const BARE_OPENER = /^<span(?![^>]*=\s*"[^"]+")/i;
const BLANK_LINE = /\n[ \t>]*\r?\n/;

/** Gathers tags into halves, in page order. */
export function readHalves(text: string, tags: readonly Tag[]): HalfStart[] {
  const halves: HalfStart[] = [];
  const place = new Place(text, tags[0]?.span.start ?? 0);
  let nth = 0;
  while (nth < tags.length) {
    const tag = tags[nth] as Tag;
    if (tag.kind === "end" || tag.kind === "open") {
      nth += 1;
      continue;
    }
    place.moveTo(tag.span.start);
    const previous = halves.at(-1);
    const half = readHalf(text, tags, nth, previous);
    if (tag.kind === "pairs") place.moveTo(half.span.start);
    if (previous !== undefined) previous.tagsTo = half.hasEnd ? nth - 1 : nth;
    half.line = place.line;
    half.paragraph = place.paragraph;
    half.tagsTo = tags.length;
    halves.push(half);
    nth = half.tagsFrom;
  }
  return halves;
}

function readHalf(
  text: string,
  tags: readonly Tag[],
  nth: number,
  previous: HalfStart | undefined,
): HalfStart {
  const tag = tags[nth] as Tag;
  if (tag.kind === "target") return targetHalf(tag, nth);
  return tag.kind === "pairs" ? pairsHalf(tag, nth) : readSeam(text, tags, nth, previous);
}

/** Counts lines and paragraphs on the way through a text. */
class Place {
  line = 0;
  paragraph = 0;
  readonly #text: string;
  #offset: number;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#offset = offset;
  }

  moveTo(offset: number): void {
    const between = this.#text.slice(this.#offset, offset);
    for (let at = between.indexOf("\n"); at !== -1; at = between.indexOf("\n", at + 1)) this.line += 1;
    if (BLANK_LINE.test(between)) this.paragraph += 1;
    this.#offset = offset;
  }
}

/** Whether nothing but blanks, and at most one line break, stands between two places. */
export function isWrappedGap(text: string, start: number, end: number): boolean {
  return start <= end && end - start <= 50 && WRAPPED_GAP.test(text.slice(start, end));
}

/** A seam without the end tag that it took from before it. */
export function withoutEnd(seam: HalfStart, first: Tag): HalfStart {
  return { ...seam, hasEnd: false, isExact: false, span: { start: first.span.start, end: seam.span.end } };
}

/** The text of a lost or mangled end tag right before `offset`, if there is one. */
export function softEndBefore(text: string, offset: number): Span | undefined {
  const match = SOFT_END_BEFORE.exec(text.slice(Math.max(0, offset - 8), offset));
  return match === null ? undefined : { start: offset - match[0].length, end: offset };
}

/** The text of a mangled end tag right after `offset`, if there is one. */
export function softEndAfter(text: string, offset: number): Span | undefined {
  const match = SOFT_END_AFTER.exec(text.slice(offset, offset + 8));
  return match === null ? undefined : { start: offset, end: offset + match[0].length };
}

/**
 * A target's tag that has lost its attribute (`<span>译文</span><span class="sxs-lookup">…`), among the tags from
 * `from` up to the seam that ends it, on the same line.
 */
export function readBareOpener(
  text: string,
  tags: readonly Tag[],
  from: number,
  seam: HalfStart,
): HalfStart | undefined {
  let ends = 0;
  for (let nth = lastBefore(tags, from, seam); nth >= from; nth -= 1) {
    const tag = tags[nth] as Tag;
    if (tag.kind === "end") ends += 1;
    else if (ends > 0) ends -= 1;
    else if (BARE_OPENER.test(text.slice(tag.span.start, tag.span.end)) && isOnOneLine(text, tag, seam)) {
      const { line, paragraph } = seam;
      return { ...targetHalf(tag, nth), line, paragraph, isExact: false };
    } else return undefined;
  }
  return undefined;
}

/** Index of the last tag before a seam; `tags[from]` and what follows reach at least that far. */
function lastBefore(tags: readonly Tag[], from: number, seam: HalfStart): number {
  let nth = Math.min(seam.tagsFrom, tags.length) - 1;
  while (nth >= from && (tags[nth] as Tag).span.end > seam.span.start) nth -= 1;
  return nth;
}

function isOnOneLine(text: string, tag: Tag, seam: HalfStart): boolean {
  return !text.slice(tag.span.end, seam.span.start).includes("\n");
}

// Where it stands and how far its tags reach is filled in by who knows what comes before and after.
const UNPLACED = -1;

function targetHalf(tag: Tag, nth: number): HalfStart {
  return {
    kind: "target",
    span: tag.span,
    id: tag.id,
    idSpan: tag.idSpan,
    tag,
    isExact: tag.isExact,
    hasOtherAttributes: tag.hasOtherAttributes,
    hasEnd: false,
    hasLookup: false,
    hasText: false,
    tagsFrom: nth + 1,
    tagsTo: UNPLACED,
    line: UNPLACED,
    paragraph: UNPLACED,
  };
}

function pairsHalf(tag: Tag, nth: number): HalfStart {
  const { seamStart, sourceStart } = tag.plain.at(-1) as PlainSegment;
  const span = { start: seamStart, end: sourceStart };
  return { ...targetHalf(tag, nth), kind: "pairs", span, hasEnd: false, hasLookup: true };
}

/** The seam around the tag `nth`, a lookup or source tag. What the half before it needs of the tags stays there. */
function readSeam(
  text: string,
  tags: readonly Tag[],
  nth: number,
  previous: HalfStart | undefined,
): HalfStart {
  const first = tags[nth] as Tag;
  const { tag, last, hasText } = findSourceTag(text, tags, nth);
  const free = freeEnd(tags, nth - 1, previous);
  const end = free && findEnd(text, free, first, tag, previous);
  const start = end?.span.start ?? findSoftEnd(text, tags[nth - 1], first) ?? first.span.start;
  const span = { start, end: (tags[last] as Tag).span.end };
  return {
    kind: "source",
    span,
    id: tag.id,
    idSpan: tag.idSpan,
    tag,
    isExact: tag.id !== "" && text.slice(start, span.end) === seamMarkup(tag.id),
    hasOtherAttributes: first.hasOtherAttributes || tag.hasOtherAttributes,
    hasEnd: end !== undefined,
    hasLookup: first.kind === "lookup",
    hasText,
    tagsFrom: last + 1,
    tagsTo: UNPLACED,
    line: UNPLACED,
    paragraph: UNPLACED,
  };
}

/**
 * The tag with the id that belongs to the first tag of a seam; where there is none, that tag itself. `last` is the index
 * of the seam's last tag: a tag that is written twice in a row is one.
 */
function findSourceTag(
  text: string,
  tags: readonly Tag[],
  nth: number,
): { tag: Tag; last: number; hasText: boolean } {
  const lookup = lastCopy(text, tags, nth);
  const first = tags[lookup] as Tag;
  const next = tags[lookup + 1];
  if (first.kind === "lookup" && next?.kind === "source") {
    const gap = text.slice(first.span.end, next.span.start);
    if (isSmallGap(gap))
      return { tag: next, last: lastCopy(text, tags, lookup + 1), hasText: gap.trim() !== "" };
  }
  return { tag: first, last: lookup, hasText: false };
}

/** Index of the last of the equal tags that follow each other from `nth` on. */
function lastCopy(text: string, tags: readonly Tag[], nth: number): number {
  const { kind, id } = tags[nth] as Tag;
  let last = nth;
  for (let next = tags[last + 1]; next?.kind === kind && next.id === id; next = tags[last + 1]) {
    if (!isWrappedGap(text, (tags[last] as Tag).span.end, next.span.start)) break;
    last += 1;
  }
  return last;
}

/** The end tag `nth`, unless it is one of the two that the source half before it ends with. */
function freeEnd(tags: readonly Tag[], nth: number, previous: HalfStart | undefined): Tag | undefined {
  const from = previous?.tagsFrom ?? 0;
  const end = nth < from ? undefined : tags[nth];
  if (end?.kind !== "end" || nth === from) return end;
  const needed = neededEnds(previous);
  if (needed === undefined) return end;
  const before = tags[nth - 1] as Tag;
  const isSecond = before.kind === "end" && before.span.end === end.span.start;
  return isSecond && !hasSpareEnd(tags.slice(from, nth + 1), needed) ? undefined : end;
}

/** How many of the end tags behind a half are its own. `undefined`: it ends nowhere. */
function neededEnds(half: HalfStart | undefined): number | undefined {
  if (half?.kind === "source") return 2;
  return half?.kind === "pairs" ? 0 : undefined;
}

/** Whether there are more end tags than the spans in the text behind a half need, and the half itself. */
function hasSpareEnd(tags: readonly Tag[], needed: number): boolean {
  let open = needed;
  for (const { kind } of tags) open += kind === "end" ? -1 : 1;
  return open < 0;
}

/**
 * The end tag of the target: next to the seam, but for blanks or what is left of a lookup tag. Over a line break it is
 * taken only from the target with the seam's own id.
 */
function findEnd(text: string, end: Tag, first: Tag, { id }: Tag, previous?: HalfStart): Tag | undefined {
  const gap = text.slice(end.span.end, first.span.start);
  const isOwn = previous?.kind === "target" && previous.id === id && id !== "";
  const isNext = (isOwn ? WRAPPED_GAP : SMALL_GAP).test(gap);
  return isNext || (first.kind === "source" && isMangledLookup(gap)) ? end : undefined;
}

function isMangledLookup(gap: string): boolean {
  return gap.length <= 40 && !gap.includes("\n") && distance(gap.trim(), LOOKUP_TAG) <= 8;
}

/** Where a mangled end tag right before a seam starts. It takes no letter of the tag before. */
function findSoftEnd(text: string, previous: Tag | undefined, first: Tag): number | undefined {
  const start = softEndBefore(text, first.span.start)?.start;
  if (start === undefined || previous === undefined || previous.span.end <= start) return start;
  // `<span>` for `</span>` is a tag of its own.
  return previous.kind === "open" && previous.span.start === start ? start : undefined;
}

/** Between a lookup tag and the source tag right after it: blanks, or a slip of the hand. */
function isSmallGap(gap: string): boolean {
  return WRAPPED_GAP.test(gap) || (gap.length <= 20 && !gap.includes("\n"));
}
