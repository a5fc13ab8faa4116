/** So many texts are packed together. */
const BLOCK = 1024;
const WIDE = /[^\u0000-\u00ff]/;
/** So many units become a string at once: each is an argument of a call. */
const MOST_AT_ONCE = 4096;

interface Block {
  /** Units of the texts that take one byte for each, as English does: an engine spends two on what it cut out of Chinese. */
  readonly narrow: Uint8Array;
  readonly wide: Uint16Array;
  /** Where each text starts in `narrow`; below zero: the complement of its start in `wide`. */
  readonly starts: Int32Array;
  readonly lengths: Uint32Array;
}

/**
 * Many texts, each named by a number from zero up. A hundred thousand strings of their own would weigh more than what
 * they say, and a piece cut out of a page keeps the whole page in memory; so their units are packed.
 */
export class TextPool {
  readonly #blocks: Block[] = [];
  #open: string[] = [];

  get size(): number {
    return this.#blocks.length * BLOCK + this.#open.length;
  }

  /** Takes a text up and gives its number. */
  add(text: string): number {
    const id = this.size;
    this.#open.push(text);
    if (this.#open.length === BLOCK) {
      this.#blocks.push(pack(this.#open));
      this.#open = [];
    }
    return id;
  }

  /** The text of a number that `add` gave. */
  at(id: number): string {
    const block = this.#blocks[Math.floor(id / BLOCK)];
    const nth = id % BLOCK;
    if (block === undefined) return this.#open[nth] as string;
    const start = block.starts[nth] as number;
    const length = block.lengths[nth] as number;
    return start < 0 ? read(block.wide, ~start, length) : read(block.narrow, start, length);
  }

  /** Whether a text is the one of a number: without making a string of it. */
  is(id: number, text: string): boolean {
    const block = this.#blocks[Math.floor(id / BLOCK)];
    const nth = id % BLOCK;
    if (block === undefined) return this.#open[nth] === text;
    if (block.lengths[nth] !== text.length) return false;
    const start = block.starts[nth] as number;
    const [units, from] = start < 0 ? [block.wide, ~start] : [block.narrow, start];
    for (let place = 0; place < text.length; place += 1) {
      if (units[from + place] !== text.charCodeAt(place)) return false;
    }
    return true;
  }
}

function pack(texts: readonly string[]): Block {
  const isWide = texts.map((text) => WIDE.test(text));
  const sum = (kind: boolean): number =>
    texts.reduce((total, { length }, nth) => total + (isWide[nth] === kind ? length : 0), 0);
  const narrow = new Uint8Array(sum(false));
  const wide = new Uint16Array(sum(true));
  let [narrowEnd, wideEnd] = [0, 0];
  const starts = Int32Array.from(texts, (text, nth) => {
    const units = isWide[nth] === true ? wide : narrow;
    const start = units === wide ? wideEnd : narrowEnd;
    for (let place = 0; place < text.length; place += 1) units[start + place] = text.charCodeAt(place);
    if (units === wide) wideEnd += text.length;
    else narrowEnd += text.length;
    return units === wide ? ~start : start;
  });
  return { narrow, wide, starts, lengths: Uint32Array.from(texts, ({ length }) => length) };
}

function read(units: Uint8Array | Uint16Array, start: number, length: number): string {
  let text = "";
  for (let done = 0; done < length; done += MOST_AT_ONCE) {
    const piece = units.subarray(start + done, start + Math.min(length, done + MOST_AT_ONCE));
    text += String.fromCharCode.apply(null, piece as unknown as number[]);
  }
  return text;
}
