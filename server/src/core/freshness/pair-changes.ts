import { bagOf, type Bag, containment, similarity } from "./similarity.ts";

/** Old segments and the new ones that stand in their place: one each, or several on one side. Half-open ranges. */
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
/** Sentences join where the outer ones have this much in common with the other side. */
const LEAST_TO_JOIN = 0.5;
/** How many on each side are taken together. The pipeline makes one segment of a whole paragraph at times. */
const MOVES = [
  [1, 1],
  ...[2, 3, 4, 5, 6, 7, 8].map((count) => [1, count] as const),
  ...[2, 3].map((count) => [count, 1] as const),
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
  /** For each old and each new sentence: 0 not looked at, 1 they join, 2 they do not. */
  readonly #joining: Uint8Array;

  constructor(old: readonly string[], now: readonly string[]) {
    this.#old = old;
    this.#now = now;
    this.#joining = new Uint8Array(old.length * now.length);
  }

  of(oldFrom: number, oldTo: number, nowFrom: number, nowTo: number): number {
    return similarity(this.#bag(this.#old, oldFrom, oldTo), this.#bag(this.#now, nowFrom, nowTo));
  }

  /** Whether it is worth looking at several sentences together. */
  mayJoin(row: number, column: number, [old, now]: readonly [number, number]): boolean {
    return (
      (old === 1 && now === 1) || (this.#joins(row, column) && this.#joins(row + old - 1, column + now - 1))
    );
  }

  #joins(row: number, column: number): boolean {
    const at = row * this.#now.length + column;
    if (this.#joining[at] === 0) {
      const part = containment(this.#bag(this.#old, row, row + 1), this.#bag(this.#now, column, column + 1));
      this.#joining[at] = part >= LEAST_TO_JOIN ? 1 : 2;
    }
    return this.#joining[at] === 1;
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
  /** 0: skip an old one; 1: skip a new one; from 2 on: the move of that number. */
  readonly moves: Int8Array;
}

function fillTable(rows: number, columns: number, alike: Likeness): Table {
  const width = columns + 1;
  const table = { scores: new Float64Array((rows + 1) * width), moves: new Int8Array((rows + 1) * width) };
  const isLarge = rows * columns > SMALL_TABLE;
  for (let row = rows; row >= 0; row -= 1) {
    for (let column = columns; column >= 0; column -= 1) {
      skip(table, row, column, rows, columns);
      const isNear = !isLarge || Math.abs((row * columns) / rows - column) <= BAND;
      if (!isNear) continue;
      for (const [nth, [old, now]] of MOVES.entries()) {
        if (row + old > rows || column + now > columns || !alike.mayJoin(row, column, [old, now])) continue;
        const own = alike.score(row, row + old, column, column + now);
        const at = row * width + column;
        const score = own + (table.scores[at + old * width + now] as number);
        if (own === 0 || score <= (table.scores[at] as number)) continue;
        table.scores[at] = score;
        table.moves[at] = nth + 2;
      }
    }
  }
  return table;
}

/** The better one of leaving an old or a new sentence alone. */
function skip({ scores, moves }: Table, row: number, column: number, rows: number, columns: number): void {
  const at = row * (columns + 1) + column;
  const withoutOld = row < rows ? (scores[at + columns + 1] as number) : -1;
  const withoutNew = column < columns ? (scores[at + 1] as number) : -1;
  scores[at] = Math.max(0, withoutOld, withoutNew);
  moves[at] = withoutNew > withoutOld ? 1 : 0;
}

function walk({ moves }: Table, rows: number, columns: number): Change[] {
  const changes: Change[] = [];
  for (let row = 0, column = 0; row < rows && column < columns;) {
    const move = moves[row * (columns + 1) + column] as number;
    const [old, now] = MOVES[move - 2] ?? (move === 0 ? [1, 0] : [0, 1]);
    if (move >= 2) changes.push({ old: [row, row + old], now: [column, column + now] });
    row += old;
    column += now;
  }
  return changes;
}
