import { distance } from "fastest-levenshtein";
import type { Span } from "../text/span.ts";
import type { TagList } from "./tag-list.ts";
import { LOOKUP_TAG, seamMarkup } from "./tags.ts";

/**
 * Where a half of a pair begins: the target's tag, or the seam `</span><span class="sxs-lookup"><span data-stu-id="…">`
 * that ends the target and opens the source, as far as it is there. Of `pairs` without damage it is the seam of the last.
 */
export interface HalfStart {
  readonly kind: "target" | "source" | "pairs";
  readonly start: number;
  readonly end: number;
  /** As written; empty where it is lost. */
  readonly id: string;
  /** Index of the tag that carries the id; of a seam that lost it, of the lookup tag. */
  readonly tag: number;
  /** In its line and paragraph. */
  readonly place: number;
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

/** Gathers tags into halves, in page order. */
export function readHalves(text: string, tags: TagList): HalfStart[] {
  const halves: HalfStart[] = [];
  let nth = 0;
  while (nth < tags.length) {
    const kind = tags.kind(nth);
    if (kind === "end" || kind === "open") {
      nth += 1;
      continue;
    }
    const previous = halves.at(-1);
    const half = readHalf(text, tags, nth, previous);
    if (previous !== undefined) previous.tagsTo = half.hasEnd ? nth - 1 : nth;
    half.tagsTo = tags.length;
    halves.push(half);
    nth = half.tagsFrom;
  }
  return halves;
}

function readHalf(text: string, tags: TagList, nth: number, previous: HalfStart | undefined): HalfStart {
  const kind = tags.kind(nth);
  if (kind === "target") return targetHalf(tags, nth);
  return kind === "pairs" ? pairsHalf(tags, nth) : readSeam(text, tags, nth, previous);
}

/** Whether nothing but blanks, and at most one line break, stands between two places. */
export function isWrappedGap(text: string, start: number, end: number): boolean {
  return start <= end && end - start <= 50 && WRAPPED_GAP.test(text.slice(start, end));
}

/** A seam without the end tag that it took from before it: what is left begins at `start`. */
export function withoutEnd(seam: HalfStart, start: number): HalfStart {
  return { ...seam, hasEnd: false, isExact: false, start };
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
  tags: TagList,
  from: number,
  seam: HalfStart,
): HalfStart | undefined {
  let ends = 0;
  for (let nth = lastBefore(tags, from, seam); nth >= from; nth -= 1) {
    if (tags.kind(nth) === "end") ends += 1;
    else if (ends > 0) ends -= 1;
    else if (isBareOpener(text, tags, nth) && !text.slice(tags.end(nth), seam.start).includes("\n")) {
      return { ...targetHalf(tags, nth), place: seam.place, isExact: false };
    } else return undefined;
  }
  return undefined;
}

function isBareOpener(text: string, tags: TagList, nth: number): boolean {
  return BARE_OPENER.test(text.slice(tags.start(nth), tags.end(nth)));
}

/** Index of the last tag before a seam; the tag `from` and what follows reach at least that far. */
function lastBefore(tags: TagList, from: number, seam: HalfStart): number {
  let nth = Math.min(seam.tagsFrom, tags.length) - 1;
  while (nth >= from && tags.end(nth) > seam.start) nth -= 1;
  return nth;
}

// How far its tags reach is filled in by who knows what comes after.
const UNKNOWN = -1;

function targetHalf(tags: TagList, nth: number): HalfStart {
  return {
    kind: "target",
    start: tags.start(nth),
    end: tags.end(nth),
    id: tags.id(nth),
    tag: nth,
    place: tags.start(nth),
    isExact: tags.isExact(nth),
    hasOtherAttributes: tags.hasOtherAttributes(nth),
    hasEnd: false,
    hasLookup: false,
    hasText: false,
    tagsFrom: nth + 1,
    tagsTo: UNKNOWN,
  };
}

function pairsHalf(tags: TagList, nth: number): HalfStart {
  const { id, seamStart, sourceStart } = tags.lastPairOf(nth);
  return {
    kind: "pairs",
    start: seamStart,
    end: sourceStart,
    id,
    tag: nth,
    place: seamStart,
    isExact: true,
    hasOtherAttributes: false,
    hasEnd: false,
    hasLookup: true,
    hasText: false,
    tagsFrom: nth + 1,
    tagsTo: UNKNOWN,
  };
}

/** The seam around the tag `nth`, a lookup or source tag. What the half before it needs of the tags stays there. */
function readSeam(text: string, tags: TagList, nth: number, previous: HalfStart | undefined): HalfStart {
  const { tag, last, hasText } = findSourceTag(text, tags, nth);
  const id = tags.id(tag);
  const free = findFreeEnd(tags, nth - 1, previous);
  const hasEnd = free !== undefined && isEndOf(text, tags, free, nth, id, previous);
  const first = tags.start(nth);
  const start = hasEnd ? tags.start(free) : (findSoftEnd(text, tags, nth - 1, first) ?? first);
  const end = tags.end(last);
  const exact = id === "" ? "" : seamMarkup(id);
  return {
    kind: "source",
    start,
    end,
    id,
    tag,
    place: first,
    isExact: exact !== "" && end - start === exact.length && text.startsWith(exact, start),
    hasOtherAttributes: tags.hasOtherAttributes(nth) || tags.hasOtherAttributes(tag),
    hasEnd,
    hasLookup: tags.kind(nth) === "lookup",
    hasText,
    tagsFrom: last + 1,
    tagsTo: UNKNOWN,
  };
}

/**
 * Index of the tag with the id that belongs to the first tag of a seam; where there is none, of that tag itself. `last` is
 * that of the seam's last tag: a tag that is written twice in a row is one.
 */
function findSourceTag(
  text: string,
  tags: TagList,
  nth: number,
): { tag: number; last: number; hasText: boolean } {
  const first = lastCopy(text, tags, nth);
  if (tags.kind(first) === "lookup" && tags.kind(first + 1) === "source") {
    const gap = text.slice(tags.end(first), tags.start(first + 1));
    if (isSmallGap(gap))
      return { tag: first + 1, last: lastCopy(text, tags, first + 1), hasText: gap.trim() !== "" };
  }
  return { tag: first, last: first, hasText: false };
}

/** Index of the last of the equal tags that follow each other from `nth` on. */
function lastCopy(text: string, tags: TagList, nth: number): number {
  const kind = tags.kind(nth);
  let last = nth;
  while (tags.kind(last + 1) === kind && tags.id(last + 1) === tags.id(nth)) {
    if (!isWrappedGap(text, tags.end(last), tags.start(last + 1))) break;
    last += 1;
  }
  return last;
}

/** The end tag `nth`, unless it is one of the two that the source half before it ends with. */
function findFreeEnd(tags: TagList, nth: number, previous: HalfStart | undefined): number | undefined {
  const from = previous?.tagsFrom ?? 0;
  if (nth < from) return undefined;
  // What else stands there is `<span>`, which may be written for `</span>`.
  const needed = tags.kind(nth) === "end" ? neededEnds(previous) : undefined;
  if (nth === from || needed === undefined) return nth;
  const isSecond = tags.kind(nth - 1) === "end" && tags.end(nth - 1) === tags.start(nth);
  return isSecond && !hasSpareEnd(tags, from, nth, needed) ? undefined : nth;
}

/** How many of the end tags behind a half are its own. `undefined`: it ends nowhere. */
function neededEnds(half: HalfStart | undefined): number | undefined {
  if (half?.kind === "source") return 2;
  return half?.kind === "pairs" ? 0 : undefined;
}

/** Whether the tags `from` to `last` have more end tags than the spans among them need, and the half before them. */
function hasSpareEnd(tags: TagList, from: number, last: number, needed: number): boolean {
  let open = needed;
  for (let nth = from; nth <= last; nth += 1) open += tags.kind(nth) === "end" ? -1 : 1;
  return open < 0;
}

/**
 * Whether the end tag `end` is that of the target before the seam that begins with the tag `first` and has this id: next to
 * the seam, but for blanks or what is left of a lookup tag. Over a line break it is only that of a target with the same id.
 */
function isEndOf(
  text: string,
  tags: TagList,
  end: number,
  first: number,
  id: string,
  previous: HalfStart | undefined,
): boolean {
  const gap = text.slice(tags.end(end), tags.start(first));
  const isOwn = previous?.kind === "target" && previous.id === id && id !== "";
  const isNext = (isOwn ? WRAPPED_GAP : SMALL_GAP).test(gap);
  return isNext || (tags.kind(first) === "source" && isMangledLookup(gap));
}

function isMangledLookup(gap: string): boolean {
  return gap.length <= 40 && !gap.includes("\n") && distance(gap.trim(), LOOKUP_TAG) <= 8;
}

/** Where a mangled end tag right before a seam starts. It takes no letter of the tag `previous` before the seam. */
function findSoftEnd(text: string, tags: TagList, previous: number, seamStart: number): number | undefined {
  const start = softEndBefore(text, seamStart)?.start;
  const kind = tags.kind(previous);
  if (start === undefined || kind === undefined || tags.end(previous) <= start) return start;
  // `<span>` for `</span>` is a tag of its own.
  return kind === "open" && tags.start(previous) === start ? start : undefined;
}

/** Between a lookup tag and the source tag right after it: blanks, or a slip of the hand. */
function isSmallGap(gap: string): boolean {
  return WRAPPED_GAP.test(gap) || (gap.length <= 20 && !gap.includes("\n"));
}
