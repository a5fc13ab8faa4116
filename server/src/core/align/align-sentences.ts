import type { Span } from "../text/span.ts";
import { type InlineTokens, scanInline } from "../markdown/scan-inline.ts";
import { type Agreement, compareFeatures } from "./features.ts";
import {
  type Boundary,
  type EndMark,
  endMarkOf,
  findBoundaries,
  haveSameEnd,
  PlainText,
} from "./sentence-ends.ts";
import { type Features, TokenizedText } from "./tokens.ts";

/** A stretch of the English and the stretch of the translation that renders it; offsets into the two texts. */
export interface SentencePair {
  /** First and last (excluded) of the English sentences; equal: none. */
  readonly sources: readonly [from: number, to: number];
  /** `undefined`: the translation leaves it out. */
  readonly target: Span | undefined;
  /** What speaks for it; `undefined` where a side is missing. */
  readonly evidence: Evidence | undefined;
}

/** What speaks for and against a pair, for who judges how sure it is. */
export interface Evidence extends Agreement {
  /** How far the length is from what is expected, in standard deviations. */
  readonly deviation: number;
  readonly hasSameEnd: boolean;
  /** Costs of the cuts at both ends, and of ends passed over inside. */
  readonly doubt: number;
  /** How many English sentences it takes together. */
  readonly merged: number;
  /** Keys of tokens that only one side has. */
  readonly lost: readonly string[];
  readonly added: readonly string[];
}

export interface LanguagePair {
  /** Length of a translation for one character of English, as measured on the page. */
  readonly ratio: number;
  readonly targetIsLatin: boolean;
  /** Whether the page separates segments by blanks where its language has none. */
  readonly spacesSegments: boolean;
}

// A translation as the pipeline makes it has one segment for each English one: all else is rare, and costs.
const MERGE_COST = 7;
const SKIP_COST = 9;
const WHOLE_COST = 2.5;
const WHOLE_JOIN = 2.5;
const END_MARK_COST = 1;
const SHARED_TITLE = 4;
// Most sentences that a translator put into one, and most stretches between boundaries that one sentence goes over.
const MOST_MERGED = 4;
const MOST_BOUNDARIES = 60;
const MOST_CELLS = 600;
// A passage with more sentences was written by no person.
const MOST_SENTENCES = 400;
const MOST_STATES = 10_000;
const BAND = 30;
// Variance of the length ratio for each character (Gale and Church 1993).
const VARIANCE = 6.8;

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
  return source.sentences.length === 0 ? [] : new SentenceAligner(source, target, language).align();
}

interface Step {
  readonly cost: number;
  /** Where the step comes from: English sentences and pieces used before it. */
  readonly fromSource: number;
  readonly fromPiece: number;
}

/** A stretch of either side, with what is known of it. */
interface Stretch {
  readonly features: Features;
  readonly end: EndMark;
  /** Whether all of it is bold: a title in front of a paragraph, which may lose its full stop. */
  readonly isTitle: boolean;
}

const NO_BOUNDARIES: readonly Boundary[] = [];
const TITLE = /^(\*\*|__)[^*_]+\1$/;

class SentenceAligner {
  private readonly sentences: readonly Span[];
  private readonly language: LanguagePair;
  private readonly source: TokenizedText;
  private readonly target: TokenizedText;
  private readonly plainSource: PlainText;
  private readonly plainTarget: PlainText;
  private readonly boundaries: readonly Boundary[];
  /** What stands between boundaries. */
  private readonly pieces: readonly Span[];
  /** By their first and last part. */
  private readonly sourceStretches: (Stretch | undefined)[] = [];
  private readonly targetStretches: (Stretch | undefined)[] = [];

  constructor({ text, inline, sentences }: SourcePassage, target: string, language: LanguagePair) {
    const inTarget = scanInline(target);
    this.sentences = sentences;
    this.language = language;
    this.source = new TokenizedText(text, inline);
    this.target = new TokenizedText(target, inTarget);
    this.plainSource = new PlainText(text, inline);
    this.plainTarget = new PlainText(target, inTarget);
    this.boundaries =
      sentences.length === 1
        ? NO_BOUNDARIES
        : relevantBoundaries(findBoundaries(this.plainTarget, language.spacesSegments), sentences.length);
    const starts = [0, ...this.boundaries.map(({ start }) => start)];
    const ends = [...this.boundaries.map(({ end }) => end), target.length];
    this.pieces = starts.map((start, nth) => ({ start, end: ends[nth] as number }));
  }

  align(): SentencePair[] {
    if (this.sentences.length === 1 || this.sentences.length > MOST_SENTENCES) return [this.whole()];
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
    return this.costOfWhole() <= inParts ? [this.whole()] : this.readBack(best);
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
    if (source < this.sentences.length) offer(source + 1, piece, SKIP_COST);
    if (piece < this.pieces.length) offer(source, piece + 1, SKIP_COST + this.cutCost(piece + 1));

    for (let merged = 1; merged <= MOST_MERGED && source + merged <= this.sentences.length; merged++) {
      const expected = this.lengthOfSource(source, source + merged) * this.language.ratio;
      let joins = 0;
      for (let end = piece + 1; end <= this.pieces.length; end++) {
        if (end > piece + 1) joins += this.boundaries[end - 2]?.join ?? 0;
        const match = costOf(this.compare(source, source + merged, piece, end));
        offer(source + merged, end, match + joins + this.cutCost(end) + (merged - 1) * MERGE_COST);
        if (this.lengthOfTarget(piece, end) > 4 * expected + 60) break;
      }
    }
  }

  private cutCost(piece: number): number {
    return piece >= this.pieces.length ? 0 : (this.boundaries[piece - 1]?.cut ?? 0);
  }

  private compare(fromSource: number, toSource: number, fromPiece: number, toPiece: number): Comparison {
    const source = this.sourceStretch(fromSource, toSource);
    const target = this.targetStretch(fromPiece, toPiece);
    const areTitles = source.isTitle && target.isTitle;
    const { shared, apart } = compareFeatures(source.features, target.features, this.language.targetIsLatin);
    return {
      shared: areTitles ? shared + SHARED_TITLE : shared,
      apart,
      deviation: deviationOf(source.features.length, target.features.length, this.language.ratio),
      hasSameEnd: areTitles || haveSameEnd(source.end, target.end),
    };
  }

  private evidence(fromSource: number, toSource: number, fromPiece: number, toPiece: number): Evidence {
    let doubt = this.cutCost(fromPiece) + this.cutCost(toPiece);
    for (let nth = fromPiece; nth < toPiece - 1; nth++) doubt += this.boundaries[nth]?.join ?? 0;
    const source = this.sourceStretch(fromSource, toSource).features.tokens;
    const target = this.targetStretch(fromPiece, toPiece).features.tokens;
    return {
      ...this.compare(fromSource, toSource, fromPiece, toPiece),
      doubt,
      merged: toSource - fromSource,
      lost: [...source.keys()].filter((key) => !target.has(key)),
      added: [...target.keys()].filter((key) => !source.has(key)),
    };
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
    return (this.sourceStretches[key] ??= toStretch(
      this.source,
      this.plainSource,
      spanOver(this.sentences, from, to),
    ));
  }

  private targetStretch(from: number, to: number): Stretch {
    const key = from * (this.pieces.length + 1) + to;
    return (this.targetStretches[key] ??= toStretch(this.target, this.plainTarget, this.spanOf(from, to)));
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

function toStretch(text: TokenizedText, { text: plain }: PlainText, span: Span): Stretch {
  const content = plain.slice(span.start, span.end);
  return {
    features: text.features(span.start, span.end),
    end: endMarkOf(content),
    isTitle: TITLE.test(content),
  };
}

type Comparison = Pick<Evidence, "shared" | "apart" | "deviation" | "hasSameEnd">;

/** How badly two stretches fit: negative is good. */
function costOf({ shared, apart, deviation, hasSameEnd }: Comparison): number {
  const length = 0.5 * Math.min(30, deviation * deviation);
  return 0.7 * Math.min(20, apart) + length + (hasSameEnd ? 0 : END_MARK_COST) - Math.min(12, shared);
}

export function deviationOf(source: number, target: number, ratio: number): number {
  const expected = Math.max(1, source * ratio);
  const spread = VARIANCE * Math.max(1, (expected + target) / 2) * ratio + 1;
  return (target - expected) / Math.sqrt(spread);
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

export function spanOver(spans: readonly Span[], from: number, to: number): Span {
  return { start: (spans[from] as Span).start, end: (spans[to - 1] as Span).end };
}
