import { lastStart } from "../text/last-start.ts";
import type { Span } from "../text/span.ts";

/** The content of a block as one string, its lines joined, with the way back to where each character stands. */
export class BlockText {
  readonly text: string;
  readonly #lines: readonly Span[];
  /** Offset in `text` at which each line starts. */
  readonly #starts: readonly number[];

  private constructor(text: string, lines: readonly Span[], starts: readonly number[]) {
    this.text = text;
    this.#lines = lines;
    this.#starts = starts;
  }

  /** `lines` are spans of `text`, ascending. */
  static of(text: string, lines: readonly Span[]): BlockText {
    const only = lines.length === 1 ? lines[0] : undefined;
    if (only !== undefined) return new BlockText(text.slice(only.start, only.end), lines, [0]);
    const starts: number[] = [];
    let joined = "";
    for (const line of lines) {
      if (starts.length > 0) joined += "\n";
      starts.push(joined.length);
      joined += text.slice(line.start, line.end);
    }
    return new BlockText(joined, lines, starts);
  }

  /** Where the text stands, if it is a single line. `undefined`: it is several. */
  get base(): number | undefined {
    return this.#lines.length === 1 ? this.#lines[0]?.start : undefined;
  }

  /** Where a character stands in the text that the lines were cut from. */
  originOf(offset: number): number {
    const nth = this.#lineOf(offset);
    const line = this.#lines[nth];
    return line === undefined ? 0 : line.start + offset - (this.#starts[nth] as number);
  }

  /** Where a stretch stands; its end belongs to the line of its last character. */
  originOfSpan({ start, end }: Span): Span {
    const from = this.originOf(start);
    return { start: from, end: end > start ? this.originOf(end - 1) + 1 : from };
  }

  /** Which line (zero-based) holds an offset. */
  #lineOf(offset: number): number {
    return lastStart(this.#starts, offset);
  }

  /** Content from an offset on, as a block text of its own. */
  from(offset: number): BlockText {
    const nth = this.#lineOf(offset);
    const shift = offset;
    const lines = this.#lines
      .slice(nth)
      .map((line, n) => (n === 0 ? { start: this.originOf(offset), end: line.end } : line));
    const starts = this.#starts.slice(nth).map((start, n) => (n === 0 ? 0 : start - shift));
    return new BlockText(this.text.slice(offset), lines, starts);
  }
}
