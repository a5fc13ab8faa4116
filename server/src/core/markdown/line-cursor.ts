import type { Span } from "../text/span.ts";

/**
 * Walks over the prefix of one line after another: container markers and indentation. Columns are counted as CommonMark
 * does, a tab reaching to the next multiple of four, so that half a tab can be indentation and half content.
 */
export class LineCursor {
  readonly text: string;
  /** Of the current line, line end excluded. */
  lineStart = 0;
  lineEnd = 0;
  /** Where reading goes on. */
  position = 0;
  #column = 0;
  /** Columns of a tab at `position` that have been used up already. */
  #usedOfTab = 0;
  #nextLine = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Goes to the next line. `false`: there is none. */
  advanceLine(): boolean {
    if (this.#nextLine >= this.text.length) return false;
    this.lineStart = this.#nextLine;
    const newline = this.text.indexOf("\n", this.lineStart);
    this.#nextLine = newline === -1 ? this.text.length : newline + 1;
    const end = newline === -1 ? this.text.length : newline;
    this.lineEnd = end > this.lineStart && this.text.charCodeAt(end - 1) === 0x0d ? end - 1 : end;
    this.position = this.lineStart;
    this.#column = 0;
    this.#usedOfTab = 0;
    return true;
  }

  /** Offset behind the line's end mark. */
  get nextLineStart(): number {
    return this.#nextLine;
  }

  /** How many columns of blanks lie ahead. */
  get indent(): number {
    let column = this.#column;
    for (let offset = this.position; offset < this.lineEnd; offset++) {
      const code = this.text.charCodeAt(offset);
      if (code === 0x20) column += 1;
      else if (code === 0x09) column += 4 - (column % 4);
      else break;
    }
    return column - this.#column;
  }

  /** Offset of what follows the blanks that lie ahead; the line's end where nothing does. */
  get contentStart(): number {
    let offset = this.position;
    while (offset < this.lineEnd && isBlankCode(this.text.charCodeAt(offset))) offset += 1;
    return offset;
  }

  /** Whether nothing but blanks is left. */
  get isBlank(): boolean {
    return this.contentStart === this.lineEnd;
  }

  /** Moves over at most so many columns of blanks. */
  skipColumns(columns: number): void {
    while (columns > 0 && this.position < this.lineEnd) {
      const code = this.text.charCodeAt(this.position);
      if (code === 0x20) {
        this.position += 1;
        this.#column += 1;
        columns -= 1;
        continue;
      }
      if (code !== 0x09) return;
      const width = 4 - (this.#column % 4);
      const used = Math.min(width, columns);
      this.#column += used;
      columns -= used;
      if (used < width) {
        this.#usedOfTab += used;
        return;
      }
      this.#usedOfTab = 0;
      this.position += 1;
    }
  }

  /** Moves over all blanks. */
  skipBlanks(): void {
    if (isBlankCode(this.text.charCodeAt(this.position))) this.skipColumns(this.indent);
  }

  /** Moves over so many characters that are no tabs. */
  skipCharacters(count: number): void {
    this.position += count;
    this.#column += count;
  }

  /** What is left of the line. */
  get rest(): Span {
    return { start: this.position, end: this.lineEnd };
  }

  /** What is left of the line, trailing blanks excluded. */
  get trimmedRest(): Span {
    let end = this.lineEnd;
    while (end > this.position && isBlankCode(this.text.charCodeAt(end - 1))) end -= 1;
    return { start: this.position, end };
  }
}

function isBlankCode(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
