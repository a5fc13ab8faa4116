import type { LineCursor } from "./line-cursor.ts";

const NAME = ":::column";
/** Inside of a column, before its first line with something in it. */
const UNKNOWN = -1;

/**
 * What stands in a column of a grid (`:::column:::`) is mostly indented with it. The build takes that for no code: it
 * counts blanks from the first line of the column on.
 */
export class GridColumns {
  /** Blanks that are no indentation in the current column; 0 outside of columns. */
  private base = 0;

  /** Of a text without columns, nobody has to ask line by line. */
  static of(text: string): GridColumns | undefined {
    return text.includes(NAME) ? new GridColumns() : undefined;
  }

  /** Whether the lines of the current column have to be looked at one by one. */
  get isIndented(): boolean {
    return this.base !== 0;
  }

  /** Skips what is no indentation of a line that has just been entered. */
  enterLine(cursor: LineCursor, isInFence: boolean): void {
    const { text, contentStart, lineEnd, indent } = cursor;
    if (contentStart === lineEnd) return;
    if (!isInFence && text.startsWith(":::", contentStart)) {
      const isOpening =
        text.startsWith(NAME, contentStart) && !text.startsWith("-end", contentStart + NAME.length);
      if (isOpening) this.base = UNKNOWN;
      else if (/^:::(?:column-end|row)/.test(text.slice(contentStart, contentStart + 13))) this.base = 0;
      cursor.skipColumns(indent);
      return;
    }
    if (this.base === UNKNOWN) this.base = indent;
    if (this.base > 0) cursor.skipColumns(Math.min(indent, this.base));
  }
}
