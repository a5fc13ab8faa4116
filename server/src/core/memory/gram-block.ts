import { HASHES } from "./grams.ts";
import type { Nearest } from "./nearest.ts";

/** So many texts make a block: few enough to be sorted in a few milliseconds. */
const MOST_TEXTS = 4096;

/** What is looked for. */
export interface GramQuery {
  readonly grams: Uint16Array;
  /** UTF-16 units of the text; of those that are found from `shortest` to `longest`. */
  readonly length: number;
  readonly shortest: number;
  readonly longest: number;
}

/**
 * Some thousands of texts of similar length with the groups of letters in them. While there is room, each text has a
 * list of its groups; a full block has a list of its texts for each group. In flat arrays: 200,000 English sentences
 * have fourteen million groups.
 */
export class GramBlock {
  readonly #ids = new Int32Array(MOST_TEXTS);
  readonly #lengths = new Uint32Array(MOST_TEXTS);
  readonly #sizes = new Uint32Array(MOST_TEXTS);
  #count = 0;
  /** By text while the block has room: the groups of all texts, one text after the other. */
  #grams = new Uint16Array(1024);
  #used = 0;
  /** By group once it is full: where the texts of each group end in `#texts`. */
  #ends: Uint32Array | undefined;
  #texts = new Uint16Array(0);

  get isFull(): boolean {
    return this.#count === MOST_TEXTS;
  }

  add(id: number, length: number, grams: Uint16Array): void {
    this.#ids[this.#count] = id;
    this.#lengths[this.#count] = length;
    this.#sizes[this.#count] = grams.length;
    this.#count += 1;
    this.#grams = withRoom(this.#grams, this.#used + grams.length);
    this.#grams.set(grams, this.#used);
    this.#used += grams.length;
    if (this.isFull) this.#sort();
  }

  /** Offers every text that may be as similar as the query wants it. */
  compare({ grams, length, shortest, longest }: GramQuery, nearest: Nearest): void {
    const common =
      this.#ends === undefined ? this.#countByText(grams) : this.#countByGroup(grams, this.#ends);
    for (let nth = 0; nth < this.#count; nth += 1) {
      const shared = common[nth] as number;
      const itsLength = this.#lengths[nth] as number;
      if (shared === 0 || itsLength < shortest || itsLength > longest) continue;
      const size = this.#sizes[nth] as number;
      // An edit of one letter touches three groups at most.
      const edits = Math.max((Math.max(grams.length, size) - shared) / 3, Math.abs(length - itsLength));
      const most = 1 - edits / Math.max(length, itsLength);
      nearest.offer(this.#ids[nth] as number, most, (2 * shared) / (grams.length + size));
    }
  }

  #countByText(grams: Uint16Array): Uint16Array {
    const isAsked = new Uint8Array(HASHES);
    for (const gram of grams) isAsked[gram] = 1;
    const common = new Uint16Array(this.#count);
    let position = 0;
    for (let nth = 0; nth < this.#count; nth += 1) {
      const end = position + (this.#sizes[nth] as number);
      let shared = 0;
      for (; position < end; position += 1) shared += isAsked[this.#grams[position] as number] as number;
      common[nth] = shared;
    }
    return common;
  }

  #countByGroup(grams: Uint16Array, ends: Uint32Array): Uint16Array {
    const common = new Uint16Array(MOST_TEXTS);
    for (const gram of grams) {
      const end = ends[gram] as number;
      for (let place = gram === 0 ? 0 : (ends[gram - 1] as number); place < end; place += 1) {
        (common[this.#texts[place] as number] as number) += 1;
      }
    }
    return common;
  }

  /** Sorts by group what was listed by text: counts, then places. */
  #sort(): void {
    const ends = new Uint32Array(HASHES);
    for (let place = 0; place < this.#used; place += 1) (ends[this.#grams[place] as number] as number) += 1;
    let sum = 0;
    for (let gram = 0; gram < HASHES; gram += 1) {
      const start = sum;
      sum += ends[gram] as number;
      ends[gram] = start;
    }
    this.#texts = new Uint16Array(this.#used);
    let position = 0;
    for (let nth = 0; nth < this.#count; nth += 1) {
      const end = position + (this.#sizes[nth] as number);
      for (; position < end; position += 1) {
        const gram = this.#grams[position] as number;
        this.#texts[ends[gram] as number] = nth;
        (ends[gram] as number) += 1;
      }
    }
    this.#ends = ends;
    this.#grams = new Uint16Array(0);
    this.#used = 0;
  }
}

/** The array, or a longer one with the same beginning. */
function withRoom(array: Uint16Array<ArrayBuffer>, length: number): Uint16Array<ArrayBuffer> {
  if (length <= array.length) return array;
  const longer = new Uint16Array(Math.max(length, array.length * 2));
  longer.set(array);
  return longer;
}
