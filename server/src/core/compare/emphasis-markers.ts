import type { InlineLink } from "../markdown/scan-inline.ts";
import type { Span } from "../text/span.ts";
import type { Half } from "./half.ts";

/** A run of unescaped `*` or `_` in prose, and what CommonMark lets it do. A span of UTF-16 offsets into the half. */
export interface Marker extends Span {
  /** Start of the innermost link around it; -1 outside links. */
  readonly link: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

const WHITESPACE = /^[\s\p{Zs}]$/u;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;

const ASTERISKS = /\\.|\*+/gs;

/** All markers, in text order. `pattern` says which: runs of `*` only, or others as well; it has to match escapes, too. */
export function findMarkers({ text, prose, tokens: { links } }: Half, pattern = ASTERISKS): Marker[] {
  const markers: Marker[] = [];
  const around: Span[] = [];
  let nextLink = 0;
  for (const { 0: run, index } of prose.matchAll(pattern)) {
    if (run.startsWith("\\")) continue;
    const end = index + run.length;
    for (; (links[nextLink]?.span.start ?? Infinity) <= index; nextLink++) {
      around.push((links[nextLink] as InlineLink).span);
    }
    while ((around.at(-1)?.end ?? Infinity) <= index) around.pop();
    const { opens, closes } = readFlanking(run, text.charAt(index - 1), text.charAt(end));
    markers.push({ start: index, end, link: around.at(-1)?.start ?? -1, opens, closes });
  }
  return markers;
}

/** Runs of `\*` in prose: the pipeline writes `\*\*\*\*` where it lost the text of a bold run. */
export function findEscapedAsterisks({ prose }: Half): Span[] {
  if (!prose.includes("\\*")) return [];
  return [...prose.matchAll(/(?:\\\*)+|\\./gs)]
    .filter(([run]) => run.startsWith("\\*"))
    .map(({ 0: run, index }) => ({ start: index, end: index + run.length }));
}

/**
 * CommonMark 0.31, section 6.2: left- and right-flanking delimiter runs; an `_` does nothing inside a word. Half an
 * emoji is neither blank nor punctuation, as remark sees it.
 */
function readFlanking(run: string, before: string, after: string): { opens: boolean; closes: boolean } {
  const isMarkBefore = PUNCTUATION.test(before);
  const isMarkAfter = PUNCTUATION.test(after);
  const opens = !isBlank(after) && (!isMarkAfter || isMarkBefore || isBlank(before));
  const closes = !isBlank(before) && (!isMarkBefore || isMarkAfter || isBlank(after));
  if (run.startsWith("*")) return { opens, closes };
  return { opens: opens && (!closes || isMarkBefore), closes: closes && (!opens || isMarkAfter) };
}

/** The start and the end of a text count as blanks. */
function isBlank(character: string): boolean {
  return character === "" || WHITESPACE.test(character);
}
