import type { Span } from "../../text/span.ts";
import type { Half } from "./half.ts";

const WORD = /[A-Za-z0-9_]/;

/**
 * Where a piece of text stands in the prose of a half, as a word of its own and not in quotation marks of another
 * word. `undefined`: nowhere, or in more than one place.
 */
export function findStanding({ prose }: Half, text: string): Span | undefined {
  return findAllStanding(prose, text, 1)?.[0];
}

/** All such places in a text, in order. `undefined`: there are more than `most`. */
export function findAllStanding(prose: string, text: string, most: number): readonly Span[] | undefined {
  const found: Span[] = [];
  if (text.trim() === "") return found;
  for (let start = prose.indexOf(text); start !== -1; start = prose.indexOf(text, start + text.length)) {
    const span = { start, end: start + text.length };
    if (isInsideWord(prose, span)) continue;
    if (found.length === most) return undefined;
    found.push(span);
  }
  return found;
}

/** Whether two characters side by side belong to one word of ASCII letters, digits and `_`. */
export function clings(outer: string, inner: string): boolean {
  return WORD.test(outer) && WORD.test(inner);
}

function isInsideWord(prose: string, { start, end }: Span): boolean {
  return (
    clings(prose.charAt(start - 1), prose.charAt(start)) || clings(prose.charAt(end - 1), prose.charAt(end))
  );
}
