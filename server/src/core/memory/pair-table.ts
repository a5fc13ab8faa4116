/** How far a translation can be relied on. The higher the better. */
export const TRUST = {
  /** Its English has left the page, or nobody has read it in its place yet. */
  doubtful: 0,
  machine: 1,
  human: 2,
} as const;

/** One of `TRUST`. */
export type Trust = (typeof TRUST)[keyof typeof TRUST];

/** One place in a page where an English text stands with its translation. All numbers are those that others gave. */
export interface PairPlace {
  readonly english: number;
  readonly translation: number;
  readonly page: number;
  /** How many pairs stand before it in the page. */
  readonly place: number;
  readonly trust: Trust;
}

const NONE = -1;

/**
 * Pairs of an English text and a translation, listed for each English text. In columns: a hundred thousand objects
 * would weigh as much as what they point to.
 */
export class PairTable {
  /** Number of the first pair of each English text. */
  #heads = new Int32Array(256).fill(NONE);
  #english = new Int32Array(256);
  #translation = new Int32Array(256);
  #page = new Int32Array(256);
  #place = new Int32Array(256);
  #trust = new Uint8Array(256);
  /** The next pair of the same English; of a pair that was taken out, the next free one. */
  #next = new Int32Array(256);
  #free = NONE;
  #size = 0;

  at(pair: number): PairPlace {
    return {
      english: this.#english[pair] as number,
      translation: this.#translation[pair] as number,
      page: this.#page[pair] as number,
      place: this.#place[pair] as number,
      trust: this.#trust[pair] as Trust,
    };
  }

  /** Numbers of the pairs of an English text, those that were added last first. */
  *of(english: number): Iterable<number> {
    for (let pair = this.#headOf(english); pair !== NONE; pair = this.#next[pair] as number) yield pair;
  }

  has(english: number): boolean {
    return this.#headOf(english) !== NONE;
  }

  add({ english, translation, page, place, trust }: PairPlace): number {
    const pair = this.#free === NONE ? this.#size : this.#free;
    if (pair === this.#size) this.#size += 1;
    else this.#free = this.#next[pair] as number;
    this.#makeRoom(english);
    this.#english[pair] = english;
    this.#translation[pair] = translation;
    this.#page[pair] = page;
    this.#next[pair] = this.#heads[english] as number;
    this.#heads[english] = pair;
    this.move(pair, place, trust);
    return pair;
  }

  /** The same pair at another place of its page, or trusted otherwise. */
  move(pair: number, place: number, trust: Trust): void {
    this.#place[pair] = place;
    this.#trust[pair] = trust;
  }

  /** Takes a pair out; its number may be given to another one. */
  remove(pair: number): void {
    const english = this.#english[pair] as number;
    const after = this.#next[pair] as number;
    if (this.#heads[english] === pair) this.#heads[english] = after;
    else {
      let before = this.#heads[english] as number;
      while (this.#next[before] !== pair) before = this.#next[before] as number;
      this.#next[before] = after;
    }
    this.#next[pair] = this.#free;
    this.#free = pair;
  }

  #headOf(english: number): number {
    return this.#heads[english] ?? NONE;
  }

  #makeRoom(english: number): void {
    const known = this.#heads.length;
    this.#heads = withRoom(this.#heads, english + 1);
    if (this.#heads.length > known) this.#heads.fill(NONE, known);
    this.#english = withRoom(this.#english, this.#size);
    this.#translation = withRoom(this.#translation, this.#size);
    this.#page = withRoom(this.#page, this.#size);
    this.#place = withRoom(this.#place, this.#size);
    this.#next = withRoom(this.#next, this.#size);
    if (this.#trust.length < this.#size) {
      const longer = new Uint8Array(this.#next.length);
      longer.set(this.#trust);
      this.#trust = longer;
    }
  }
}

/** The column, or one of twice the length with the same beginning. */
function withRoom(column: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (length <= column.length) return column;
  const longer = new Int32Array(Math.max(length, column.length * 2));
  longer.set(column);
  return longer;
}
