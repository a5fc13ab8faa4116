import type { Span } from "./span.ts";

/** The line that holds an offset, its line end excluded. */
export function lineAt(text: string, offset: number): Span {
  const start = lineStartAt(text, offset);
  const newline = text.indexOf("\n", offset);
  const end = newline === -1 ? text.length : newline;
  return { start, end: end > start && text[end - 1] === "\r" ? end - 1 : end };
}

/** Where the line starts that holds an offset. */
export function lineStartAt(text: string, offset: number): number {
  // `lastIndexOf` takes a negative offset for the first one, and would find a line end there.
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}
