import type { MarkFinder } from "./mark-finder.ts";

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

/** Where an inline link ends, its `)` included, whose target ends at `targetEnd`, `<>` included. -1: it is none. */
export function endOfResource(text: string, targetEnd: number, finder: MarkFinder): number {
  const afterBlanks = skipBlanks(text, targetEnd);
  let end = targetEnd;
  if (afterBlanks > end) {
    const afterTitle = endOfTitle(text, afterBlanks, finder);
    end = afterTitle === -1 ? afterBlanks : skipBlanks(text, afterTitle);
  }
  return text.charCodeAt(end) === 0x29 /* ) */ ? end + 1 : -1;
}

/** Where a target ends that starts at `start`, with or without `<>`, these included. -1: none does. */
export function endOfTarget(text: string, start: number): number {
  return isAngled(text, start) ? endOfAngledTarget(text, start) : endOfBareTarget(text, start);
}

/** Whether a target stands in `<>`, which are not part of it. */
export function isAngled(text: string, start: number): boolean {
  return text.charCodeAt(start) === 0x3c; /* < */
}

function endOfAngledTarget(text: string, start: number): number {
  for (let offset = start + 1; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 0x5c /* \ */) offset += 1;
    else if (code === 0x3e /* > */) return offset + 1;
    else if (code === 0x0a || code === 0x3c /* < */) return -1;
  }
  return -1;
}

/** What most targets are made of: neither blanks, parentheses nor backslashes. */
const PLAIN_TARGET = /[^\u0000-\u0020()\\\u007f]+/y;

function skipPlain(text: string, start: number): number {
  PLAIN_TARGET.lastIndex = start;
  return PLAIN_TARGET.test(text) ? PLAIN_TARGET.lastIndex : start;
}

/** Where what starts at `start` stops being a target beyond doubt: no escape, no bracket and no blank stands in it. */
export function endOfPlainTarget(text: string, start: number): number {
  return text.charCodeAt(start) === 0x3c /* < */ ? start : skipPlain(text, start);
}

function endOfBareTarget(text: string, start: number): number {
  let depth = 0;
  let offset = skipPlain(text, start);
  for (; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 0x5c /* \ */ && isPunctuation(text.charCodeAt(offset + 1))) {
      offset += 1;
    } else if (code === 0x28 /* ( */) {
      depth += 1;
      if (depth > MOST_PARENTHESES) return -1;
    } else if (code === 0x29 /* ) */) {
      if (depth === 0) break;
      depth -= 1;
    } else if (code <= 0x20 || code === 0x7f) break;
  }
  return depth !== 0 || offset === start ? -1 : Math.min(offset, text.length);
}

/** The offset right after a title that starts at `start`; -1 when none does. */
export function endOfTitle(text: string, start: number, finder: MarkFinder): number {
  const open = text.charAt(start);
  if (open !== '"' && open !== "'" && open !== "(") return -1;
  const close = open === "(" ? ")" : open;
  const found = finder.findUnescaped(close, start + 1);
  return found === -1 ? -1 : found + 1;
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
