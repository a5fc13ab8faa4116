import type { Span } from "../text/span.ts";
import { startsWithMark } from "../text/signs.ts";

interface Delimiter {
  readonly character: string;
  start: number;
  end: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

const RUN = /\\.|\*+|_+/gs;
const BLANK = /^\s?$/;

/**
 * Bold and italic runs of inline Markdown, markers excluded: CommonMark's delimiter stack without its rule of three.
 * Code, tags and link targets should be blotted out before. Linear: the depth of the stack is bounded.
 */
export function findEmphasis(text: string): Span[] {
  const spans: Span[] = [];
  const openers: Delimiter[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (run.startsWith("\\")) continue;
    const delimiter = readDelimiter(text, index, run);
    if (delimiter.closes) close(delimiter, openers, spans);
    if (delimiter.opens && delimiter.end > delimiter.start && openers.length < DEEPEST)
      openers.push(delimiter);
  }
  return spans;
}

// Deeper than any sentence; bounds the search for an opener.
const DEEPEST = 100;

function close(closer: Delimiter, openers: Delimiter[], spans: Span[]): void {
  while (closer.end > closer.start) {
    const nth = openers.findLastIndex(({ character }) => character === closer.character);
    const opener = openers[nth];
    if (opener === undefined) return;
    const length = Math.min(2, opener.end - opener.start, closer.end - closer.start);
    spans.push({ start: opener.end, end: closer.start });
    opener.end -= length;
    closer.start += length;
    // What was opened inside the run and not closed stays text.
    openers.length = opener.end > opener.start ? nth + 1 : nth;
  }
}

/** CommonMark 0.31, section 6.2. */
function readDelimiter(text: string, start: number, run: string): Delimiter {
  const character = run.charAt(0);
  const end = start + run.length;
  const before = kindOf(text.charAt(start - 1));
  const after = kindOf(text.charAt(end));
  const isLeft = after !== "blank" && (after !== "punctuation" || before !== "letter");
  const isRight = before !== "blank" && (before !== "punctuation" || after !== "letter");
  if (character === "*") return { character, start, end, opens: isLeft, closes: isRight };
  const opens = isLeft && (!isRight || before === "punctuation");
  return { character, start, end, opens, closes: isRight && (!isLeft || after === "punctuation") };
}

function kindOf(character: string): "blank" | "punctuation" | "letter" {
  if (BLANK.test(character)) return "blank";
  return startsWithMark(character) ? "punctuation" : "letter";
}
