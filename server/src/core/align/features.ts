import type { Features } from "./tokens.ts";

const WEIGHTS: Readonly<Record<string, number>> = {
  b: 6,
  a: 6,
  c: 3,
  l: 3,
  i: 3,
  n: 1.5,
  h: 2,
  w: 1,
  e: 1,
  p: 1,
};
/** Of a word in another script that stands in the translation as it does in the English. */
const KEPT_WORD = 1;
/** Of a word that two languages with Latin letters share: a name, or a word of common descent. */
const SHARED_WORD = 0.3;

/** How well the tokens of two texts agree. */
export interface Agreement {
  /** Weight of what both have. */
  readonly shared: number;
  /** Weight of what only one of them has. */
  readonly apart: number;
}

/** @param rarityOf What a token's weight is multiplied by: the rarer it is, the more it tells. */
export function compareFeatures(
  source: Features,
  target: Features,
  targetIsLatin: boolean,
  rarityOf: (key: string) => number = () => 1,
): Agreement {
  let shared = 0;
  let apart = 0;
  for (const [key, count] of source.tokens) {
    const both = Math.min(count, target.tokens.get(key) ?? 0);
    const weight = weightOf(key) * rarityOf(key);
    shared += both * weight;
    if (!isAnchor(key)) apart += (count - both) * weight;
  }
  for (const [key, count] of target.tokens) {
    const rest = count - Math.min(count, source.tokens.get(key) ?? 0);
    if (rest > 0 && !isAnchor(key)) apart += rest * weightOf(key) * rarityOf(key);
  }
  let kept = 0;
  for (const word of target.words) kept += source.words.has(word) ? 1 : 0;
  if (targetIsLatin) return { shared: shared + SHARED_WORD * kept, apart };
  return { shared: shared + KEPT_WORD * kept, apart: apart + 0.5 * (target.words.size - kept) };
}

export function weightOf(key: string): number {
  return WEIGHTS[key.charAt(0)] ?? 1;
}

// The pipeline gives anchors to translated headings that the English has none of.
function isAnchor(key: string): boolean {
  return key.startsWith("a:");
}
