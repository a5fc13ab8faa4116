import { distance } from "fastest-levenshtein";

/** A text as a bag of words. */
export interface Bag {
  readonly text: string;
  readonly words: ReadonlyMap<string, number>;
  readonly size: number;
}

/** Up to this length, letters tell more than words. */
const SHORT = 60;

export function bagOf(raw: string): Bag {
  const text = raw.toLowerCase();
  const words = new Map<string, number>();
  let size = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    words.set(word, (words.get(word) ?? 0) + 1);
    size += 1;
  }
  return { text, words, size };
}

/** How much two texts have in common: from 0 to 1. */
export function similarity(left: Bag, right: Bag): number {
  let common = 0;
  for (const [word, count] of left.words) common += Math.min(count, right.words.get(word) ?? 0);
  const byWords = left.size + right.size === 0 ? 0 : (2 * common) / (left.size + right.size);
  const longer = Math.max(left.text.length, right.text.length);
  if (longer > SHORT || longer === 0) return byWords;
  return Math.max(byWords, 1 - distance(left.text, right.text) / longer);
}
