import type { Features } from "./tokens.ts";

/** By the first letter of a token's key. */
const WEIGHTS = new Float64Array(128).fill(1);
for (const [kind, weight] of Object.entries({ b: 6, a: 6, c: 3, l: 3, i: 3, n: 1.5, h: 2, w: 1, e: 1, p: 1 }))
  WEIGHTS[kind.charCodeAt(0)] = weight;
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

/**
 * How well the tokens of two texts agree.
 * @param rarities What a token's weight is multiplied by: the rarer it is, the more it tells.
 */
export function compareFeatures(
  source: Features,
  target: Features,
  targetIsLatin: boolean,
  rarities?: ReadonlyMap<string, number>,
): Agreement {
  const { shared, apart } = compareTokens(source.tokens, target.tokens, (key) => rarities?.get(key) ?? 1);
  const kept = countKept(source, target);
  if (targetIsLatin) return { shared: shared + SHARED_WORD * kept, apart };
  return { shared: shared + KEPT_WORD * kept, apart: apart + 0.5 * (target.words.size - kept) };
}

type Tokens = Features["tokens"];

function compareTokens(source: Tokens, target: Tokens, rarityOf: (key: string) => number): Agreement {
  if (source.size + target.size === 0) return NO_AGREEMENT;
  let shared = 0;
  let apart = 0;
  for (const [key, count] of source) {
    const both = Math.min(count, target.get(key) ?? 0);
    const weight = weightOf(key) * rarityOf(key);
    shared += both * weight;
    if (!isAnchor(key)) apart += (count - both) * weight;
  }
  for (const [key, count] of target) {
    const rest = count - Math.min(count, source.get(key) ?? 0);
    if (rest > 0 && !isAnchor(key)) apart += rest * weightOf(key) * rarityOf(key);
  }
  return { shared, apart };
}

const NO_AGREEMENT: Agreement = { shared: 0, apart: 0 };

function countKept(source: Features, target: Features): number {
  let kept = 0;
  if (target.words.size > 0) for (const word of target.words) kept += source.words.has(word) ? 1 : 0;
  return kept;
}

/**
 * What a token tells by its kind, the first letter of its key: the more, the surer two texts that share it belong
 * together.
 */
export function weightOf(key: string): number {
  return WEIGHTS[key.charCodeAt(0)] as number;
}

// The pipeline gives anchors to translated headings that the English has none of.
function isAnchor(key: string): boolean {
  return key.charCodeAt(0) === 0x61; /* a */
}
