import type { Span } from "./span.ts";

/** The line that holds an offset, its line end excluded. */
export function lineAt(text: string, offset: number): Span {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const newline = text.indexOf("\n", offset);
  const end = newline === -1 ? text.length : newline;
  return { start, end: end > start && text[end - 1] === "\r" ? end - 1 : end };
}
