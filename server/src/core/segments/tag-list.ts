import type { Span } from "../text/span.ts";
import type { PlainSegment } from "./plain-segments.ts";

/**
 * What a tag of the side-by-side markup is for; `open` is any other `<span …>`, which is content. `pairs` stands for all
 * tags of pairs without damage that no other tag stands between: however many there are, the damage around them sees one.
 */
export type TagKind = "target" | "source" | "lookup" | "end" | "open" | "pairs";

/** A span tag as it stands in a page, damaged or not. */
export interface Tag {
  readonly kind: Exclude<TagKind, "pairs">;
  readonly span: Span;
  /** Where the id of a target or source tag stands, or would stand; empty for other kinds and where it is lost. */
  readonly idSpan: Span;
  /** Whether it is written exactly as the localization pipeline writes it. */
  readonly isExact: boolean;
  /** Whether it has attributes that the pipeline does not write: a repair would lose them. */
  readonly hasOtherAttributes: boolean;
}

const KINDS: readonly TagKind[] = ["target", "source", "lookup", "end", "open", "pairs"];

// The numbers that are kept of each tag, by their places.
const WIDTH = 5;
const START = 0;
const END = 1;
/** Of `pairs`: the first of them, an index into `plain`. */
const ID_START = 2;
/** Of `pairs`: the one past the last. */
const ID_END = 3;
/** The index of the kind in `KINDS`, and the bits. */
const TRAITS = 4;
const KIND_BITS = 7;
const EXACT = 8;
const OTHER_ATTRIBUTES = 16;

/** The room that there is at first, in tags. */
const ROOM = 64;

/**
 * The span tags of a text, in order and not overlapping. They are rows of numbers: a page of 4 MB may be nothing but
 * tags, and as objects they take nine times the memory, all of which the garbage collector copies twice.
 */
export class TagList {
  /** How many there are. */
  length = 0;
  /** The text's pairs without damage, which `pairs` are of. */
  readonly plain: readonly PlainSegment[];
  private readonly text: string;
  private numbers = new Int32Array(WIDTH * ROOM);

  constructor(text: string, plain: readonly PlainSegment[]) {
    this.text = text;
    this.plain = plain;
  }

  /** Adds a tag behind all others. */
  add({ kind, span, idSpan, isExact, hasOtherAttributes }: Tag): void {
    const traits = KINDS.indexOf(kind) | (isExact ? EXACT : 0) | (hasOtherAttributes ? OTHER_ATTRIBUTES : 0);
    this.push(span.start, span.end, idSpan.start, idSpan.end, traits);
  }

  /** Adds an exact tag behind all others. */
  addExact(kind: Tag["kind"], start: number, end: number, idStart = end, idEnd = end): void {
    this.push(start, end, idStart, idEnd, KINDS.indexOf(kind) | EXACT);
  }

  /** Adds the pair `nth` of `plain` behind all tags, to the one that stands for the pairs right before it. */
  addPair(nth: number): void {
    const { start, end } = this.plain[nth] as PlainSegment;
    const last = this.length - 1;
    if (this.kind(last) === "pairs" && this.numberOf(last, ID_END) === nth)
      this.settle(last, end, nth + 1, false);
    else this.push(start, end, nth, nth + 1, KINDS.indexOf("pairs") | EXACT);
  }

  private push(start: number, end: number, idStart: number, idEnd: number, traits: number): void {
    const at = WIDTH * this.length;
    if (at === this.numbers.length) {
      const larger = new Int32Array(2 * at);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    const { numbers } = this;
    numbers[at + START] = start;
    numbers[at + END] = end;
    numbers[at + ID_START] = idStart;
    numbers[at + ID_END] = idEnd;
    numbers[at + TRAITS] = traits;
    this.length += 1;
  }

  /** Of the tag `nth`; `undefined` where there is none. */
  kind(nth: number): TagKind | undefined {
    if (nth < 0 || nth >= this.length) return undefined;
    return KINDS[this.numberOf(nth, TRAITS) & KIND_BITS];
  }

  start(nth: number): number {
    return this.numberOf(nth, START);
  }

  end(nth: number): number {
    return this.numberOf(nth, END);
  }

  span(nth: number): Span {
    return { start: this.start(nth), end: this.end(nth) };
  }

  /** The id of a target or source tag as written; empty for other tags and where it is lost. Not of `pairs`. */
  id(nth: number): string {
    return this.text.slice(this.numberOf(nth, ID_START), this.numberOf(nth, ID_END));
  }

  /** Not of `pairs`. */
  idSpan(nth: number): Span {
    return { start: this.numberOf(nth, ID_START), end: this.numberOf(nth, ID_END) };
  }

  isExact(nth: number): boolean {
    return (this.numberOf(nth, TRAITS) & EXACT) !== 0;
  }

  hasOtherAttributes(nth: number): boolean {
    return (this.numberOf(nth, TRAITS) & OTHER_ATTRIBUTES) !== 0;
  }

  /** Those that the tag `nth` stands for: at least one where its kind is `pairs`. */
  pairsOf(nth: number): readonly PlainSegment[] {
    return this.plain.slice(this.numberOf(nth, ID_START), this.numberOf(nth, ID_END));
  }

  /** The last of them. */
  lastPairOf(nth: number): PlainSegment {
    return this.plain[this.numberOf(nth, ID_END) - 1] as PlainSegment;
  }

  /** Writes down where a tag and its id end, once that is known better. */
  settle(nth: number, end: number, idEnd: number, hasOtherAttributes: boolean): void {
    const at = WIDTH * nth;
    this.numbers[at + END] = end;
    this.numbers[at + ID_END] = idEnd;
    if (hasOtherAttributes) this.numbers[at + TRAITS] = this.numberOf(nth, TRAITS) | OTHER_ATTRIBUTES;
  }

  private numberOf(nth: number, which: number): number {
    return this.numbers[WIDTH * nth + which] as number;
  }
}
