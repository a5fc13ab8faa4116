import { Attached } from "../document/attached.ts";
import type { Fix } from "../rules/rule.ts";
import type { TextEdit } from "../text/edit.ts";
import { parseSegmentId, type Segment, type SegmentId } from "./segment.ts";
import { longestAscending } from "../text/longest-ascending.ts";

const regularity = new Attached<readonly Segment[], boolean>();

/**
 * Whether nothing can be said about the ids of these segments, nor of some of them: both halves have the same, all have
 * the right form and one prefix, and their numbers ascend. So it is on nearly all pages, and this tells without an object
 * for each segment. Found out once, however many rules ask.
 */
export function areIdsRegular(segments: readonly Segment[]): boolean {
  return regularity.of(segments, readsRegular);
}

/** Ids of one prefix, one in each line. Without a zero in front, the longer of two numbers is the greater one. */
const ONE_PREFIX = /^([0-9a-f]{5})-p?(?:[1-9]\d{3}|\d{3})(?:\n\1-p?(?:[1-9]\d{3}|\d{3}))*$/;
const PARAGRAPH_SIGN_AT = "1a2b3-".length;
const PARAGRAPH_SIGN = "p".charCodeAt(0);

function readsRegular(segments: readonly Segment[]): boolean {
  const ids: string[] = [];
  let sentence = "";
  let paragraph = "";
  for (let nth = 0; nth < segments.length; nth += 1) {
    const segment = segments[nth] as Segment;
    const id = segment.id;
    if (id !== segment.sourceId) return false;
    const isParagraph = id.charCodeAt(PARAGRAPH_SIGN_AT) === PARAGRAPH_SIGN;
    const last = isParagraph ? paragraph : sentence;
    if (id.length < last.length || (id.length === last.length && id <= last)) return false;
    if (isParagraph) paragraph = id;
    else sentence = id;
    ids.push(id);
  }
  return ids.length === 0 || ONE_PREFIX.test(ids.join("\n"));
}

/** A segment whose id has the right form. */
export interface NumberedSegment {
  readonly segment: Segment;
  readonly id: SegmentId;
  /** Whether it keeps its number when ids are put in order: the most segments that can do so, do. */
  readonly isInOrder: boolean;
}

/** The numbers that a segment would have to lie between; `undefined` where nothing is before or after it. */
export interface Bounds {
  readonly above: number | undefined;
  readonly below: number | undefined;
}

/** Numbers looked at for all the fixes of a page. A page that needs more is not mended by renumbering. */
const MOST_STEPS = 20_000;

/**
 * The ids of a page's segments. Measured on 651,215 pairs: one prefix for a page, no id twice, numbers ascending with
 * gaps; paragraph segments (`p101`) have a counter of their own, and gaps too.
 */
export class Numbering {
  /** The prefix that most segments have, of several the first; `undefined` when no id has the right form. */
  readonly prefix: string | undefined;
  readonly numbered: readonly NumberedSegment[];
  /** Whether no two segments have the same id in their translation. */
  readonly isUnique: boolean;
  /** Whether all of `numbered` ascend. */
  readonly isInOrder: boolean;
  readonly #ids: ReadonlyMap<string, number>;
  /** The segments in order, of each counter. */
  readonly #sentences: readonly NumberedSegment[];
  readonly #paragraphs: readonly NumberedSegment[];
  /** What the fixes so far have given out: many may be applied together, and no two of them write the same id. */
  readonly #given = new Set<string>();
  #stepsLeft = MOST_STEPS;

  /** The segments are read once, however many rules ask; the numbers looked at count anew for each. */
  constructor(segments: readonly Segment[]) {
    const counters = countersOf.of(segments, readCounters);
    this.prefix = counters.prefix;
    this.numbered = counters.numbered;
    this.isUnique = counters.ids.size === segments.length;
    this.isInOrder = counters.sentences.length + counters.paragraphs.length === counters.numbered.length;
    this.#ids = counters.ids;
    this.#sentences = counters.sentences;
    this.#paragraphs = counters.paragraphs;
  }

  /** How many segments have this id in their translation. */
  count(id: string): number {
    return this.#ids.get(id) ?? 0;
  }

  boundsOf(segment: Segment, isParagraph: boolean): Bounds {
    const { counter, before, after } = this.#place(segment, isParagraph);
    return { above: counter[before]?.id.number, below: counter[after]?.id.number };
  }

  /**
   * A fix that gives a segment a free number at its place. Where there is none, those behind it move up until a gap
   * takes it in. None when the whole page would have to be renumbered over and over.
   */
  renumber(segment: Segment, isParagraph: boolean, prefix: string): Fix[] {
    const { counter, before, after } = this.#place(segment, isParagraph);
    const above = counter[before]?.id.number;
    const below = counter[after]?.id.number ?? FIRST_NUMBER + 1;
    const idOf = (number: number): string => formatId(prefix, isParagraph, number);

    const first = above === undefined ? Math.max(FIRST_NUMBER, below - 1) : above + 1;
    const isFirstFree = above === undefined && !this.#given.has(idOf(first));
    let number = isFirstFree ? first : this.#nextFree(first, after, counter, idOf);
    const id = idOf(number);
    this.#given.add(id);
    const edits = idEdits(segment, id);
    let last = after;
    for (; last < counter.length && this.#stepsLeft > 0; last += 1) {
      const follower = counter[last] as NumberedSegment;
      if (follower.id.number > number) break;
      number = this.#nextFree(number + 1, last + 1, counter, idOf);
      edits.push(...idEdits(follower.segment, idOf(number)));
      this.#given.add(idOf(number));
    }
    if (this.#stepsLeft <= 0) return [];
    return [{ title: titleOf(id, last - after), edits, isPreferred: true }];
  }

  /** The first number from `number` on that no segment has, or one that is going to move out of the way. */
  #nextFree(
    number: number,
    after: number,
    counter: readonly NumberedSegment[],
    idOf: (number: number) => string,
  ): number {
    for (let next = number; ; next += 1) {
      this.#stepsLeft -= 1;
      if (this.#stepsLeft <= 0) return next;
      if (this.#given.has(idOf(next))) continue;
      if (this.count(idOf(next)) === 0) return next;
      if (counter[after]?.id.number === next) return next;
    }
  }

  /** Where a segment stands among those in order: the indexes of its neighbours. */
  #place(
    { span }: Segment,
    isParagraph: boolean,
  ): { counter: readonly NumberedSegment[]; before: number; after: number } {
    const counter = isParagraph ? this.#paragraphs : this.#sentences;
    let low = 0;
    let high = counter.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((counter[middle] as NumberedSegment).segment.span.start < span.start) low = middle + 1;
      else high = middle;
    }
    const isThere = counter[low]?.segment.span.start === span.start;
    return { counter, before: low - 1, after: isThere ? low + 1 : low };
  }
}

function titleOf(id: string, moved: number): string {
  const others = moved === 1 ? "the segment behind it" : `the ${moved} segments behind it`;
  return `Renumber it to \`${id}\`${moved === 0 ? "" : `, and ${others}`}`;
}

interface Counters {
  readonly prefix: string | undefined;
  readonly numbered: readonly NumberedSegment[];
  readonly ids: ReadonlyMap<string, number>;
  readonly sentences: readonly NumberedSegment[];
  readonly paragraphs: readonly NumberedSegment[];
}

const countersOf = new Attached<readonly Segment[], Counters>();

function readCounters(segments: readonly Segment[]): Counters {
  const parsed: Parsed[] = [];
  for (const segment of segments) {
    const id = parseSegmentId(segment.id);
    if (id !== undefined) parsed.push({ segment, id, isInOrder: false });
  }
  const prefix = mostFrequent(parsed);
  const ids = countIds(segments);
  const isUnique = ids.size === segments.length;
  const firsts = isUnique ? parsed : firstsOf(parsed, ids);
  const countable = firsts.filter(({ id }) => id.prefix === prefix);
  const sentences = longestRun(countable.filter(({ id }) => !id.isParagraph));
  const paragraphs = longestRun(countable.filter(({ id }) => id.isParagraph));
  for (const each of sentences) each.isInOrder = true;
  for (const each of paragraphs) each.isInOrder = true;
  return { prefix, numbered: parsed, ids, sentences, paragraphs };
}

/** The first member of each id. */
function firstsOf(items: readonly Parsed[], ids: ReadonlyMap<string, number>): readonly Parsed[] {
  const seen = new Set<string>();
  return items.filter(({ segment }) => {
    if (ids.get(segment.id) === 1) return true;
    const isFirst = !seen.has(segment.id);
    seen.add(segment.id);
    return isFirst;
  });
}

/** Numbers start here; what comes before would be sentences of the front matter. */
const FIRST_NUMBER = 101;

/** Writes an id into both halves of a segment. */
export function idEdits({ idSpan, sourceIdSpan }: Segment, id: string): TextEdit[] {
  return [idSpan, sourceIdSpan]
    .filter(({ start, end }) => start < end)
    .map((span) => ({ span, newText: id }));
}

/** An id in the form that the pipeline writes. */
export function formatId(prefix: string, isParagraph: boolean, number: number): string {
  return `${prefix}-${isParagraph ? "p" : ""}${String(number).padStart(3, "0")}`;
}

interface Parsed extends NumberedSegment {
  isInOrder: boolean;
}

/** The longest run of members, not necessarily neighbours, whose numbers ascend; in page order. */
function longestRun(items: readonly Parsed[]): readonly Parsed[] {
  const isAscending = items.every(
    ({ id }, nth) => nth === 0 || (items[nth - 1] as Parsed).id.number < id.number,
  );
  if (isAscending) return items;
  return longestAscending(items.map(({ id }) => id.number)).map((nth) => items[nth] as Parsed);
}

function mostFrequent(items: readonly Parsed[]): string | undefined {
  const first = items[0]?.id.prefix;
  if (items.every(({ id }) => id.prefix === first)) return first;
  let best: string | undefined;
  const counts = new Map<string, number>();
  for (const { id } of items) counts.set(id.prefix, (counts.get(id.prefix) ?? 0) + 1);
  for (const [prefix, count] of counts) {
    if (best === undefined || count > (counts.get(best) ?? 0)) best = prefix;
  }
  return best;
}

function countIds(segments: readonly Segment[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { id } of segments) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
