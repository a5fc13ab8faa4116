/** Indices of two things that belong together; `undefined`: one has no counterpart. */
export interface IndexPair {
  readonly source: number | undefined;
  readonly target: number | undefined;
}

/** Two sequences of things, told apart by their numbers from 0, and what it costs to pair them. */
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
const LEAST_BAND = 10;

/** The cheapest way to pair two sequences in order, by dynamic programming. */
export function alignSequences(sequences: Sequences): IndexPair[] {
  return new SequenceAligner(sequences).align();
}

const SKIP_SOURCE = 1;
const SKIP_TARGET = 2;
const MATCH = 3;

class SequenceAligner {
  readonly #sequences: Sequences;
  readonly #band: number;
  readonly #width: number;
  /** For each count of sources and, from the band's first on, of targets: the least cost, and the last step to it. */
  readonly #costs: Float64Array;
  readonly #moves: Uint8Array;

  constructor(sequences: Sequences) {
    const { sourceCount, targetCount } = sequences;
    this.#sequences = sequences;
    this.#band = bandOf(sourceCount, targetCount);
    this.#width = 2 * this.#band + 1;
    this.#costs = new Float64Array((sourceCount + 1) * this.#width).fill(Number.POSITIVE_INFINITY);
    this.#moves = new Uint8Array((sourceCount + 1) * this.#width);
  }

  align(): IndexPair[] {
    const { sourceCount, targetCount } = this.#sequences;
    for (let source = 0; source <= sourceCount; source++) {
      const first = this.#firstOf(source);
      const last = Math.min(targetCount, first + this.#width - 1);
      for (let target = Math.max(0, first); target <= last; target++) this.#fill(source, target);
    }
    return this.#readBack();
  }

  #fill(source: number, target: number): void {
    const { gapCost, matchCost } = this.#sequences;
    const at = this.#at(source, target);
    if (source === 0 && target === 0) this.#costs[at] = 0;
    const offer = (before: number, cost: number, move: number): void => {
      if (before + cost >= (this.#costs[at] as number)) return;
      this.#costs[at] = before + cost;
      this.#moves[at] = move;
    };
    if (source > 0) offer(this.#costAt(source - 1, target), gapCost, SKIP_SOURCE);
    if (target > 0) offer(this.#costAt(source, target - 1), gapCost, SKIP_TARGET);
    if (source === 0 || target === 0) return;
    const before = this.#costAt(source - 1, target - 1);
    if (before < Number.POSITIVE_INFINITY) offer(before, matchCost(source - 1, target - 1), MATCH);
  }

  #firstOf(source: number): number {
    const { sourceCount, targetCount } = this.#sequences;
    return Math.round((source * targetCount) / Math.max(1, sourceCount)) - this.#band;
  }

  #at(source: number, target: number): number {
    return source * this.#width + target - this.#firstOf(source);
  }

  #costAt(source: number, target: number): number {
    const column = target - this.#firstOf(source);
    if (column < 0 || column >= this.#width) return Number.POSITIVE_INFINITY;
    return this.#costs[source * this.#width + column] as number;
  }

  #readBack(): IndexPair[] {
    const pairs: IndexPair[] = [];
    let source = this.#sequences.sourceCount;
    let target = this.#sequences.targetCount;
    while (source > 0 || target > 0) {
      const move = this.#moves[this.#at(source, target)];
      if (move === MATCH) pairs.push({ source: (source -= 1), target: (target -= 1) });
      else if (target === 0 || (move === SKIP_SOURCE && source > 0))
        pairs.push({ source: (source -= 1), target: undefined });
      else pairs.push({ source: undefined, target: (target -= 1) });
    }
    return pairs.reverse();
  }
}

function bandOf(sourceCount: number, targetCount: number): number {
  if (sourceCount * targetCount <= MOST_CELLS) return targetCount;
  const slope = targetCount / Math.max(1, sourceCount);
  return Math.max(LEAST_BAND, Math.ceil(2 * slope), Math.floor(MOST_CELLS / sourceCount / 2));
}
