/** Indices of two things that belong together; `undefined`: one has no counterpart. */
export interface IndexPair {
  readonly source: number | undefined;
  readonly target: number | undefined;
}

export interface Sequences {
  readonly sourceCount: number;
  readonly targetCount: number;
  /** What it costs to pair two; less than nothing when they fit, infinite when they cannot be paired. */
  readonly matchCost: (source: number, target: number) => number;
  /** What it costs to leave one without counterpart. */
  readonly gapCost: number;
}

// 250,000 comparisons take about a quarter of a second; longer sequences are compared along the diagonal only.
const MOST_CELLS = 250_000;
const LEAST_BAND = 40;

/** The cheapest way to pair two sequences in order, by dynamic programming. */
export function alignSequences({ sourceCount, targetCount, matchCost, gapCost }: Sequences): IndexPair[] {
  const band = bandOf(sourceCount, targetCount);
  const width = 2 * band + 1;
  const firstOf = (source: number): number =>
    Math.round((source * targetCount) / Math.max(1, sourceCount)) - band;
  const costs = new Float64Array((sourceCount + 1) * width).fill(Number.POSITIVE_INFINITY);
  const moves = new Uint8Array((sourceCount + 1) * width);
  const costAt = (source: number, target: number): number => {
    const column = target - firstOf(source);
    return column < 0 || column >= width
      ? Number.POSITIVE_INFINITY
      : (costs[source * width + column] as number);
  };
  for (let source = 0; source <= sourceCount; source++) {
    const first = firstOf(source);
    for (let target = Math.max(0, first); target <= Math.min(targetCount, first + width - 1); target++) {
      let best = source === 0 && target === 0 ? 0 : Number.POSITIVE_INFINITY;
      let move = 0;
      if (source > 0) {
        const cost = costAt(source - 1, target) + gapCost;
        if (cost < best) [best, move] = [cost, SKIP_SOURCE];
      }
      if (target > 0) {
        const cost = costAt(source, target - 1) + gapCost;
        if (cost < best) [best, move] = [cost, SKIP_TARGET];
      }
      if (source > 0 && target > 0) {
        const before = costAt(source - 1, target - 1);
        if (before < Number.POSITIVE_INFINITY) {
          const cost = before + matchCost(source - 1, target - 1);
          if (cost < best) [best, move] = [cost, MATCH];
        }
      }
      const at = source * width + target - first;
      costs[at] = best;
      moves[at] = move;
    }
  }
  return readBack(
    sourceCount,
    targetCount,
    (source, target) => moves[source * width + target - firstOf(source)],
  );
}

const SKIP_SOURCE = 1;
const SKIP_TARGET = 2;
const MATCH = 3;

function bandOf(sourceCount: number, targetCount: number): number {
  if (sourceCount * targetCount <= MOST_CELLS) return targetCount;
  const slope = targetCount / Math.max(1, sourceCount);
  return Math.max(LEAST_BAND, Math.ceil(2 * slope), Math.floor(MOST_CELLS / sourceCount / 2));
}

function readBack(
  sourceCount: number,
  targetCount: number,
  moveAt: (source: number, target: number) => number | undefined,
): IndexPair[] {
  const pairs: IndexPair[] = [];
  let source = sourceCount;
  let target = targetCount;
  while (source > 0 || target > 0) {
    const move = moveAt(source, target);
    if (move === MATCH) pairs.push({ source: (source -= 1), target: (target -= 1) });
    else if (target === 0 || (move === SKIP_SOURCE && source > 0))
      pairs.push({ source: (source -= 1), target: undefined });
    else pairs.push({ source: undefined, target: (target -= 1) });
  }
  return pairs.reverse();
}
