/**
 * Looks for end marks in one text and remembers what it saw, so that a text full of constructs that never end is
 * still read in linear time: no stretch is searched twice for the same mark.
 */
export class MarkFinder {
  readonly #text: string;
  /** Mark -> the last search: from where, and what it found. */
  readonly #searches = new Map<string, { readonly from: number; readonly found: number }>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Offset of the first `mark` at or after `offset`; -1 when there is none. */
  find(mark: string, offset: number): number {
    return this.#search(mark, offset, (from) => this.#text.indexOf(mark, from));
  }

  /** The same, leaving out marks with a backslash before them. */
  findUnescaped(mark: string, offset: number): number {
    return this.#search(`\\${mark}`, offset, (from) => {
      let found = this.#text.indexOf(mark, from);
      while (found !== -1 && this.#isEscaped(found)) found = this.#text.indexOf(mark, found + 1);
      return found;
    });
  }

  #search(key: string, offset: number, search: (from: number) => number): number {
    const last = this.#searches.get(key);
    if (last !== undefined && offset >= last.from && (last.found === -1 || offset <= last.found))
      return last.found;
    const found = search(offset);
    this.#searches.set(key, { from: offset, found });
    return found;
  }

  #isEscaped(offset: number): boolean {
    let backslashes = 0;
    while (this.#text[offset - 1 - backslashes] === "\\") backslashes += 1;
    return backslashes % 2 === 1;
  }
}
