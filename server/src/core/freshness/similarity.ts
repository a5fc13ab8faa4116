import { distance } from "fastest-levenshtein";

/** A text as a bag of words. */
export interface Bag {
  readonly text: string;
  readonly words: ReadonlyMap<string, number>;
  readonly size: number;
}

/** Up to this length, letters tell more than words. */
const SHORT = 60;

/** The words of a text, whatever letter case they are in. */
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
  const common = commonWords(left, right);
  const byWords = left.size + right.size === 0 ? 0 : (2 * common) / (left.size + right.size);
  const longer = Math.max(left.text.length, right.text.length);
  if (longer > SHORT || longer === 0) return byWords;
  return Math.max(byWords, 1 - distance(left.text, right.text) / longer);
}

/** How much of the shorter text the longer one has: from 0 to 1. */
export function containment(left: Bag, right: Bag): number {
  return commonWords(left, right) / Math.max(1, Math.min(left.size, right.size));
}

function commonWords(left: Bag, right: Bag): number {
  const [fewer, more] =
    left.words.size < right.words.size ? [left.words, right.words] : [right.words, left.words];
  let common = 0;
  for (const [word, count] of fewer) common += Math.min(count, more.get(word) ?? 0);
  return common;
}
