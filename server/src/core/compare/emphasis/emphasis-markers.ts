import type { InlineLink } from "../../markdown/scan-inline.ts";
import { startsWithMark } from "../../text/signs.ts";
import type { Span } from "../../text/span.ts";
import type { Half } from "../pairs/half.ts";

/** A run of unescaped `*` or `_` in prose, and what CommonMark lets it do. A span of UTF-16 offsets into the half. */
export interface Marker extends Span {
  /** Start of the innermost link around it; -1 outside links. */
  readonly link: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

const WHITESPACE = /\s/;

/** What stands next to a marker. */
type Side = typeof BLANK | typeof MARK | typeof LETTER;
const BLANK = 0;
const MARK = 1;
const LETTER = 2;

const ASTERISKS = /\\.|\*+/gs;

/** All markers, in text order. `pattern` says which: runs of `*` only, or others as well; it has to match escapes, too. */
export function findMarkers({ text, prose, tokens: { links } }: Half, pattern = ASTERISKS): Marker[] {
  const markers: Marker[] = [];
  const around: Span[] = [];
  let nextLink = 0;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(prose); found !== null; found = pattern.exec(prose)) {
    const run = found[0];
    if (run.startsWith("\\")) continue;
    const start = found.index;
    for (; nextLink < links.length && (links[nextLink] as InlineLink).span.start <= start; nextLink++) {
      around.push((links[nextLink] as InlineLink).span);
    }
    while (around.length > 0 && (around[around.length - 1] as Span).end <= start) around.pop();
    const link = around.length === 0 ? -1 : (around[around.length - 1] as Span).start;
    markers.push(toMarker(text, start, start + run.length, link));
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
function toMarker(text: string, start: number, end: number, link: number): Marker {
  const before = sideOf(text.charAt(start - 1));
  const after = sideOf(text.charAt(end));
  const opens = flanks(after, before);
  const closes = flanks(before, after);
  if (text.startsWith("*", start)) return { start, end, link, opens, closes };
  const opensWord = opens && (!closes || before === MARK);
  const closesWord = closes && (!opens || after === MARK);
  return { start, end, link, opens: opensWord, closes: closesWord };
}

/** Whether a marker belongs to what stands at one side of it. */
function flanks(inner: Side, outer: Side): boolean {
  return inner !== BLANK && (inner !== MARK || outer !== LETTER);
}

/** The start and the end of a text count as blanks. */
function sideOf(character: string): Side {
  if (character === "" || WHITESPACE.test(character)) return BLANK;
  return startsWithMark(character) ? MARK : LETTER;
}
