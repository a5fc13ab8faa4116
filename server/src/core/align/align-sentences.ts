import type { Span } from "../text/span.ts";
import { compareFeatures, type Features, featuresOf } from "./features.ts";
import { type Boundary, findBoundaries } from "./sentence-ends.ts";

/** A stretch of the English and the stretch of the translation that renders it; offsets into the two texts. */
export interface SentencePair {
  /** First and last (excluded) of the English sentences; equal: none. */
  readonly sources: readonly [from: number, to: number];
  /** `undefined`: the translation leaves it out. */
  readonly target: Span | undefined;
  /** From 0 to 1. */
  readonly confidence: number;
}

export interface LanguagePair {
  /** Length of a translation for one character of English, as measured on the page. */
  readonly ratio: number;
  readonly targetIsLatin: boolean;
  /** Whether the page separates segments by blanks where its language has none. */
  readonly spacesSegments: boolean;
}

// A translation as the pipeline makes it has one segment for each English one: all else is rare, and costs.
const MERGE_COST = 3.5;
const SKIP_COST = 9;
const WHOLE_COST = 2.5;
// Most sentences that a translator put into one, and most stretches between blanks that one sentence goes over.
const MOST_MERGED = 4;
const MOST_BOUNDARIES = 400;
// Variance of the length ratio for each character (Gale and Church 1993).
const VARIANCE = 6.8;

/** Lines up the sentences of one passage with its translation by dynamic programming. */
export function alignSentences(
  sources: readonly string[],
  target: string,
  language: LanguagePair,
): SentencePair[] {
  if (sources.length === 0) return [];
  if (sources.length === 1) {
    const confidence = confidenceOf(scoreOf(featuresOf(sources[0] as string), featuresOf(target), language));
    return [{ sources: [0, 1], target: { start: 0, end: target.length }, confidence }];
  }
  return new SentenceAligner(sources, target, language).align();
}

interface Step {
  readonly cost: number;
  /** Where the step comes from: English sentences and boundaries used before it. */
  readonly fromSource: number;
  readonly fromTarget: number;
}

class SentenceAligner {
  readonly #sources: readonly string[];
  readonly #target: string;
  readonly #language: LanguagePair;
  /** Starts and ends of the pieces between boundaries. */
  readonly #pieces: readonly Span[];
  readonly #boundaries: readonly Boundary[];
  readonly #sourceFeatures = new Map<string, Features>();
  readonly #targetFeatures = new Map<string, Features>();

  constructor(sources: readonly string[], target: string, language: LanguagePair) {
    this.#sources = sources;
    this.#target = target;
    this.#language = language;
    this.#boundaries = relevantBoundaries(findBoundaries(target, language), sources.length);
    const starts = [0, ...this.#boundaries.map(({ start }) => start)];
    const ends = [...this.#boundaries.map(({ end }) => end), target.length];
    this.#pieces = starts.map((start, nth) => ({ start, end: ends[nth] as number }));
  }

  align(): SentencePair[] {
    const best: (Step | undefined)[][] = Array.from({ length: this.#sources.length + 1 }, () => []);
    (best[0] as (Step | undefined)[])[0] = { cost: 0, fromSource: 0, fromTarget: 0 };
    for (let source = 0; source <= this.#sources.length; source++) {
      for (let piece = 0; piece <= this.#pieces.length; piece++) {
        const here = best[source]?.[piece];
        if (here !== undefined) this.#extend(best, source, piece, here.cost);
      }
    }
    const inParts = best[this.#sources.length]?.[this.#pieces.length]?.cost ?? Number.POSITIVE_INFINITY;
    return this.#costOfWhole() < inParts ? this.#asWhole() : this.#readBack(best);
  }

  /** An older translation memory knew whole paragraphs: several sentences that stay one segment (`-p101`). */
  #costOfWhole(): number {
    const joins = this.#boundaries.reduce((sum, { join }) => sum + join, 0);
    return WHOLE_COST + joins + this.#matchCost(0, this.#sources.length, 0, this.#pieces.length);
  }

  #asWhole(): SentencePair[] {
    const confidence = confidenceOf(-this.#matchCost(0, this.#sources.length, 0, this.#pieces.length));
    return [
      { sources: [0, this.#sources.length], target: { start: 0, end: this.#target.length }, confidence },
    ];
  }

  #extend(best: (Step | undefined)[][], source: number, piece: number, cost: number): void {
    const offer = (toSource: number, toPiece: number, stepCost: number): void => {
      const row = best[toSource] as (Step | undefined)[];
      const known = row[toPiece];
      if (known === undefined || cost + stepCost < known.cost) {
        row[toPiece] = { cost: cost + stepCost, fromSource: source, fromTarget: piece };
      }
    };
    if (source < this.#sources.length) offer(source + 1, piece, SKIP_COST);
    if (piece < this.#pieces.length) offer(source, piece + 1, SKIP_COST + this.#cutCost(piece + 1));

    for (let merged = 1; merged <= MOST_MERGED && source + merged <= this.#sources.length; merged++) {
      let joins = 0;
      for (let end = piece + 1; end <= this.#pieces.length; end++) {
        if (end > piece + 1) joins += this.#boundaries[end - 2]?.join ?? 0;
        const match = this.#matchCost(source, source + merged, piece, end);
        offer(source + merged, end, match + joins + this.#cutCost(end) + (merged - 1) * MERGE_COST);
      }
    }
  }

  #cutCost(piece: number): number {
    return piece >= this.#pieces.length ? 0 : (this.#boundaries[piece - 1]?.cut ?? 0);
  }

  #matchCost(fromSource: number, toSource: number, fromPiece: number, toPiece: number): number {
    return -scoreOf(
      this.#featuresOfSource(fromSource, toSource),
      this.#featuresOfTarget(fromPiece, toPiece),
      this.#language,
    );
  }

  #featuresOfSource(from: number, to: number): Features {
    return remember(this.#sourceFeatures, `${from}-${to}`, () =>
      featuresOf(this.#sources.slice(from, to).join(" ")),
    );
  }

  #featuresOfTarget(from: number, to: number): Features {
    return remember(this.#targetFeatures, `${from}-${to}`, () => {
      const { start, end } = this.#spanOf(from, to);
      return featuresOf(this.#target.slice(start, end));
    });
  }

  #spanOf(from: number, to: number): Span {
    return { start: (this.#pieces[from] as Span).start, end: (this.#pieces[to - 1] as Span).end };
  }

  #readBack(best: (Step | undefined)[][]): SentencePair[] {
    const pairs: SentencePair[] = [];
    let source = this.#sources.length;
    let piece = this.#pieces.length;
    while (source > 0 || piece > 0) {
      const step = best[source]?.[piece];
      if (step === undefined) break;
      const hasBoth = step.fromSource < source && step.fromTarget < piece;
      const confidence = hasBoth
        ? confidenceOf(-this.#matchCost(step.fromSource, source, step.fromTarget, piece))
        : 0;
      const target = step.fromTarget < piece ? this.#spanOf(step.fromTarget, piece) : undefined;
      pairs.push({ sources: [step.fromSource, source], target, confidence });
      source = step.fromSource;
      piece = step.fromTarget;
    }
    return pairs.reverse();
  }
}

/** Keeps the likelier ends where there are too many to try them all. */
function relevantBoundaries(boundaries: Boundary[], sentences: number): Boundary[] {
  const strong = boundaries.filter(({ cut }) => cut < 1);
  // As many certain ends as the English has: the blanks between words need no look.
  if (strong.length === sentences - 1) return boundaries.filter(({ cut }) => cut < 3.5);
  const bar =
    [12.5, 6.5, 3.5].find(
      (cost) => boundaries.filter(({ cut }) => cut < cost).length * sentences < MOST_BOUNDARIES,
    ) ?? 2;
  return boundaries.filter(({ cut }) => cut < bar);
}

/** How well two stretches fit: positive is good. */
export function scoreOf(source: Features, target: Features, { ratio, targetIsLatin }: LanguagePair): number {
  const { shared, apart } = compareFeatures(source, target, targetIsLatin);
  const expected = Math.max(1, source.length * ratio);
  const deviation =
    (target.length - expected) /
    Math.sqrt(VARIANCE * Math.max(1, (expected + target.length) / 2) * ratio + 1);
  return Math.min(12, shared) - 0.7 * Math.min(20, apart) - 0.5 * Math.min(30, deviation * deviation);
}

function confidenceOf(score: number): number {
  return 1 / (1 + Math.exp(-(score + 8) / 2));
}

function remember<V>(memory: Map<string, V>, key: string, compute: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const value = compute();
  memory.set(key, value);
  return value;
}
