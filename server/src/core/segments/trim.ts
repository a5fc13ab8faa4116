import type { Span } from "../text/span.ts";

// The zero-width space is no blank to JavaScript; the pipeline leaves it outside like one.
const WIDE_BLANK = /[\s\u200b]/;

function isBlank(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return WIDE_BLANK.test(String.fromCharCode(code));
}

/** The span without the blanks around it; empty at its start where there is nothing else. */
export function trim(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
