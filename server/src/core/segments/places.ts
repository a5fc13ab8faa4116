/** Of any kind. */
const LINE_END = /\n/g;
/** A line end and a blank line, also in a quotation. */
const BLANK_LINE = /\n[ \t>]*\r?\n/g;

/**
 * Tells which places of a text share a line or a paragraph. Where lines and paragraphs end is found out when somebody asks,
 * which few pages make necessary, and only once: places may be far from each other.
 */
export class Places {
  readonly #text: string;
  #lineEnds: number[] | undefined;
  #paragraphEnds: number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Neither offset is inside of a line end. */
  areOnOneLine(a: number, b: number): boolean {
    this.#lineEnds ??= endsOf(LINE_END, this.#text);
    return countTo(this.#lineEnds, a) === countTo(this.#lineEnds, b);
  }

  /** Neither offset is inside of a line end. */
  areInOneParagraph(a: number, b: number): boolean {
    this.#paragraphEnds ??= endsOf(BLANK_LINE, this.#text);
    return countTo(this.#paragraphEnds, a) === countTo(this.#paragraphEnds, b);
  }
}

function endsOf(pattern: RegExp, text: string): number[] {
  const ends: number[] = [];
  const search = new RegExp(pattern);
  while (search.test(text)) ends.push(search.lastIndex);
  return ends;
}

/** How many of ascending numbers are at most `limit`. */
function countTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
