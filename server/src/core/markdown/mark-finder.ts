interface Search {
  readonly from: number;
  readonly found: number;
}

/**
 * Looks for end marks in one text and remembers what it saw, so that a text full of constructs that never end is
 * still read in linear time: no stretch is searched twice for the same mark.
 */
export class MarkFinder {
  readonly #text: string;
  /** Mark -> the last search: from where, and what it found. */
  #searches: Map<string, Search> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Offset of the first `mark` at or after `offset`; -1 when there is none. */
  find(mark: string, offset: number): number {
    return this.#recall(mark, offset) ?? this.#remember(mark, offset, this.#text.indexOf(mark, offset));
  }

  /** The same, leaving out marks with a backslash before them. */
  findUnescaped(mark: string, offset: number): number {
    const key = `\\${mark}`;
    const known = this.#recall(key, offset);
    if (known !== undefined) return known;
    let found = this.#text.indexOf(mark, offset);
    while (found !== -1 && this.#isEscaped(found)) found = this.#text.indexOf(mark, found + 1);
    return this.#remember(key, offset, found);
  }

  #recall(key: string, offset: number): number | undefined {
    const last = this.#searches?.get(key);
    if (last === undefined || offset < last.from) return undefined;
    return last.found === -1 || offset <= last.found ? last.found : undefined;
  }

  #remember(key: string, from: number, found: number): number {
    this.#searches ??= new Map();
    this.#searches.set(key, { from, found });
    return found;
  }

  #isEscaped(offset: number): boolean {
    let backslashes = 0;
    while (this.#text[offset - 1 - backslashes] === "\\") backslashes += 1;
    return backslashes % 2 === 1;
  }
}
