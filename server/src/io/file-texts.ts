import { toText } from "./read-page.ts";

/**
 * The files of a root by their paths, each with its text where somebody has read it. Texts are kept as bytes and decoded
 * at each question: most are needed once, and all of them at once take more memory than anything else.
 */
export class FileTexts implements ReadonlyMap<string, string | undefined> {
  readonly #files: Map<string, Buffer | undefined>;

  constructor(paths: Iterable<string>) {
    this.#files = new Map(Array.from(paths, (path) => [path, undefined]));
  }

  get size(): number {
    return this.#files.size;
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  get(path: string): string | undefined {
    const bytes = this.#files.get(path);
    return bytes && toText(bytes);
  }

  /** The bytes of a file; `undefined`: nobody has read it. */
  bytesOf(path: string): Buffer | undefined {
    return this.#files.get(path);
  }

  /** Takes in what a file holds. */
  add(path: string, bytes: Buffer): void {
    this.#files.set(path, bytes);
  }

  keys(): MapIterator<string> {
    return this.#files.keys();
  }

  *values(): MapIterator<string | undefined> {
    for (const path of this.#files.keys()) yield this.get(path);
  }

  *entries(): MapIterator<[string, string | undefined]> {
    for (const path of this.#files.keys()) yield [path, this.get(path)];
  }

  [Symbol.iterator](): MapIterator<[string, string | undefined]> {
    return this.entries();
  }

  forEach(call: (text: string | undefined, path: string, map: this) => void): void {
    for (const [path, text] of this) call(text, path, this);
  }
}
