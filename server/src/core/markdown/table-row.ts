import type { Span } from "../text/span.ts";

const DELIMITER_CELL = /^:?-+:?$/;

/**
 * Goes from one cell of a table row to the next, blanks around them excluded. Only a backslash keeps a pipe from ending
 * a cell, code does not.
 */
export class RowCursor {
  /** Of the current cell. */
  start = 0;
  end = 0;
  private readonly text: string;
  private readonly rowEnd: number;
  private next: number;
  private isFirst = true;

  constructor(text: string, rowStart: number, rowEnd: number) {
    const first = skipBlanks(text, rowStart, rowEnd);
    this.text = text;
    this.rowEnd = rowEnd;
    this.next = text.charCodeAt(first) === 0x7c /* | */ ? first + 1 : first;
  }

  /** Goes to the next cell. `false`: there is none. */
  advance(): boolean {
    const { text, rowEnd, next, isFirst } = this;
    let offset = next;
    for (; offset < rowEnd; offset++) {
      const code = text.charCodeAt(offset);
      if (code === 0x7c /* | */) break;
      if (code === 0x5c /* \ */) offset += 1;
    }
    const limit = Math.min(offset, rowEnd);
    this.next = limit + 1;
    this.start = skipBlanks(text, Math.min(next, rowEnd), limit);
    this.end = trimEnd(text, this.start, limit);
    this.isFirst = false;
    // What follows the closing pipe is not a cell; a row without any pipe is one cell.
    return offset < rowEnd || this.end > this.start || isFirst;
  }
}

/** Cells of a table row, blanks around them excluded. */
export function cellsOf(text: string, row: Span): Span[] {
  const cells: Span[] = [];
  const cursor = new RowCursor(text, row.start, row.end);
  while (cursor.advance()) cells.push({ start: cursor.start, end: cursor.end });
  return cells;
}

/** How many cells a table row has. */
export function countCells(text: string, rowStart: number, rowEnd: number): number {
  let count = 0;
  for (const cursor = new RowCursor(text, rowStart, rowEnd); cursor.advance();) count += 1;
  return count;
}

/** Number of columns of a delimiter row (`| --- | :-: |`); 0: it is none. */
export function delimiterColumns(text: string, rowStart: number, rowEnd: number): number {
  const first = text.charCodeAt(skipBlanks(text, rowStart, rowEnd));
  if (first !== 0x7c /* | */ && first !== 0x2d /* - */ && first !== 0x3a /* : */) return 0;
  const content = text.slice(rowStart, rowEnd);
  // A run of dashes alone underlines a heading.
  if (!/[|:]/.test(content) || !/^[\s|:-]+$/.test(content)) return 0;
  let count = 0;
  for (const cell = new RowCursor(text, rowStart, rowEnd); cell.advance(); count++) {
    if (!DELIMITER_CELL.test(text.slice(cell.start, cell.end))) return 0;
  }
  return count;
}

function trimEnd(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return to;
}

function skipBlanks(text: string, start: number, end: number): number {
  let offset = start;
  while (offset < end && isBlank(text.charCodeAt(offset))) offset += 1;
  return offset;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d;
}
