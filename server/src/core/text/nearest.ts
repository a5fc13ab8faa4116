import { distance } from "fastest-levenshtein";

/**
 * The candidate that a misspelt word most likely meant, letter case aside. `undefined`: none is near enough. At most a
 * third of the letters may differ, so that short words do not turn into any other short word.
 */
export function findNearest(word: string, candidates: Iterable<string>): string | undefined {
  const lowered = word.toLowerCase();
  const limit = Math.max(1, Math.floor(word.length / 3));
  let nearest: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const steps = distance(lowered, candidate.toLowerCase());
    if (steps < least) {
      least = steps;
      nearest = candidate;
    }
  }
  return nearest;
}

/** A sentence that names the nearest known word, with a blank before it; empty where none is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const nearest = findNearest(word, known);
  return nearest === undefined ? "" : ` Did you mean \`${nearest}\`?`;
}
