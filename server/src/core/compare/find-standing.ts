import type { Span } from "../text/span.ts";
import type { Half } from "./half.ts";

const WORD = /[A-Za-z0-9_]/;

/**
 * Where a piece of text stands in the prose of a half, as a word of its own and not in quotation marks of another
 * word. `undefined`: nowhere, or in more than one place.
 */
export function findStanding({ prose }: Half, text: string): Span | undefined {
  if (text.trim() === "") return undefined;
  let found: Span | undefined;
  for (let start = prose.indexOf(text); start !== -1; start = prose.indexOf(text, start + text.length)) {
    const span = { start, end: start + text.length };
    if (isInsideWord(prose, span)) continue;
    if (found !== undefined) return undefined;
    found = span;
  }
  return found;
}

function isInsideWord(prose: string, { start, end }: Span): boolean {
  const clings = (outer: string, inner: string): boolean => WORD.test(outer) && WORD.test(inner);
  return (
    clings(prose.charAt(start - 1), prose.charAt(start)) || clings(prose.charAt(end - 1), prose.charAt(end))
  );
}
