import type { InlineTokens } from "../markdown/scan-inline.ts";
import type { Span } from "../text/span.ts";
import { type Agreement, compareFeatures } from "./features.ts";
import { type EndMark, endMarkOf, haveSameEnd, plainTextOf } from "./sentence-ends.ts";
import { type Features, TokenizedText } from "./tokens.ts";

/** What is known of the languages of a page before its sentences are paired. */
export interface LanguagePair {
  /** Length of a translation for one character of English, as measured on the page. */
  readonly ratio: number;
  readonly targetIsLatin: boolean;
  /** Whether the page separates segments by blanks where its language has none. */
  readonly spacesSegments: boolean;
}

/** A stretch of either side, with what is known of it. */
export interface Stretch {
  readonly features: Features;
  readonly end: EndMark;
  /** Whether all of it is bold: a title in front of a paragraph, which may lose its full stop. */
  readonly isTitle: boolean;
}

/** How well a stretch fits another. */
export interface Fit extends Agreement {
  /** How far the length is from what is expected, in standard deviations. */
  readonly deviation: number;
  readonly hasSameEnd: boolean;
}

/** What speaks for and against a pair, for who judges how sure it is. */
export interface Evidence extends Fit {
  /** Costs of the cuts at both ends, and of ends passed over inside. */
  readonly doubt: number;
  /** How many English sentences it takes together. */
  readonly merged: number;
  readonly source: Features;
  readonly target: Features;
}

/** What two titles share by being titles. */
export const SHARED_TITLE = 4;
/** What tokens count for at most. */
export const MOST_SHARED = 12;
const END_MARK_COST = 1;
// Variance of the length ratio for each character (Gale and Church 1993).
const VARIANCE = 6.8;

const TITLE = /^(\*\*|__)[^*_]+\1$/;

/** A part of a text. `plain`: all of it, code and markup blotted out. */
export function stretchOf(text: TokenizedText, plain: string, { start, end }: Span): Stretch {
  return toStretch(text.features(start, end), plain.slice(start, end));
}

/** A text as it is. `inline`: what `scanInline` finds in it. */
export function wholeStretch(text: string, inline: InlineTokens): Stretch {
  return toStretch(new TokenizedText(text, inline).whole, plainTextOf(text, inline));
}

function toStretch(features: Features, content: string): Stretch {
  return { features, end: endMarkOf(content), isTitle: TITLE.test(content) };
}

/** How well a stretch of a translation fits one of English. */
export function compareStretches(source: Stretch, target: Stretch, language: LanguagePair): Fit {
  const areTitles = source.isTitle && target.isTitle;
  const { shared, apart } = compareFeatures(source.features, target.features, language.targetIsLatin);
  return {
    shared: areTitles ? shared + SHARED_TITLE : shared,
    apart,
    deviation: deviationOf(source.features.length, target.features.length, language.ratio),
    hasSameEnd: areTitles || haveSameEnd(source.end, target.end),
  };
}

/** The same, with what else tells how sure the pair is: `doubt` and `merged` are those of `Evidence`. */
export function evidenceOf(
  source: Stretch,
  target: Stretch,
  language: LanguagePair,
  [doubt, merged]: readonly [doubt: number, merged: number],
): Evidence {
  const { shared, apart, deviation, hasSameEnd } = compareStretches(source, target, language);
  return {
    shared,
    apart,
    deviation,
    hasSameEnd,
    doubt,
    merged,
    source: source.features,
    target: target.features,
  };
}

/** How badly two stretches fit: negative is good, and never below `-MOST_SHARED`. */
export function costOf({ shared, apart, deviation, hasSameEnd }: Fit): number {
  const length = costOfLength(deviation);
  return (
    0.7 * Math.min(20, apart) + length + (hasSameEnd ? 0 : END_MARK_COST) - Math.min(MOST_SHARED, shared)
  );
}

/**
 * What a length costs that is so many standard deviations from what is expected; beyond some, more costs nothing
 * more.
 */
export function costOfLength(deviation: number): number {
  return 0.5 * Math.min(30, deviation * deviation);
}

/** How far the length of a translation is from what is expected, in standard deviations. */
export function deviationOf(source: number, target: number, ratio: number): number {
  const expected = Math.max(1, source * ratio);
  const spread = VARIANCE * Math.max(1, (expected + target) / 2) * ratio + 1;
  return (target - expected) / Math.sqrt(spread);
}
