import type { Span } from "../text/span.ts";

/** Cells, each with the pipe that ends it. Of a row of a million, V8 has no room to remember the way back. */
const DELIMITER_CELLS = /(?:[ \t\r]*:?-+:?[ \t\r]*(?:\||$)){1,100}/y;
const MARK_OF_COLUMNS = /[|:]/;

/**
 * Goes from one cell of a table row to the next, blanks around them excluded. Only a backslash keeps a pipe from ending
 * a cell, code does not.
 */
export class RowCursor {
  /** Of the current cell. */
  start = 0;
  end = 0;
  private readonly text: string;
  private readonly row: string;
  private readonly rowStart: number;
  private readonly rowEnd: number;
  private next: number;
  private isFirst = true;

  constructor(text: string, rowStart: number, rowEnd: number) {
    const first = skipBlanks(text, rowStart, rowEnd);
    this.text = text;
    this.row = text.slice(rowStart, rowEnd);
    this.rowStart = rowStart;
    this.rowEnd = rowEnd;
    this.next = text.charCodeAt(first) === 0x7c /* | */ ? first + 1 : first;
  }

  /** Goes to the next cell. `false`: there is none. */
  advance(): boolean {
    const { text, rowStart, rowEnd, next, isFirst } = this;
    const border = rowStart + endOfCell(this.row, next - rowStart);
    this.next = border + 1;
    this.start = skipBlanks(text, Math.min(next, rowEnd), border);
    this.end = trimEnd(text, this.start, border);
    this.isFirst = false;
    // What follows the closing pipe is not a cell; a row without any pipe is one cell.
    return border < rowEnd || this.end > this.start || isFirst;
  }
}

/** Where the cell that starts at `start` ends: at a pipe that no backslash escapes, or with the row. */
function endOfCell(row: string, start: number): number {
  for (let pipe = row.indexOf("|", start); pipe !== -1; pipe = row.indexOf("|", pipe + 1)) {
    let escapes = pipe;
    while (escapes > start && row.charCodeAt(escapes - 1) === 0x5c /* \ */) escapes -= 1;
    if ((pipe - escapes) % 2 === 0) return pipe;
  }
  return row.length;
}

/** Cells of a table row, blanks around them excluded. */
export function cellsOf(text: string, row: Span): Span[] {
  const cells: Span[] = [];
  const cursor = new RowCursor(text, row.start, row.end);
  while (cursor.advance()) cells.push({ start: cursor.start, end: cursor.end });
  return cells;
}

/** How many cells a table row has. Without a backslash each pipe ends one, but for one that the row begins with. */
export function countCells(text: string, rowStart: number, rowEnd: number): number {
  const row = trimmed(text, rowStart, rowEnd);
  if (row !== "" && !row.includes("\\")) return cellsBetweenPipes(row);
  let count = 0;
  for (const cursor = new RowCursor(text, rowStart, rowEnd); cursor.advance();) count += 1;
  return count;
}

/** `row`: without blanks around it. */
function cellsBetweenPipes(row: string): number {
  let pipes = 0;
  for (let pipe = row.indexOf("|"); pipe !== -1; pipe = row.indexOf("|", pipe + 1)) pipes += 1;
  const isOpened = row.startsWith("|");
  const isClosed = row.endsWith("|") && pipes > (isOpened ? 1 : 0);
  return 1 + pipes - (isOpened ? 1 : 0) - (isClosed ? 1 : 0);
}

/** Number of columns of a delimiter row (`| --- | :-: |`); 0: it is none. */
export function delimiterColumns(text: string, rowStart: number, rowEnd: number): number {
  const first = text.charCodeAt(skipBlanks(text, rowStart, rowEnd));
  if (first !== 0x7c /* | */ && first !== 0x2d /* - */ && first !== 0x3a /* : */) return 0;
  const row = trimmed(text, rowStart, rowEnd);
  // A run of dashes alone underlines a heading.
  return MARK_OF_COLUMNS.test(row) && isDelimiterRow(row) ? cellsBetweenPipes(row) : 0;
}

/** `row`: without blanks around it. */
function isDelimiterRow(row: string): boolean {
  DELIMITER_CELLS.lastIndex = row.startsWith("|") ? 1 : 0;
  while (DELIMITER_CELLS.test(row)) if (DELIMITER_CELLS.lastIndex === row.length) return true;
  return false;
}

function trimmed(text: string, start: number, end: number): string {
  const from = skipBlanks(text, start, end);
  return text.slice(from, trimEnd(text, from, end));
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
