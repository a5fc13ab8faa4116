import type { Span } from "../text/span.ts";

const DELIMITER_CELL = /^:?-+:?$/;

/** Cells of a table row, blanks around them excluded. Only a backslash keeps a pipe from ending a cell, code does not. */
export function cellsOf(text: string, row: Span): Span[] {
  const cells: Span[] = [];
  let start = skipBlanks(text, row.start, row.end);
  if (text.charCodeAt(start) === 0x7c /* | */) start += 1;
  let offset = start;
  for (; offset < row.end; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 0x5c /* \ */) offset += 1;
    else if (code === 0x7c /* | */) {
      cells.push(trim(text, start, offset));
      start = offset + 1;
    }
  }
  const last = trim(text, Math.min(start, row.end), row.end);
  // What follows the closing pipe is not a cell; a row without any pipe is one cell.
  if (last.end > last.start || cells.length === 0) cells.push(last);
  return cells;
}

/** Number of columns of a delimiter row (`| --- | :-: |`); `undefined`: it is none. */
export function delimiterColumns(text: string, row: Span): number | undefined {
  const first = text[skipBlanks(text, row.start, row.end)];
  if (first !== "|" && first !== "-" && first !== ":") return undefined;
  const content = text.slice(row.start, row.end);
  // A run of dashes alone underlines a heading.
  if (!/[|:]/.test(content) || !/^[\s|:-]+$/.test(content)) return undefined;
  const cells = cellsOf(text, row);
  return cells.every((cell) => DELIMITER_CELL.test(text.slice(cell.start, cell.end)))
    ? cells.length
    : undefined;
}

function trim(text: string, start: number, end: number): Span {
  const from = skipBlanks(text, start, end);
  let to = end;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

function skipBlanks(text: string, start: number, end: number): number {
  let offset = start;
  while (offset < end && isBlank(text.charCodeAt(offset))) offset += 1;
  return offset;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d;
}
