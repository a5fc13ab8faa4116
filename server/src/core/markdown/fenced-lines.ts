import { isBlank } from "./line-cursor.ts";
import type { Fence, RawBlock } from "./raw-block.ts";

/** A fence that has been opened: what ends it, and the columns before it, which its lines do not count. */
export interface OpenFence extends Fence {
  readonly marker: number;
  readonly length: number;
  readonly indent: number;
}

const SPACE = 0x20;
const TAB = 0x09;

/**
 * Adds to fenced code the lines from `from` on that are certainly its own, which nearly all are: those that begin with the
 * spaces that its list items ask for, or are empty, and cannot end it. `columns`: how many spaces these are. Gives where
 * the first other line starts; the text's length: there is none.
 */
export function addFencedLines(
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
    const end = next > start && text.charCodeAt(next - 1) === 0x0d ? next - 1 : next;
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
