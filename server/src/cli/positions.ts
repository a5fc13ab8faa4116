import { lastStart } from "../core/text/last-start.ts";
import type { Span } from "../core/text/span.ts";

/** Zero-based line and UTF-16 column, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From the first character to behind the last one. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Turns spans of one text into ranges. Lines are counted once. */
export function rangesOf(text: string): (span: Span) => Range {
  const starts = lineStarts(text);
  return ({ start, end }) => ({ start: positionAt(text, starts, start), end: positionAt(text, starts, end) });
}

/**
 * Turns ranges of one text into the lines that they start and end in, the last line's end left out. The same lines are
 * the same string, however many ranges there are in them.
 */
export function linesOf(text: string): (range: Range) => string {
  const starts = lineStarts(text);
  const known = new Map<string, string>();
  return ({ start, end }) => {
    const key = `${start.line}-${end.line}`;
    const lines =
      known.get(key) ??
      text.slice(starts[start.line] ?? text.length, starts[end.line + 1]).replace(/\r?\n$/, "");
    known.set(key, lines);
    return lines;
  };
}

/** As in the protocol, where a carriage return ends a line by itself, too; a place in a line's end is before it. */
function positionAt(text: string, starts: readonly number[], offset: number): Position {
  const line = lastStart(starts, offset);
  const start = starts[line] as number;
  let end = Math.min(offset, text.length);
  while (end > start && isLineEnd(text.charCodeAt(end - 1))) end -= 1;
  return { line, character: end - start };
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

const LINE_END = /\r\n?|\n/g;

function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes("\r")) {
    LINE_END.lastIndex = 0;
    while (LINE_END.test(text)) starts.push(LINE_END.lastIndex);
  } else {
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  }
  return starts;
}
