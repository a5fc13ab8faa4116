import type { Span } from "../text/span.ts";
import { endOfContent } from "./line-cursor.ts";
import type { RawBlock } from "./raw-block.ts";

// A page has hundreds of lines of tables and HTML, and hardly anybody asks for them one by one: where nothing of them is
// indentation, many are added as one line.

/** The last of several rows that begin with a pipe. */
const LAST_ROW = /\n(?!\|)/g;
/** The end of a line with nothing in the next one. */
const BEFORE_BLANK = /\n(?=[ \t]*(?:\n|$))/g;

/**
 * Adds to a table that stands in no container the lines from `from` on that begin with a pipe, which nearly all rows do.
 * Gives where the first other line starts; the text's length: there is none.
 */
export function addRows(text: string, from: number, table: RawBlock): number {
  if (text.charCodeAt(from) !== 0x7c /* | */) return from;
  LAST_ROW.lastIndex = from;
  const next = LAST_ROW.test(text) ? LAST_ROW.lastIndex : text.length;
  const newline = text.charCodeAt(next - 1) === 0x0a ? next - 1 : next;
  const end = text.charCodeAt(newline - 1) === 0x0d ? newline - 1 : newline;
  table.addLine(from, endOfContent(text, from, end));
  table.end = end;
  return next;
}

/**
 * Adds to HTML that stands in no container all lines from `from` on up to a blank one, which ends it. The text must have
 * no carriage return. Gives where the blank line starts.
 */
export function addUntilBlank(text: string, from: number, html: RawBlock): number {
  // The line before may be the last one.
  BEFORE_BLANK.lastIndex = from - 1;
  const end = BEFORE_BLANK.test(text) ? BEFORE_BLANK.lastIndex - 1 : text.length;
  if (end < from) return from;
  html.addLine(from, end);
  html.end = end;
  return end + 1;
}

/** The lines of a block, of which many may have been added as one. */
export function linesOf(text: string, block: RawBlock): Span[] {
  return block.stretches.flatMap((stretch) => {
    let start = stretch.start;
    return text
      .slice(stretch.start, stretch.end)
      .split("\n")
      .map((line) => {
        const span = { start, end: start + line.length - (line.endsWith("\r") ? 1 : 0) };
        start += line.length + 1;
        return span;
      });
  });
}
