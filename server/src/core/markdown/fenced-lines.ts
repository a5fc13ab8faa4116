import { closesFence } from "./block-starts.ts";
import { isBlank, type LineCursor } from "./line-cursor.ts";
import type { Fence, RawBlock } from "./raw-block.ts";

/** A fence that has been opened: what ends it, and the columns before it, which its lines do not count. */
export interface OpenFence extends Fence {
  readonly marker: number;
  readonly length: number;
  readonly indent: number;
}

const SPACE = 0x20;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const BACKTICK = 0x60;

/**
 * Adds to fenced code the lines from `from` on that are certainly its own, which nearly all are: those that begin with the
 * spaces that its list items ask for, or are empty, and cannot end it. `columns`: how many spaces these are. Gives where
 * the first other line starts; the text's length: there is none.
 */
export function addFencedLines(
  text: string,
  from: number,
  code: RawBlock,
  fence: OpenFence,
  columns: number,
): number {
  return columns + fence.indent === 0
    ? addStretch(text, from, code, fence)
    : addIndented(text, from, code, fence, columns);
}

/**
 * Where nothing of the lines is indentation, all up to the first one that holds the marks of the fence are added as one
 * line: a page has hundreds, and hardly anybody asks for them. `linesOf` tells them apart.
 */
function addStretch(text: string, from: number, code: RawBlock, fence: OpenFence): number {
  const marks = text.indexOf(fence.marker === BACKTICK ? "```" : "~~~", from);
  const next = marks === -1 ? text.length : text.lastIndexOf("\n", marks) + 1;
  if (next > from) {
    const newline = text.charCodeAt(next - 1) === LINE_FEED ? next - 1 : next;
    const end = newline > from && text.charCodeAt(newline - 1) === RETURN ? newline - 1 : newline;
    code.addLine(from, end);
    code.end = end;
  }
  return marks === next ? readEnd(text, next, code, fence) : next;
}

/** Ends the code with the line that starts at `start`, if it does. Gives where to go on: there, if it does not. */
function readEnd(text: string, start: number, code: RawBlock, fence: OpenFence): number {
  const newline = text.indexOf("\n", start);
  const next = newline === -1 ? text.length : newline;
  const end = text.charCodeAt(next - 1) === RETURN ? next - 1 : next;
  if (!closesFence(text, start, end, fence)) return start;
  code.end = end;
  fence.isClosed = true;
  return next + 1;
}

/** Reads the line of fenced code in which the cursor stands. `true`: it ends the code. */
export function readFencedLine(cursor: LineCursor, code: RawBlock, fence: OpenFence): boolean {
  code.end = cursor.lineEnd;
  if (cursor.indent < 4 && closesFence(cursor.text, cursor.contentStart, cursor.lineEnd, fence)) {
    fence.isClosed = true;
    return true;
  }
  if (fence.indent > 0) cursor.skipColumns(fence.indent);
  code.addLine(cursor.position, cursor.lineEnd);
  return false;
}

function addIndented(
  text: string,
  from: number,
  code: RawBlock,
  { marker, indent }: OpenFence,
  columns: number,
): number {
  const { length } = text;
  let start = from;
  while (start < length) {
    const newline = text.indexOf("\n", start);
    const next = newline === -1 ? length : newline;
    const end = next > start && text.charCodeAt(next - 1) === RETURN ? next - 1 : next;
    const position = skipSpaces(text, start, columns);
    if (columns > 0 && end > start && (position < start + columns || endsBlank(text, end))) return start;
    if (mayEndFence(text, position, marker)) return start;
    const content = skipSpaces(text, position, indent);
    if (content < position + indent && text.charCodeAt(content) === TAB) return start;
    code.addLine(content, end);
    code.end = end;
    start = next + 1;
  }
  return length;
}

/** Whether the last character of a line is a blank: an item takes all blanks of a line that has nothing else. */
function endsBlank(text: string, end: number): boolean {
  return isBlank(text.charCodeAt(end - 1));
}

/**
 * At most three blanks stand before the run of at least three markers that ends a fence: one of them is the first character
 * or the fourth.
 */
function mayEndFence(text: string, offset: number, marker: number): boolean {
  return text.charCodeAt(offset) === marker || text.charCodeAt(offset + 3) === marker;
}

/** Where the spaces at an offset end, or so many of them. */
function skipSpaces(text: string, offset: number, most: number): number {
  let end = offset;
  while (end < offset + most && text.charCodeAt(end) === SPACE) end += 1;
  return end;
}
