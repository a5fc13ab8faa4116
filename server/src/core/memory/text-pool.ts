/** So many texts are joined. */
const BLOCK = 1024;
const WIDE = /[^\u0000-\u00ff]/;

interface Block {
  /** Texts that take one byte for each unit, and those that take two: one quotation mark would double a whole block. */
  readonly narrow: string;
  readonly wide: string;
  /** Where each text starts in `narrow`; below zero: the complement of its start in `wide`. */
  readonly starts: Int32Array;
  readonly lengths: Uint32Array;
}

/**
 * Many texts, each named by a number from zero up. A hundred thousand strings of their own would weigh more than what
 * they say, and a piece cut out of a page keeps the whole page in memory; so they are joined to few long strings.
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
      this.#blocks.push(toBlock(this.#open));
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
    return start < 0 ? block.wide.slice(~start, ~start + length) : block.narrow.slice(start, start + length);
  }
}

function toBlock(texts: readonly string[]): Block {
  const [narrow, wide]: [string[], string[]] = [[], []];
  let [narrowEnd, wideEnd] = [0, 0];
  const starts = Int32Array.from(texts, (text) => {
    const isWide = WIDE.test(text);
    (isWide ? wide : narrow).push(text);
    if (isWide) return ~((wideEnd += text.length) - text.length);
    return (narrowEnd += text.length) - text.length;
  });
  const lengths = Uint32Array.from(texts, ({ length }) => length);
  return { narrow: narrow.join(""), wide: wide.join(""), starts, lengths };
}
