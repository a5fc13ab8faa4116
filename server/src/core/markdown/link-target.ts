import type { Span } from "../text/span.ts";
import type { MarkFinder } from "./mark-finder.ts";

/** The part of a link or definition behind the text: `target "title"`. */
export interface LinkResource {
  /** `<>` excluded. */
  readonly targetSpan: Span;
  /** Right after the title, or after the target where there is none. */
  readonly end: number;
}

// CommonMark asks for at least three levels; more than this many are not a link but an attack.
const MOST_PARENTHESES = 32;

/** Blanks with at most one line end, as allowed around a target. */
export function skipBlanks(text: string, offset: number): number {
  let lineEnds = 0;
  for (;;) {
    const code = text.charCodeAt(offset);
    if (code === 0x0a) {
      lineEnds += 1;
      if (lineEnds > 1) return offset;
    } else if (code !== 0x20 && code !== 0x09 && code !== 0x0d) return offset;
    offset += 1;
  }
}

/** Reads what stands between `(` and `)` of an inline link. `offset` is right after the `(`. */
export function readResource(text: string, offset: number, finder: MarkFinder): LinkResource | undefined {
  const start = skipBlanks(text, offset);
  if (text[start] === ")") return { targetSpan: { start, end: start }, end: start + 1 };
  const target = readTarget(text, start);
  if (target === undefined) return undefined;

  const afterBlanks = skipBlanks(text, target.end);
  let end = target.end;
  if (afterBlanks > end) {
    const afterTitle = readTitle(text, afterBlanks, finder);
    end = afterTitle === undefined ? afterBlanks : skipBlanks(text, afterTitle);
  }
  return text[end] === ")" ? { targetSpan: target.span, end: end + 1 } : undefined;
}

/** Reads a target with or without `<>`. */
export function readTarget(text: string, start: number): { span: Span; end: number } | undefined {
  return text[start] === "<" ? readAngledTarget(text, start) : readBareTarget(text, start);
}

function readAngledTarget(text: string, start: number): { span: Span; end: number } | undefined {
  for (let offset = start + 1; offset < text.length; offset++) {
    const character = text[offset];
    if (character === "\\") offset += 1;
    else if (character === ">") return { span: { start: start + 1, end: offset }, end: offset + 1 };
    else if (character === "\n" || character === "<") return undefined;
  }
  return undefined;
}

/** What most targets are made of: neither blanks, parentheses nor backslashes. */
const PLAIN_TARGET = /[^\u0000-\u0020()\\\u007f]+/y;

function skipPlain(text: string, start: number): number {
  PLAIN_TARGET.lastIndex = start;
  return PLAIN_TARGET.test(text) ? PLAIN_TARGET.lastIndex : start;
}

function readBareTarget(text: string, start: number): { span: Span; end: number } | undefined {
  let depth = 0;
  let offset = skipPlain(text, start);
  for (; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 0x5c /* \ */ && isPunctuation(text.charCodeAt(offset + 1))) {
      offset += 1;
    } else if (code === 0x28 /* ( */) {
      depth += 1;
      if (depth > MOST_PARENTHESES) return undefined;
    } else if (code === 0x29 /* ) */) {
      if (depth === 0) break;
      depth -= 1;
    } else if (code <= 0x20 || code === 0x7f) break;
  }
  if (depth !== 0 || offset === start) return undefined;
  return { span: { start, end: Math.min(offset, text.length) }, end: Math.min(offset, text.length) };
}

/** The offset right after a title that starts at `start`; `undefined` when none does. */
export function readTitle(text: string, start: number, finder: MarkFinder): number | undefined {
  const open = text[start];
  if (open !== '"' && open !== "'" && open !== "(") return undefined;
  const close = open === "(" ? ")" : open;
  const found = finder.findUnescaped(close, start + 1);
  return found === -1 ? undefined : found + 1;
}

/** ASCII punctuation: what a backslash escapes. */
export function isPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}
