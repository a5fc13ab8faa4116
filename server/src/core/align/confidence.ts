import type { SentencePair } from "./align-sentences.ts";
import type { Evidence } from "./compare-stretches.ts";
import type { Features } from "./tokens.ts";

/**
 * From this confidence on a pair is sure enough for rules to speak. Measured on 134,000 pairs of four corpora: 99.9 %
 * of those above it are right, and 99.8 % are above it; against English that has gone on for months, where the right
 * one is known, 99.8 % of 16,000 (`npm run bench:align`).
 */
export const CERTAIN = 0.95;

/**
 * Weights of what speaks against a pair, fitted by logistic regression to pairs known to be right or wrong, and rounded.
 * The start is lower than the fit gives, because people take more liberties than the pages that could be measured.
 */
const START = 6;
const WEIGHTS = { doubt: 1.1, deviation: 0.2, apart: 0.15, astray: 4, otherEnd: 0.6, merged: 1.4 } as const;

/** How sure the pair at `nth` among those of a passage is, from 0 to 1. */
export function confidenceOf(pairs: readonly SentencePair[], nth: number): number {
  const evidence = pairs[nth]?.evidence;
  if (evidence === undefined) return 0;
  const { apart, deviation, doubt, hasSameEnd, merged } = evidence;
  const astray =
    countAstray(evidence, pairs[nth - 1]?.evidence) + countAstray(evidence, pairs[nth + 1]?.evidence);
  const against =
    WEIGHTS.doubt * doubt +
    WEIGHTS.deviation * Math.min(25, deviation * deviation) +
    WEIGHTS.apart * Math.min(12, apart) +
    WEIGHTS.astray * astray +
    WEIGHTS.otherEnd * (hasSameEnd ? 0 : 1) +
    WEIGHTS.merged * (merged - 1);
  return 1 / (1 + Math.exp(against - START));
}

/** Tokens that this pair lacks on one side and the neighbour has too many of: the cut between them is in doubt. */
function countAstray(evidence: Evidence, neighbour: Evidence | undefined): number {
  if (neighbour === undefined) return 0;
  const { source, target } = evidence;
  return (
    countBetween(source, target, neighbour.target, neighbour.source) +
    countBetween(target, source, neighbour.source, neighbour.target)
  );
}

/** Tokens of one side that the other lacks, where the neighbour has them on the other side only. */
function countBetween(own: Features, other: Features, there: Features, here: Features): number {
  if (own.tokens.size === 0 || there.tokens.size === 0) return 0;
  let count = 0;
  for (const key of own.tokens.keys()) {
    if (!other.tokens.has(key) && there.tokens.has(key) && !here.tokens.has(key)) count += 1;
  }
  return count;
}
