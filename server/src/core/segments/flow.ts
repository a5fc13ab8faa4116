import type { Span } from "../text/span.ts";

/**
 * The running text of one block: its lines put together with `\n` between them, container prefixes and indentation
 * left out, with the way back to offsets of the page.
 */
export class Flow {
  readonly text: string;
  readonly #lines: readonly Span[];
  /** Offset in `text` at which each line starts. */
  readonly #starts: readonly number[];

  constructor(page: string, lines: readonly Span[]) {
    const starts: number[] = [];
    let text = "";
    for (const { start, end } of lines) {
      if (starts.length > 0) text += "\n";
      starts.push(text.length);
      text += page.slice(start, end);
    }
    this.text = text;
    this.#lines = lines;
    this.#starts = starts;
  }

  toPage({ start, end }: Span): Span {
    return { start: this.#pageOffset(start), end: this.#pageOffset(end) };
  }

  #pageOffset(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return (this.#lines[low]?.start ?? 0) + offset - (this.#starts[low] ?? 0);
  }
}
