import type { SentencePair } from "./align-sentences.ts";

/** From here on a pair is sure enough for rules to speak. */
export const CERTAIN = 0.9;

export function confidenceOf(
  pair: SentencePair,
  _before: SentencePair | undefined,
  _after: SentencePair | undefined,
  _count: number,
): number {
  if (pair.evidence === undefined) return 0;
  const { shared, apart, deviation, doubt, hasSameEnd } = pair.evidence;
  const score = shared - 0.7 * apart - 0.5 * deviation * deviation - doubt - (hasSameEnd ? 0 : 1);
  return 1 / (1 + Math.exp(-(score + 8) / 2));
}
