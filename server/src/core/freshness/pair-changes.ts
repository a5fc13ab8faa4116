import { bagOf, similarity, type Bag } from "./similarity.ts";

/** Old sentences and the new ones that stand in their place: one each, or two on one side. Half-open ranges. */
export interface Change {
  readonly old: readonly [from: number, to: number];
  readonly now: readonly [from: number, to: number];
}

/** Below this two sentences have no more in common than any two of a page. */
const LEAST_SIMILARITY = 0.4;
/** One sentence in the place of one other may have less. */
const LEAST_SIMILARITY_ALONE = 0.2;
/** A larger table is looked at along its diagonal only. */
const SMALL_TABLE = 6000;
const BAND = 20;
/** A page that is rewritten from end to end is taken in parts. */
const LARGEST_TABLE = 1_000_000;
/** Two sentences join where one of them by itself has this much in common with the other side. */
const LEAST_TO_JOIN = 0.25;
const MOVES = [
  [1, 1],
  [1, 2],
  [2, 1],
] as const;

/** Pairs what is left between two places that did not change, in order on both sides, so that the pairs are most alike. */
export function pairChanges(old: readonly string[], now: readonly string[]): Change[] {
  if (old.length === 0 || now.length === 0) return [];
  if (old.length * now.length > LARGEST_TABLE) return pairHalves(old, now);
  const alike = new Likeness(old, now);
  if (old.length === 1 && now.length === 1) {
    return alike.of(0, 1, 0, 1) >= LEAST_SIMILARITY_ALONE ? [{ old: [0, 1], now: [0, 1] }] : [];
  }
  return walk(fillTable(old.length, now.length, alike), old.length, now.length);
}

function pairHalves(old: readonly string[], now: readonly string[]): Change[] {
  const [middle, middleNow] = [old.length >> 1, now.length >> 1];
  const second = pairChanges(old.slice(middle), now.slice(middleNow));
  return [
    ...pairChanges(old.slice(0, middle), now.slice(0, middleNow)),
    ...second.map((change) => ({
      old: [change.old[0] + middle, change.old[1] + middle] as const,
      now: [change.now[0] + middleNow, change.now[1] + middleNow] as const,
    })),
  ];
}

/** Likeness of runs of old and of new sentences. */
class Likeness {
  readonly #old: readonly string[];
  readonly #now: readonly string[];
  readonly #bags = new Map<string, Bag>();

  constructor(old: readonly string[], now: readonly string[]) {
    this.#old = old;
    this.#now = now;
  }

  of(oldFrom: number, oldTo: number, nowFrom: number, nowTo: number): number {
    return similarity(this.#bag(this.#old, oldFrom, oldTo), this.#bag(this.#now, nowFrom, nowTo));
  }

  /** Whether it is worth looking at two sentences together. */
  mayJoin(row: number, column: number, [old, now]: readonly [number, number]): boolean {
    if (old === 1 && now === 1) return true;
    return (
      this.of(row, row + 1, column, column + 1) >= LEAST_TO_JOIN &&
      this.of(row + old - 1, row + old, column + now - 1, column + now) >= LEAST_TO_JOIN
    );
  }

  /** Squared, so that a sentence that only stands beside a pair does not join it. */
  score(oldFrom: number, oldTo: number, nowFrom: number, nowTo: number): number {
    const likeness = this.of(oldFrom, oldTo, nowFrom, nowTo);
    if (likeness < LEAST_SIMILARITY) return 0;
    const size = this.#bag(this.#old, oldFrom, oldTo).size + this.#bag(this.#now, nowFrom, nowTo).size;
    return likeness * likeness * size;
  }

  #bag(texts: readonly string[], from: number, to: number): Bag {
    const text = to - from === 1 ? (texts[from] as string) : texts.slice(from, to).join(" ");
    let bag = this.#bags.get(text);
    if (bag === undefined) {
      bag = bagOf(text);
      this.#bags.set(text, bag);
    }
    return bag;
  }
}

interface Table {
  readonly scores: Float64Array;
  readonly moves: Int8Array;
}

function fillTable(rows: number, columns: number, alike: Likeness): Table {
  const width = columns + 1;
  const scores = new Float64Array((rows + 1) * width);
  /** 0: skip an old one; 1: skip a new one; from 2 on: the move of that number. */
  const moves = new Int8Array((rows + 1) * width);
  const isLarge = rows * columns > SMALL_TABLE;
  for (let row = rows; row >= 0; row -= 1) {
    for (let column = columns; column >= 0; column -= 1) {
      const at = row * width + column;
      let best = row < rows ? (scores[at + width] as number) : 0;
      if (column < columns && (row === rows || (scores[at + 1] as number) > best)) {
        best = scores[at + 1] as number;
        moves[at] = 1;
      }
      const isNear = !isLarge || Math.abs((row * columns) / rows - column) <= BAND;
      for (const [nth, [old, now]] of isNear ? MOVES.entries() : []) {
        if (row + old > rows || column + now > columns || !alike.mayJoin(row, column, [old, now])) continue;
        const own = alike.score(row, row + old, column, column + now);
        const score = own === 0 ? 0 : own + (scores[at + old * width + now] as number);
        if (score > best) {
          best = score;
          moves[at] = nth + 2;
        }
      }
      scores[at] = best;
    }
  }
  return { scores, moves };
}

function walk({ moves }: Table, rows: number, columns: number): Change[] {
  const changes: Change[] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const move = moves[row * (columns + 1) + column] as number;
    const [old, now] = MOVES[move - 2] ?? (move === 0 ? [1, 0] : [0, 1]);
    if (move >= 2) changes.push({ old: [row, row + old], now: [column, column + now] });
    row += old;
    column += now;
  }
  return changes;
}
