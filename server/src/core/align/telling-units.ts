import { weightOf } from "./features.ts";
import type { Unit } from "./read-units.ts";

/** Indices of an English unit and of its translation. */
export interface TellingPair {
  readonly source: number;
  readonly target: number;
}

/** Units that share something telling that no others have, in the same order on both sides. */
export function findAnchors(sources: readonly Unit[], targets: readonly Unit[]): TellingPair[] {
  return longestAscending(findTelling(sources, targets));
}

/** Pairs of units that share something telling that no others have, in the order of the sources. */
export function findTelling(
  sources: readonly Unit[],
  targets: readonly Unit[],
  ofSources?: ReadonlySet<number>,
  ofTargets?: ReadonlySet<number>,
): TellingPair[] {
  const inSources = findUnique(sources, ofSources);
  const candidates = new Map<number, number>();
  for (const [key, target] of findUnique(targets, ofTargets)) {
    const source = inSources.get(key);
    if (source === undefined || sources[source]?.kind !== targets[target]?.kind) continue;
    const known = candidates.get(source);
    // Two tokens that speak for different units are no anchor.
    candidates.set(source, known === undefined || known === target ? target : -1);
  }
  return Array.from(candidates, ([source, target]) => ({ source, target }))
    .filter(({ target }) => target >= 0)
    .sort((a, b) => a.source - b.source);
}

/** Telling tokens that stand in one unit only, and in which; of all units, or of the `chosen`. */
function findUnique(units: readonly Unit[], chosen?: ReadonlySet<number>): Map<string, number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  for (const [nth, { features }] of units.entries()) {
    if (chosen?.has(nth) === false) continue;
    for (const key of features.tokens.keys()) {
      if (weightOf(key) < 3) continue;
      if (found.has(key)) twice.add(key);
      else found.set(key, nth);
    }
  }
  for (const key of twice) found.delete(key);
  return found;
}

/** The most pairs whose targets ascend; sources do already. */
function longestAscending(pairs: readonly TellingPair[]): TellingPair[] {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [nth, { target }] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] as number]?.target ?? 0) < target) low = middle + 1;
      else high = middle;
    }
    before[nth] = tails[low - 1];
    tails[low] = nth;
  }
  const chosen: TellingPair[] = [];
  for (let nth = tails.at(-1); nth !== undefined; nth = before[nth]) {
    chosen.push(pairs[nth] as TellingPair);
  }
  return chosen.reverse();
}
