import { type InlineTokens, scanInline } from "../markdown/scan-inline.ts";
import type { Span } from "../text/span.ts";
import { compareFeatures } from "./features.ts";
import { type Boundary, findBoundaries, opaqueIn, plainTextOf } from "./sentence-ends.ts";
import {
  type Fit,
  compareStretches,
  costOf,
  costOfLength,
  deviationOf,
  type Evidence,
  evidenceOf,
  type LanguagePair,
  MOST_SHARED,
  SHARED_TITLE,
  type Stretch,
  stretchOf,
  wholeStretch,
} from "./compare-stretches.ts";
import { TokenizedText } from "./tokens.ts";

/** A stretch of the English and the stretch of the translation that renders it; offsets into the two texts. */
export interface SentencePair {
  /** First and last (excluded) of the English sentences; equal: none. */
  readonly sources: readonly [from: number, to: number];
  /** `undefined`: the translation leaves it out. */
  readonly target: Span | undefined;
  /** What speaks for it; `undefined` where a side is missing. */
  readonly evidence: Evidence | undefined;
}

// A translation as the pipeline makes it has one segment for each English one: all else is rare, and costs.
const MERGE_COST = 7;
const SKIP_COST = 9;
const WHOLE_COST = 2.5;
const WHOLE_JOIN = 2.5;
// Most sentences that a translator put into one, and most stretches between boundaries that one sentence goes over.
const MOST_MERGED = 4;
const MOST_BOUNDARIES = 60;
const MOST_CELLS = 600;
// A passage with more sentences was written by no person.
const MOST_SENTENCES = 400;
const MOST_STATES = 10_000;
const BAND = 30;

/** The English of a passage. */
export interface SourcePassage {
  readonly text: string;
  /** What `scanInline` finds in it. */
  readonly inline: InlineTokens;
  /** Its sentences, in order. */
  readonly sentences: readonly Span[];
}

/** Lines up the sentences of one passage with its translation by dynamic programming. */
export function alignSentences(
  source: SourcePassage,
  target: string,
  language: LanguagePair,
): SentencePair[] {
  const { text, inline, sentences } = source;
  const [first] = sentences;
  if (first === undefined) return [];
  const isOne = sentences.length === 1 && first.start === 0 && first.end === text.length;
  if (!isOne) return new SentenceAligner(source, target, language).align();
  const from = wholeStretch(text, inline);
  const to = wholeStretch(target, scanInline(target));
  const evidence = evidenceOf(from, to, language, [0, 1]);
  return [{ sources: [0, 1], target: { start: 0, end: target.length }, evidence }];
}

interface Step {
  readonly cost: number;
  /** Where the step comes from: English sentences and pieces used before it. */
  readonly fromSource: number;
  readonly fromPiece: number;
}

const NO_BOUNDARIES: readonly Boundary[] = [];

/** More than sums of costs are ever off by rounding. */
const ROUNDING = 1e-6;

/**
 * Steps that cannot be part of the cheapest way are not compared: it costs no more than the way that suggests itself
 * (`limit`), and no sentence can share more with a part of the translation than with all of it (`gains`).
 */
class SentenceAligner {
  private readonly sentences: readonly Span[];
  private readonly language: LanguagePair;
  private readonly source: TokenizedText;
  private readonly target: TokenizedText;
  private readonly plainSource: string;
  private readonly plainTarget: string;
  private readonly boundaries: readonly Boundary[];
  /** What stands between boundaries. */
  private readonly pieces: readonly Span[];
  /** By their first and last part. */
  private readonly sourceStretches: (Stretch | undefined)[] = [];
  private readonly targetStretches: (Stretch | undefined)[] = [];
  /** For each count of sentences, the most that tokens of that many can take off the costs. */
  private gains: Float64Array = new Float64Array(0);
  private limit = Number.POSITIVE_INFINITY;

  constructor({ text, inline, sentences }: SourcePassage, target: string, language: LanguagePair) {
    const inTarget = scanInline(target);
    this.sentences = sentences;
    this.language = language;
    this.source = new TokenizedText(text, inline);
    this.target = new TokenizedText(target, inTarget);
    this.plainSource = plainTextOf(text, inline);
    this.plainTarget = plainTextOf(target, inTarget);
    this.boundaries =
      sentences.length === 1
        ? NO_BOUNDARIES
        : relevantBoundaries(
            findBoundaries(this.plainTarget, opaqueIn(inTarget), language.spacesSegments),
            sentences.length,
          );
    const starts = [0, ...this.boundaries.map(({ start }) => start)];
    const ends = [...this.boundaries.map(({ end }) => end), target.length];
    this.pieces = starts.map((start, nth) => ({ start, end: ends[nth] as number }));
  }

  align(): SentencePair[] {
    if (this.sentences.length === 1 || this.sentences.length > MOST_SENTENCES) return [this.whole()];
    const costOfWhole = this.costOfWhole();
    this.gains = this.measureGains();
    this.limit = Math.min(costOfWhole, this.costOfLikely()) + ROUNDING;
    const best: (Step | undefined)[][] = Array.from({ length: this.sentences.length + 1 }, () => []);
    (best[0] as (Step | undefined)[])[0] = { cost: 0, fromSource: 0, fromPiece: 0 };
    for (let source = 0; source <= this.sentences.length; source++) {
      const [first, last] = this.bandAt(source);
      for (let piece = first; piece <= last; piece++) {
        const here = best[source]?.[piece];
        if (here !== undefined) this.extend(best, source, piece, here.cost);
      }
    }
    const inParts = best[this.sentences.length]?.[this.pieces.length]?.cost ?? Number.POSITIVE_INFINITY;
    return costOfWhole <= inParts ? [this.whole()] : this.readBack(best);
  }

  /** In a passage of very many sentences only what is near the diagonal is looked at. */
  private bandAt(source: number): [first: number, last: number] {
    const pieces = this.pieces.length;
    if (this.sentences.length * pieces <= MOST_STATES) return [0, pieces];
    const middle = Math.round((source * pieces) / this.sentences.length);
    return [Math.max(0, middle - BAND), Math.min(pieces, middle + BAND)];
  }

  /** An older translation memory knew whole paragraphs: several sentences that stay one segment (`-p101`). */
  private costOfWhole(): number {
    const joins = this.boundaries.reduce((sum, { join }) => sum + join, 0);
    return (
      WHOLE_COST + WHOLE_JOIN * joins + costOf(this.compare(0, this.sentences.length, 0, this.pieces.length))
    );
  }

  private whole(): SentencePair {
    const evidence = this.evidence(0, this.sentences.length, 0, this.pieces.length);
    return {
      sources: [0, this.sentences.length],
      target: { start: 0, end: this.target.text.length },
      evidence,
    };
  }

  private extend(best: (Step | undefined)[][], source: number, piece: number, cost: number): void {
    const offer = (toSource: number, toPiece: number, stepCost: number): void => {
      const row = best[toSource] as (Step | undefined)[];
      const known = row[toPiece];
      if (known === undefined || cost + stepCost < known.cost) {
        row[toPiece] = { cost: cost + stepCost, fromSource: source, fromPiece: piece };
      }
    };
    const skipping = cost + SKIP_COST - this.gainFrom(source);
    if (skipping <= this.limit) {
      if (source < this.sentences.length) offer(source + 1, piece, SKIP_COST);
      if (piece < this.pieces.length) offer(source, piece + 1, SKIP_COST + this.cutCost(piece + 1));
    }

    for (let merged = 1; merged <= MOST_MERGED && source + merged <= this.sentences.length; merged++) {
      const expected = this.lengthOfSource(source, source + merged) * this.language.ratio;
      let joins = 0;
      for (let end = piece + 1; end <= this.pieces.length; end++) {
        if (end > piece + 1) joins += this.boundaries[end - 2]?.join ?? 0;
        const length = this.lengthOfTarget(piece, end);
        const rest = joins + this.cutCost(end) + (merged - 1) * MERGE_COST;
        if (cost + rest + this.leastCost(source, source + merged, length) <= this.limit) {
          const match = costOf(this.compare(source, source + merged, piece, end));
          offer(source + merged, end, match + joins + this.cutCost(end) + (merged - 1) * MERGE_COST);
        }
        if (length > longestOf(expected)) break;
      }
    }
  }

  /** What sentences and all behind them cost at least, if a stretch of so many characters renders them. */
  private leastCost(from: number, to: number, length: number): number {
    const deviation = deviationOf(this.lengthOfSource(from, to), length, this.language.ratio);
    return costOfLength(deviation) - this.gainFrom(from);
  }

  private gainFrom(source: number): number {
    return (this.gains[this.sentences.length] as number) - (this.gains[source] as number);
  }

  private measureGains(): Float64Array {
    const gains = new Float64Array(this.sentences.length + 1);
    const { targetIsLatin } = this.language;
    const all = this.targetStretch(0, this.pieces.length).features;
    const title = /\*\*|__/.test(this.plainSource) ? SHARED_TITLE : 0;
    for (let nth = 0; nth < this.sentences.length; nth++) {
      const { shared } = compareFeatures(this.sourceStretch(nth, nth + 1).features, all, targetIsLatin);
      gains[nth + 1] = (gains[nth] as number) + Math.min(MOST_SHARED, shared + title);
    }
    return gains;
  }

  /** What it costs to take the likeliest ends, as many as there are in English; infinite: that way is not looked at. */
  private costOfLikely(): number {
    const count = this.sentences.length;
    const pieces = this.pieces.length;
    if (pieces < count || (pieces > count && count * pieces > MOST_STATES)) return Number.POSITIVE_INFINITY;
    const byCut = this.boundaries.map((_, nth) => nth + 1).sort((a, b) => this.cutCost(a) - this.cutCost(b));
    const ends = [...byCut.slice(0, count - 1).sort((a, b) => a - b), pieces];
    let total = 0;
    let piece = 0;
    for (const [source, end] of ends.entries()) {
      if (end > piece + 1 && this.isTooLong(source, piece, end - 1)) return Number.POSITIVE_INFINITY;
      for (let nth = piece; nth < end - 1; nth++) total += this.boundaries[nth]?.join ?? 0;
      total += costOf(this.compare(source, source + 1, piece, end)) + this.cutCost(end);
      piece = end;
    }
    return total;
  }

  /** Whether a stretch is so long that none that goes on further is compared with a sentence. */
  private isTooLong(source: number, from: number, to: number): boolean {
    return (
      this.lengthOfTarget(from, to) > longestOf(this.lengthOfSource(source, source + 1) * this.language.ratio)
    );
  }

  private cutCost(piece: number): number {
    return piece >= this.pieces.length ? 0 : (this.boundaries[piece - 1]?.cut ?? 0);
  }

  private compare(fromSource: number, toSource: number, fromPiece: number, toPiece: number): Fit {
    return compareStretches(
      this.sourceStretch(fromSource, toSource),
      this.targetStretch(fromPiece, toPiece),
      this.language,
    );
  }

  private evidence(fromSource: number, toSource: number, fromPiece: number, toPiece: number): Evidence {
    let doubt = this.cutCost(fromPiece) + this.cutCost(toPiece);
    for (let nth = fromPiece; nth < toPiece - 1; nth++) doubt += this.boundaries[nth]?.join ?? 0;
    const source = this.sourceStretch(fromSource, toSource);
    const target = this.targetStretch(fromPiece, toPiece);
    return evidenceOf(source, target, this.language, [doubt, toSource - fromSource]);
  }

  private lengthOfSource(from: number, to: number): number {
    const { start, end } = spanOver(this.sentences, from, to);
    return this.source.length(start, end);
  }

  private lengthOfTarget(from: number, to: number): number {
    return this.target.length((this.pieces[from] as Span).start, (this.pieces[to - 1] as Span).end);
  }

  private sourceStretch(from: number, to: number): Stretch {
    const key = from * (this.sentences.length + 1) + to;
    return (this.sourceStretches[key] ??= stretchOf(
      this.source,
      this.plainSource,
      spanOver(this.sentences, from, to),
    ));
  }

  private targetStretch(from: number, to: number): Stretch {
    const key = from * (this.pieces.length + 1) + to;
    return (this.targetStretches[key] ??= stretchOf(this.target, this.plainTarget, this.spanOf(from, to)));
  }

  private spanOf(from: number, to: number): Span {
    return spanOver(this.pieces, from, to);
  }

  private readBack(best: (Step | undefined)[][]): SentencePair[] {
    const pairs: SentencePair[] = [];
    let source = this.sentences.length;
    let piece = this.pieces.length;
    while (source > 0 || piece > 0) {
      const step = best[source]?.[piece];
      if (step === undefined) break;
      const { fromSource, fromPiece } = step;
      const hasBoth = fromSource < source && fromPiece < piece;
      pairs.push({
        sources: [fromSource, source],
        target: fromPiece < piece ? this.spanOf(fromPiece, piece) : undefined,
        evidence: hasBoth ? this.evidence(fromSource, source, fromPiece, piece) : undefined,
      });
      source = fromSource;
      piece = fromPiece;
    }
    return pairs.reverse();
  }
}

function longestOf(expected: number): number {
  return 4 * expected + 60;
}

/** Keeps the likelier ends: blanks between words count where the English has more sentences than there are ends. */
function relevantBoundaries(boundaries: readonly Boundary[], sentences: number): readonly Boundary[] {
  const strong = boundaries.filter(({ cut }) => cut < 1).length;
  const likely = boundaries.filter(({ cut }) => cut < 6).length;
  const bars = strong === sentences - 1 ? [4] : likely >= sentences - 1 ? [9, 6, 3] : [13, 9, 6, 3];
  const most = Math.min(MOST_BOUNDARIES, MOST_CELLS / sentences);
  for (const bar of bars) {
    const kept = boundaries.filter(({ cut }) => cut < bar);
    if (kept.length < most) return kept;
  }
  return boundaries.filter(({ cut }) => cut < 1);
}

/**
 * From the start of the span with the number `from` to the end of the one before `to`; there has to be one between.
 */
export function spanOver(spans: readonly Span[], from: number, to: number): Span {
  return { start: (spans[from] as Span).start, end: (spans[to - 1] as Span).end };
}
