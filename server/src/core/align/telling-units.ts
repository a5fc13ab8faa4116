import { weightOf } from "./features.ts";
import type { Unit } from "./read-units.ts";
import { longestAscending } from "../text/longest-ascending.ts";

/** Indices of an English unit and of its translation. */
export interface TellingPair {
  readonly source: number;
  readonly target: number;
}

/** Units that share something telling that no others have, in the same order on both sides. */
export function findAnchors(sources: readonly Unit[], targets: readonly Unit[]): TellingPair[] {
  const pairs = findTelling(sources, targets);
  return longestAscending(pairs.map(({ target }) => target)).map((nth) => pairs[nth] as TellingPair);
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
