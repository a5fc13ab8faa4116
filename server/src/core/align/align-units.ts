import { alignSequences, type IndexPair } from "./align-sequences.ts";
import type { Unit } from "./read-units.ts";
import { findAnchors, findTelling } from "./telling-units.ts";
import { UnitComparison } from "./unit-comparison.ts";

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
  const isParallel = haveSameShape(sources, targets);
  if (isParallel && sources.every((_, nth) => comparison.cost(nth, nth) < WORST_PARALLEL))
    return sources.map((_, nth) => ({ source: nth, target: nth, certainty: 1 }));

  const pairs = joinGaps(pairMoved(alignBetweenAnchors(comparison), comparison), comparison);
  // A block that has little in common with its English is a defect, not a doubt, where all around it is in its place.
  if (isParallel && pairs.every(({ source, target }) => source === target))
    return pairs.map((pair) => ({ ...pair, certainty: 1 }));
  const evidence = pairs.map((pair) => evidenceFor(pair, comparison));
  return pairs.map((pair, nth) => ({ ...pair, certainty: certaintyOf(evidence, nth) }));
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

/**
 * What stands between two matched pairs and is as much on both sides, of the same kinds: paired after all, as another
 * version or a bad translation of the same.
 */
function joinGaps(pairs: readonly IndexPair[], comparison: UnitComparison): IndexPair[] {
  const joined: IndexPair[] = [];
  let gap: IndexPair[] = [];
  const closeGap = (): void => {
    // One by one: a page may lack more units than a function takes arguments.
    for (const pair of pairUp(gap, comparison) ?? gap) joined.push(pair);
    gap = [];
  };
  for (const pair of pairs) {
    if (pair.source === undefined || pair.target === undefined) gap.push(pair);
    else {
      closeGap();
      joined.push(pair);
    }
  }
  closeGap();
  return joined;
}

function pairUp(gap: readonly IndexPair[], comparison: UnitComparison): IndexPair[] | undefined {
  const sources = gap.flatMap(({ source }) => (source === undefined ? [] : [source]));
  const targets = gap.flatMap(({ target }) => (target === undefined ? [] : [target]));
  if (sources.length !== targets.length) return undefined;
  const pairs = sources.map((source, nth) => ({ source, target: targets[nth] as number }));
  return pairs.every(({ source, target }) => comparison.cost(source, target) < Number.POSITIVE_INFINITY)
    ? pairs
    : undefined;
}

/** What a pair says for itself; `undefined`: a side is missing. */
function evidenceFor({ source, target }: IndexPair, comparison: UnitComparison): number | undefined {
  if (source === undefined || target === undefined) return undefined;
  const { shared, apart } = comparison.agreement(source, target);
  return Math.min(6, shared) - apart - 0.5 * Math.max(0, comparison.cost(source, target));
}

/** A pair between two good ones is good; beside a gap it has to speak for itself. */
function certaintyOf(evidence: readonly (number | undefined)[], nth: number): number {
  const own = evidence[nth];
  if (own === undefined) return 0;
  const support = (neighbour: number): number => {
    if (neighbour < 0 || neighbour >= evidence.length) return 2.5;
    const other = evidence[neighbour];
    return other === undefined ? 0 : 2.5 + 0.5 * Math.min(2, Math.max(0, other));
  };
  return 1 / (1 + Math.exp(1 - Math.max(-3, own) - support(nth - 1) - support(nth + 1)));
}
