const NONE = -1;
const FIRST_SIZE = 1024;

/**
 * Numbers of texts by what they say. A `Map` would keep a second string for each of them; this keeps their hashes and
 * asks who has the text itself.
 */
export class TextTable {
  readonly #isText: (id: number, text: string) => boolean;
  /** Ids at the places that their hashes name, or behind them; a power of two of places, half of them empty at least. */
  #slots = new Int32Array(FIRST_SIZE).fill(NONE);
  #hashes = new Int32Array(FIRST_SIZE);
  #size = 0;

  /** `isText`: whether a text is the one that was put under a number. */
  constructor(isText: (id: number, text: string) => boolean) {
    this.#isText = isText;
  }

  /** The number of a text. `undefined`: it was never put. */
  find(text: string): number | undefined {
    const hash = hashOf(text);
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const id = this.#slots[slot] as number;
      if (id === NONE) return undefined;
      if (this.#hashes[slot] === hash && this.#isText(id, text)) return id;
    }
  }

  /** Takes up the number of a text that is not in the table yet. */
  put(text: string, id: number): void {
    if ((this.#size + 1) * 2 > this.#slots.length) this.#grow();
    this.#place(hashOf(text), id);
    this.#size += 1;
  }

  get #mask(): number {
    return this.#slots.length - 1;
  }

  #place(hash: number, id: number): void {
    let slot = hash & this.#mask;
    while (this.#slots[slot] !== NONE) slot = (slot + 1) & this.#mask;
    this.#slots[slot] = id;
    this.#hashes[slot] = hash;
  }

  #grow(): void {
    const [slots, hashes] = [this.#slots, this.#hashes];
    this.#slots = new Int32Array(slots.length * 2).fill(NONE);
    this.#hashes = new Int32Array(slots.length * 2);
    for (let slot = 0; slot < slots.length; slot += 1) {
      const id = slots[slot] as number;
      if (id !== NONE) this.#place(hashes[slot] as number, id);
    }
  }
}

/** FNV-1a over UTF-16 units, its upper bits mixed into the lower ones. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let nth = 0; nth < text.length; nth += 1) hash = Math.imul(hash ^ text.charCodeAt(nth), 0x01000193);
  return hash ^ (hash >>> 15);
}
