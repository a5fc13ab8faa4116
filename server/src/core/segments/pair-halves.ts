import { type Close, findClose, findLooseEnd } from "./find-close.ts";
import { type HalfStart, isWrappedGap, readBareOpener, withoutEnd } from "./halves.ts";
import type { PlainSegment } from "./plain-segments.ts";
import { Places } from "./places.ts";
import type { TagList } from "./tag-list.ts";

/** A target with the seam and the close that belong to it, as far as they are there. */
export interface Pairing {
  readonly kind:
    /** Both halves, in full or with certainty. */
    | "pair"
    /** Both halves, with other pairs inside. */
    | "nested"
    /** A target whose source half is not there. */
    | "no-source"
    /** A source half whose target tag is not there. */
    | "no-target"
    /** Both halves, in full, the source before its target. */
    | "swapped"
    /** Both halves, but nothing tells where the source ends. */
    | "no-end";
  readonly opener: HalfStart | undefined;
  readonly seam: HalfStart | undefined;
  readonly close: Close | undefined;
  /** Index of a tag. `no-source`, `swapped`: the target's end tag. Otherwise: one that was left behind inside the target. */
  readonly looseEnd: number | undefined;
  /** Of a nested one: the pairs inside, at most `INNER_LIMIT` and one more. */
  readonly inner: readonly WholePair[];
}

/** Where the markup of a pair stands of which everything is there. */
export interface WholePair {
  readonly opener: Pick<HalfStart, "id" | "start" | "end">;
  readonly seam: Pick<HalfStart, "start" | "end">;
  readonly close: Pick<Close, "start" | "end">;
}

/** A pairing of which everything is there. */
export type Pair = Pairing & {
  readonly opener: HalfStart;
  readonly seam: HalfStart;
  readonly close: Close;
};

/** Of a pair without damage, which nobody asks about unless it stands inside another one. */
class PlainPair implements WholePair {
  readonly #segment: PlainSegment;

  constructor(segment: PlainSegment) {
    this.#segment = segment;
  }

  get opener(): WholePair["opener"] {
    const { id, start, targetStart } = this.#segment;
    return { id, start, end: targetStart };
  }

  get seam(): WholePair["seam"] {
    const { seamStart, sourceStart } = this.#segment;
    return { start: seamStart, end: sourceStart };
  }

  get close(): WholePair["close"] {
    const { sourceSpan, end } = this.#segment;
    return { start: sourceSpan.end, end };
  }
}

/** More pairs than this inside another one are no slip of the hand. */
export const INNER_LIMIT = 20;

interface Frame {
  readonly opener: HalfStart;
  readonly looseEnd: number | undefined;
  /** How many pairings were complete when it opened: what has come since lies inside. */
  readonly depth: number;
  seam: HalfStart | undefined;
  /** The same at the seam. */
  seamDepth: number;
}

const NONE: readonly WholePair[] = [];

/** Halves that make no pair. Written out, all of one shape: what is added to an object that was spread, V8 keeps apart. */
function broken(
  kind: Pairing["kind"],
  opener: HalfStart | undefined,
  seam: HalfStart | undefined,
  close: Close | undefined,
  looseEnd: number | undefined,
): Pairing {
  return { kind, opener, seam, close, looseEnd, inner: NONE };
}

/**
 * Puts halves together by their ids, but for the pairs without damage, which are together already. A half that finds no
 * counterpart is given back alone; it never takes one from another pair. Linear: every half is pushed and popped once,
 * and looked at with the tags up to the next one.
 */
export function pairHalves(text: string, tags: TagList, halves: readonly HalfStart[]): Pairing[] {
  return new Pairer(text, tags, halves).run();
}

class Pairer {
  readonly #text: string;
  readonly #tags: TagList;
  readonly #places: Places;
  readonly #halves: HalfStart[];
  /** Targets that still wait for their source or its end. */
  readonly #open: Frame[] = [];
  /** Complete pairs, in the order of their ends. */
  readonly #complete: WholePair[] = [];
  readonly #pairs: Pair[] = [];
  readonly #broken: Pairing[] = [];
  /** Where in `#open` the targets of each id are that wait for their source. */
  readonly #waiting = new Map<string, number[]>();

  constructor(text: string, tags: TagList, halves: readonly HalfStart[]) {
    this.#text = text;
    this.#tags = tags;
    this.#places = new Places(text);
    this.#halves = [...halves];
  }

  run(): Pairing[] {
    this.#halves.forEach((half, nth) => {
      if (half.kind === "source") this.#addSource(half, nth);
      else if (half.kind === "pairs") this.#addPlain(half);
      else if (!this.#addSwapped(half, nth)) this.#push(half);
    });
    while (this.#open.length > 0) this.#abandon();
    return [...this.#pairs, ...this.#broken];
  }

  #addPlain(half: HalfStart): void {
    // Where nothing is open, nobody asks what lies inside.
    if (this.#open.length === 0) return;
    for (const segment of this.#tags.pairsOf(half.tag)) this.#complete.push(new PlainPair(segment));
    this.#closeOuter(half, half.tagsFrom);
  }

  #push(opener: HalfStart): void {
    const looseEnd = findLooseEnd(this.#text, this.#tags, opener, opener.tagsFrom);
    const places = this.#waiting.get(opener.id);
    if (places === undefined) this.#waiting.set(opener.id, [this.#open.length]);
    else places.push(this.#open.length);
    const depth = this.#complete.length;
    this.#open.push({ opener, looseEnd, depth, seam: undefined, seamDepth: depth });
  }

  /** Takes a target for the other half of the source right before it. Whether it was that. */
  #addSwapped(opener: HalfStart, nth: number): boolean {
    const before = this.#broken.at(-1);
    if (before === undefined || before.seam !== this.#halves[nth - 1]) return false;
    if (!this.#isSwapped(before, opener)) return false;
    const looseEnd = this.#takeEnd(opener, nth);
    if (looseEnd === undefined) return false;
    this.#broken.splice(-1, 1, broken("swapped", opener, before.seam, before.close, looseEnd));
    return true;
  }

  /**
   * The end tag of a target that no source of its own follows. The source behind it may have taken it, and gives it
   * back.
   */
  #takeEnd(opener: HalfStart, nth: number): number | undefined {
    const next = this.#halves[nth + 1];
    if (next?.kind !== "source") return findLooseEnd(this.#text, this.#tags, opener, opener.tagsFrom);
    if (next.id === opener.id) return undefined;
    const tagsTo = next.hasEnd ? opener.tagsTo + 1 : opener.tagsTo;
    const end = findLooseEnd(this.#text, this.#tags, { ...opener, tagsTo }, opener.tagsFrom);
    if (next.hasEnd && end !== undefined && end === opener.tagsTo) {
      this.#halves[nth + 1] = withoutEnd(next, this.#tags.start(tagsTo));
    }
    return end;
  }

  #isSwapped({ kind, seam, close }: Pairing, opener: HalfStart): boolean {
    if (kind !== "no-target" || seam === undefined || close === undefined || seam.hasEnd) return false;
    if (seam.id === "" || seam.id !== opener.id) return false;
    return isWrappedGap(this.#text, close.end, opener.start);
  }

  #addSource(seam: HalfStart, nth: number): void {
    const frame = this.#take(seam) ?? this.#invent(seam, nth);
    if (frame === "target") return;
    const close = findClose(this.#text, this.#tags, seam, seam.tagsFrom);
    if (frame === undefined) {
      const looseEnd =
        close === undefined ? findLooseEnd(this.#text, this.#tags, seam, seam.tagsFrom) : undefined;
      this.#broken.push(broken("no-target", undefined, seam, close, looseEnd));
    } else {
      frame.seam = seam;
      frame.seamDepth = this.#complete.length;
      this.#waiting.get(frame.opener.id)?.pop();
      if (close === undefined) return;
      this.#open.pop();
      this.#settle(frame, seam, close);
    }
    if (close !== undefined) this.#closeOuter(seam, close.tagsTo);
  }

  /** The open target that a source belongs to, now on top; `undefined` when there is none. */
  #take(seam: HalfStart): Frame | undefined {
    const last = this.#open.at(-1);
    const top = last?.seam === undefined ? last : undefined;
    if (top?.opener.id === seam.id && this.#canReach(top.opener, seam)) return top;

    const deeper = this.#takeWaiting(seam);
    if (deeper !== undefined) return deeper;
    // Ids that differ, or are lost, need a place that leaves no doubt.
    return top !== undefined && this.#places.areOnOneLine(top.opener.place, seam.place) ? top : undefined;
  }

  /** The innermost open target with the id of a source, in its paragraph. Those above it have lost their source. */
  #takeWaiting(seam: HalfStart): Frame | undefined {
    const nth = seam.id === "" ? undefined : this.#waiting.get(seam.id)?.at(-1);
    const frame = nth === undefined ? undefined : this.#open[nth];
    if (frame === undefined || !this.#areInOneParagraph(frame.opener, seam)) return undefined;
    while (this.#open.at(-1) !== frame) this.#abandon();
    return frame;
  }

  /** Equal ids pair within a paragraph, however damaged; beyond it only when both are written without a flaw. */
  #canReach(opener: HalfStart, seam: HalfStart): boolean {
    return (opener.isExact && seam.isExact) || this.#areInOneParagraph(opener, seam);
  }

  #areInOneParagraph(a: HalfStart, b: HalfStart): boolean {
    return this.#places.areInOneParagraph(a.place, b.place);
  }

  /** A target whose tag is mangled beyond recognition, but whose place is certain. */
  #invent(seam: HalfStart, nth: number): Frame | "target" | undefined {
    const next = this.#halves[nth + 1];
    const isTarget =
      !seam.hasEnd && !seam.hasLookup && next?.kind === "source" && next.hasEnd && next.id === seam.id;
    if (isTarget && this.#places.areOnOneLine(next.place, seam.place)) {
      this.#push({ ...seam, kind: "target", isExact: false });
      return "target";
    }
    const opener = readBareOpener(this.#text, this.#tags, this.#halves[nth - 1]?.tagsFrom ?? 0, seam);
    if (opener === undefined) return undefined;
    this.#push(opener);
    return this.#open.at(-1);
  }

  #settle(frame: Frame, seam: HalfStart, close: Close, innerTo = this.#complete.length): void {
    const { opener, depth } = frame;
    const inner =
      innerTo > depth ? this.#complete.slice(depth, Math.min(innerTo, depth + INNER_LIMIT + 1)) : NONE;
    const looseEnd = seam.hasEnd ? undefined : frame.looseEnd;
    const kind = inner.length === 0 ? "pair" : "nested";
    const pairing: Pair = { kind, opener, seam, close, looseEnd, inner };
    if (kind === "nested") {
      this.#broken.push(pairing);
    } else {
      this.#complete.push(pairing);
      this.#pairs.push(pairing);
    }
  }

  /** After an inner pair: two more end tags close the pair around it, where there is one. */
  #closeOuter(seam: HalfStart, tagsFrom: number): void {
    const outer = this.#open.at(-1);
    if (outer?.seam === undefined || !this.#areInOneParagraph(outer.seam, seam)) return;
    const close = findClose(this.#text, this.#tags, seam, tagsFrom);
    if (close === undefined) return;
    this.#open.pop();
    this.#settle(outer, outer.seam, close);
  }

  /** Gives up on the innermost open target. */
  #abandon(): void {
    const frame = this.#open.pop() as Frame;
    const { opener, seam, looseEnd } = frame;
    if (seam === undefined) {
      this.#waiting.get(opener.id)?.pop();
      this.#broken.push(broken("no-source", opener, undefined, undefined, looseEnd));
      return;
    }
    const nth = findLooseEnd(this.#text, this.#tags, seam, seam.tagsFrom);
    const end = nth === undefined ? undefined : this.#tags.span(nth);
    if (end === undefined || !endsSegment(this.#text, end.end)) {
      this.#broken.push(broken("no-end", opener, seam, undefined, undefined));
      return;
    }
    this.#settle(frame, seam, { ...end, isExact: false, tagsTo: seam.tagsTo }, frame.seamDepth);
  }
}

/** Whether what follows is what follows a pair: 651,215 were looked at. */
function endsSegment(text: string, end: number): boolean {
  return end >= text.length || /[\s|\]<]/.test(text[end] as string);
}
