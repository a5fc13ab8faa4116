/**
 * Walks over the prefix of one line after another: container markers and indentation. Columns are counted as CommonMark
 * does, a tab reaching to the next multiple of four, so that half a tab can be indentation and half content. What lies
 * ahead is counted once for each move.
 */
export class LineCursor {
  readonly text: string;
  /** Of the current line, its end mark excluded. */
  lineEnd = 0;
  /** Where reading goes on. */
  position = 0;
  /** Offset of what follows the blanks that lie ahead; the line's end where nothing does. */
  contentStart = 0;
  /** How many columns of blanks lie ahead. */
  indent = 0;
  private column = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Goes to a line, its end mark excluded. */
  enterLine(start: number, end: number): void {
    this.lineEnd = end;
    this.position = start;
    this.column = 0;
    this.lookAhead();
  }

  /** Counts the blanks that lie ahead. */
  private lookAhead(): void {
    const { text, lineEnd } = this;
    let { position: offset, column } = this;
    for (; offset < lineEnd; offset++) {
      const code = text.charCodeAt(offset);
      if (code === 0x20) column += 1;
      else if (code === 0x09) column += 4 - (column % 4);
      else break;
    }
    this.contentStart = offset;
    this.indent = column - this.column;
  }

  /** Moves over at most so many columns of blanks. */
  skipColumns(columns: number): void {
    if (columns >= this.indent) {
      this.skipBlanks();
      return;
    }
    let left = columns;
    while (left > 0) {
      // Blanks lie ahead for longer than this goes.
      const isTab = this.text.charCodeAt(this.position) === 0x09;
      const width = isTab ? 4 - (this.column % 4) : 1;
      const used = Math.min(width, left);
      this.column += used;
      left -= used;
      if (used === width) this.position += 1;
    }
    this.lookAhead();
  }

  /** Moves over all blanks. */
  skipBlanks(): void {
    this.position = this.contentStart;
    this.column += this.indent;
    this.indent = 0;
  }

  /** Moves over so many characters that are no tabs. */
  skipCharacters(count: number): void {
    this.position += count;
    this.column += count;
    this.lookAhead();
  }
}

/** Whether a character is a space or a tab. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** Where a stretch begins but for the blanks at its start. */
export function startOfContent(text: string, start: number, end: number): number {
  let offset = start;
  while (offset < end && isBlank(text.charCodeAt(offset))) offset += 1;
  return offset;
}

/** Where a stretch ends but for the blanks at its end. */
export function endOfContent(text: string, start: number, lineEnd: number): number {
  let end = lineEnd;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return end;
}
