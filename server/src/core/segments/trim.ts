import type { Span } from "../text/span.ts";

// The zero-width space is no blank to JavaScript; the pipeline leaves it outside like one.
const BLANK = /[\s\u200b]/;

/** The span without the blanks around it; empty at its start where there is nothing else. */
export function trim(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && BLANK.test(text.charAt(from))) from += 1;
  while (to > from && BLANK.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
