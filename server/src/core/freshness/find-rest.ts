import { needsTranslation } from "../segments/needs-translation.ts";
import type { Span } from "../text/span.ts";
import { type Ground, isWhole, rawText } from "./ground.ts";
import { normalize, type Normalized } from "./normalize.ts";

/** A piece of our cut, or part of one, that no segment covers. */
export interface Rest {
  readonly span: Span;
  /** How many segments stand before it. */
  readonly after: number;
  /** The segment that it makes one sentence with: that one's English has grown. `span` covers both then. */
  readonly joins: number | undefined;
  isTaken: boolean;
}

/** Where the English of a segment stands. */
type Cover = Span & { readonly nth: number };

/** What segments leave uncovered of the English page, but for what the localized page holds outside of segments. */
export function findRest(
  ground: Ground,
  placed: readonly (Span | undefined)[],
  unwrapped: (nth: number) => string,
): Rest[] {
  const covers = coversOf(placed);
  const known = new KnownText(unwrapped);
  const rest: Rest[] = [];
  let next = 0;
  for (const unit of ground.units) {
    while (next < covers.length && (covers[next] as Cover).end <= unit.start) next += 1;
    if (isCovered(unit, covers[next])) continue;
    for (const { at, ...span } of uncovered(unit, covers, next)) {
      const after = at === 0 ? 0 : (covers[at - 1] as Cover).nth + 1;
      const before = covers[at]?.nth ?? placed.length;
      if (!needsTranslation(rawText(ground, span)) || known.has(ground, span, after, before)) continue;
      rest.push({ span, after, joins: undefined, isTaken: false, ...joined(ground, span, covers, at, unit) });
    }
  }
  return rest;
}

function coversOf(placed: readonly (Span | undefined)[]): Cover[] {
  const covers: Cover[] = [];
  for (const [nth, span] of placed.entries())
    if (span !== undefined) covers.push({ start: span.start, end: span.end, nth });
  return covers;
}

/** Most segments are what we cut. */
function isCovered(unit: Span, cover: Span | undefined): boolean {
  return cover !== undefined && cover.start <= unit.start && cover.end >= unit.end;
}

/** The pieces of a unit between covers, from the cover of number `at` on; with each the number of the cover behind it. */
function* uncovered(
  unit: Span,
  covers: readonly Cover[],
  at: number,
): Generator<Span & { readonly at: number }> {
  let { start } = unit;
  for (let nth = at; start < unit.end; nth += 1) {
    const cover = covers[nth] ?? { start: unit.end, end: unit.end };
    const end = Math.min(unit.end, cover.start);
    if (end > start) yield { start, end, at: nth };
    start = Math.max(start, cover.end);
  }
}

const SENTENCE_END = /[.!?:;…。！？][)\]"'”’»]*$/;

/** Whether a piece goes on with the sentence of a segment beside it, in the same piece of our cut. */
function joined(
  { text }: Ground,
  span: Span,
  covers: readonly Cover[],
  at: number,
  unit: Span,
): Pick<Rest, "span" | "joins"> | undefined {
  const endsSentence = ({ start, end }: Span): boolean =>
    SENTENCE_END.test(text.slice(Math.max(start, end - 8), end));
  const left = covers[at - 1];
  if (left !== undefined && left.end > unit.start && !endsSentence(left)) {
    return { span: { start: left.start, end: span.end }, joins: left.nth };
  }
  const right = covers[at];
  if (right !== undefined && right.start < unit.end && !endsSentence(span)) {
    return { span: { start: span.start, end: right.end }, joins: right.nth };
  }
  return undefined;
}

/** What stands in the localized page outside of its segments. */
class KnownText {
  readonly #unwrapped: (nth: number) => string;
  #last: { readonly from: number; readonly to: number; readonly text: Normalized } | undefined;

  constructor(unwrapped: (nth: number) => string) {
    this.#unwrapped = unwrapped;
  }

  /** Whether a piece of the English page stands before one of the segments `from` to `to`. */
  has(ground: Ground, { start, end }: Span, from: number, to: number): boolean {
    const known = this.#read(from, to);
    const key = ground.text.slice(start, end);
    const at = known.text.indexOf(key);
    return at !== -1 && isWhole(known, { start: at, end: at + key.length });
  }

  /** All pieces between the same two segments are asked for one after the other. */
  #read(from: number, to: number): Normalized {
    if (this.#last?.from !== from || this.#last.to !== to) {
      const texts = Array.from({ length: to - from + 1 }, (_, nth) => this.#unwrapped(from + nth));
      this.#last = { from, to, text: normalize(texts.join("\n")) };
    }
    return this.#last.text;
  }
}
