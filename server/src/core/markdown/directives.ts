import type { HtmlAttribute } from "./structure.ts";
import type { Span } from "../text/span.ts";
import { decodeEntities } from "./unescape.ts";

/** A triple-colon line as found in a text; spans are offsets into it. */
export interface RawDirective {
  readonly name: string;
  readonly span: Span;
  readonly attributes: readonly HtmlAttribute[];
}

const DIRECTIVE = /^[ \t]*(:::[ \t]*([A-Za-z][\w-]*)([^\n]*))/gm;
const ATTRIBUTE = /([A-Za-z][\w-]*)[ \t]*=[ \t]*(?:"([^"\n]*)"|'([^'\n]*)')/g;

/** `:::image …:::`, `:::zone …`, `:::moniker-end` and the like: lines of a paragraph that start with three colons. */
export function findDirectives(text: string): RawDirective[] {
  if (!text.includes(":::")) return [];
  return Array.from(text.matchAll(DIRECTIVE), (match) => {
    const written = (match[1] as string).trimEnd();
    const start = match.index + match[0].length - (match[1] as string).length;
    const rest = match[3] as string;
    return {
      name: (match[2] as string).toLowerCase(),
      span: { start, end: start + written.length },
      attributes: readAttributes(rest, match.index + match[0].length - rest.length),
    };
  });
}

function readAttributes(text: string, base: number): HtmlAttribute[] {
  return Array.from(text.matchAll(ATTRIBUTE), (match) => {
    const value = match[2] ?? match[3] ?? "";
    const end = base + match.index + match[0].length - 1;
    return {
      name: (match[1] as string).toLowerCase(),
      value: decodeEntities(value),
      valueSpan: { start: end - value.length, end },
    };
  });
}
