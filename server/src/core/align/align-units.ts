import { alignSequences, type IndexPair } from "./align-sequences.ts";
import { compareFeatures, weightOf } from "./features.ts";
import { haveSameEnd } from "./sentence-ends.ts";
import type { Unit } from "./read-units.ts";

/** Units of both pages that belong together. */
export interface UnitPair extends IndexPair {
  /** From 0 to 1: how sure it is that they do. */
  readonly certainty: number;
}

const GAP_COST = 2;
/** A pair that costs more is no good reason to believe that two pages are parallel. */
const WORST_PARALLEL = 1.5;
/** Up to so many comparisons whole pages are compared; beyond, anchors divide them. */
const MOST_CELLS = 40_000;

/**
 * Lines up the units of a page with those of its English. Translation keeps blocks line by line (54,534 of 54,534
 * lines measured), so that equal sequences of kinds are taken as they are where nothing speaks against it; otherwise
 * by dynamic programming over kind, nesting, code, links, anchors, numbers, names and length.
 */
export function alignUnits(
  sources: readonly Unit[],
  targets: readonly Unit[],
  targetIsLatin: boolean,
): UnitPair[] {
  const comparison = new UnitComparison(sources, targets, targetIsLatin);
  if (haveSameShape(sources, targets)) {
    const costs = sources.map((_, nth) => comparison.cost(nth, nth));
    if (costs.every((cost) => cost < WORST_PARALLEL))
      return sources.map((_, nth) => ({ source: nth, target: nth, certainty: 1 }));
  }
  const pairs = pairMoved(alignBetweenAnchors(comparison), comparison);
  return pairs.map((pair, nth) => ({
    ...pair,
    certainty: certaintyOf(pair, pairs[nth - 1], pairs[nth + 1], comparison),
  }));
}

function haveSameShape(sources: readonly Unit[], targets: readonly Unit[]): boolean {
  return (
    sources.length === targets.length &&
    sources.every((source, nth) => shapeOf(source) === shapeOf(targets[nth]))
  );
}

/** What translation never changes about a block. */
function shapeOf(unit: Unit | undefined): string {
  return unit === undefined ? "" : `${unit.kind}${unit.level} ${unit.containers} ${unit.columnCount}`;
}

/** How well units of two pages fit. */
class UnitComparison {
  readonly sources: readonly Unit[];
  readonly targets: readonly Unit[];
  readonly #targetIsLatin: boolean;
  readonly #ratio: number;
  readonly #rarities = new Map<string, number>();

  constructor(sources: readonly Unit[], targets: readonly Unit[], targetIsLatin: boolean) {
    this.sources = sources;
    this.targets = targets;
    this.#targetIsLatin = targetIsLatin;
    const total = (all: readonly Unit[]): number =>
      all.reduce((sum, { kind, features }) => sum + (kind === "code" ? 0 : features.length), 1);
    this.#ratio = total(targets) / total(sources);
    for (const [key, count] of maxOf(countUnits(sources), countUnits(targets))) {
      this.#rarities.set(key, Math.max(0.25, 1.5 - 0.25 * Math.log2(count)));
    }
  }

  cost(source: number, target: number): number {
    const a = this.sources[source] as Unit;
    const b = this.targets[target] as Unit;
    if (a.kind !== b.kind) return Number.POSITIVE_INFINITY;
    const nesting = (a.containers === b.containers ? 0 : 2) + (a.level === b.level ? 0 : 2);
    const { shared, apart } = this.agreement(source, target);
    const shape =
      (haveSameEnd(a.end, b.end) ? 0 : 0.5) +
      Math.min(1.5, 0.5 * Math.abs(a.passages.length - b.passages.length));
    return nesting + shape + this.#lengthCost(a, b) + 0.5 * Math.min(8, apart) - Math.min(8, shared) - 1.5;
  }

  agreement(source: number, target: number): { shared: number; apart: number } {
    const a = this.sources[source] as Unit;
    const b = this.targets[target] as Unit;
    if (a.kind === "code") return compareCode(a, b);
    return compareFeatures(
      a.features,
      b.features,
      this.#targetIsLatin,
      (key) => this.#rarities.get(key) ?? 1,
    );
  }

  #lengthCost(a: Unit, b: Unit): number {
    const ratio = a.kind === "code" ? 1 : this.#ratio;
    return Math.min(3, 2 * Math.abs(Math.log((b.features.length + 4) / (a.features.length * ratio + 4))));
  }
}

/** Another version of some code still has most of its lines. */
function compareCode({ features: a }: Unit, { features: b }: Unit): { shared: number; apart: number } {
  let both = 0;
  for (const line of a.words) both += b.words.has(line) ? 1 : 0;
  const share = (2 * both) / (a.words.size + b.words.size);
  return { shared: 6 * share, apart: 6 * (1 - share) };
}

/** In how many units each token stands. */
function countUnits(units: readonly Unit[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of units) {
    for (const key of features.tokens.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function maxOf(a: Map<string, number>, b: Map<string, number>): Map<string, number> {
  const most = new Map(a);
  for (const [key, count] of b) most.set(key, Math.max(count, most.get(key) ?? 0));
  return most;
}

function alignBetweenAnchors(comparison: UnitComparison): IndexPair[] {
  const { sources, targets } = comparison;
  const anchors = sources.length * targets.length > MOST_CELLS ? findAnchors(sources, targets) : [];
  const pairs: IndexPair[] = [];
  let source = 0;
  let target = 0;
  for (const anchor of [...anchors, { source: sources.length, target: targets.length }]) {
    const [fromSource, fromTarget] = [source, target];
    const between = alignSequences({
      sourceCount: anchor.source - source,
      targetCount: anchor.target - target,
      matchCost: (a, b) => comparison.cost(fromSource + a, fromTarget + b),
      gapCost: GAP_COST,
    });
    for (const pair of between) {
      pairs.push({
        source: pair.source === undefined ? undefined : pair.source + fromSource,
        target: pair.target === undefined ? undefined : pair.target + fromTarget,
      });
    }
    if (anchor.source < sources.length) pairs.push(anchor);
    source = anchor.source + 1;
    target = anchor.target + 1;
  }
  return pairs;
}

/** Only what fits that well is believed to have moved. */
const BEST_MOVED = -3;

/** Units without counterpart that fit another such unit elsewhere in the page: rows in a new order, a section that moved. */
function pairMoved(pairs: readonly IndexPair[], comparison: UnitComparison): IndexPair[] {
  const lost = new Set(
    pairs.flatMap(({ source, target }) => (target === undefined && source !== undefined ? [source] : [])),
  );
  const added = new Set(
    pairs.flatMap(({ source, target }) => (source === undefined && target !== undefined ? [target] : [])),
  );
  if (lost.size === 0 || added.size === 0) return [...pairs];
  const { sources, targets } = comparison;
  const sourceOf = new Map<number, number>();
  for (const { source, target } of findTelling(sources, targets, lost, added)) {
    if (comparison.cost(source, target) < BEST_MOVED) sourceOf.set(target, source);
  }
  const moved = new Set(sourceOf.values());
  return pairs
    .filter(({ source, target }) => target !== undefined || source === undefined || !moved.has(source))
    .map(({ source, target }) => ({ source: source ?? sourceOf.get(target ?? -1), target }));
}

/** Units that share something telling that no others have, in the same order on both sides. */
function findAnchors(
  sources: readonly Unit[],
  targets: readonly Unit[],
): { source: number; target: number }[] {
  return longestAscending(findTelling(sources, targets));
}

/** Pairs of units that share something telling that no others have, in the order of the sources. */
function findTelling(
  sources: readonly Unit[],
  targets: readonly Unit[],
  ofSources?: ReadonlySet<number>,
  ofTargets?: ReadonlySet<number>,
): { source: number; target: number }[] {
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
function longestAscending(
  pairs: readonly { source: number; target: number }[],
): { source: number; target: number }[] {
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
  const chosen: { source: number; target: number }[] = [];
  for (let nth = tails.at(-1); nth !== undefined; nth = before[nth]) {
    chosen.push(pairs[nth] as { source: number; target: number });
  }
  return chosen.reverse();
}

/** Beside a gap the neighbours tell nothing: the pair has to speak for itself. */
function certaintyOf(
  pair: IndexPair,
  before: IndexPair | undefined,
  after: IndexPair | undefined,
  comparison: UnitComparison,
): number {
  const { source, target } = pair;
  if (source === undefined || target === undefined) return 0;
  const { shared, apart } = comparison.agreement(source, target);
  const isMatched = (other: IndexPair | undefined): number =>
    other === undefined || (other.source !== undefined && other.target !== undefined) ? 1 : 0;
  const neighbours = isMatched(before) + isMatched(after);
  const own = Math.min(6, shared) - apart - 0.5 * Math.max(0, comparison.cost(source, target));
  return 1 / (1 + Math.exp(-(own + 2.5 * neighbours - 1)));
}
