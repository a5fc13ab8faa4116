import { decodeEntities } from "../markdown/unescape.ts";
import { startsWithWord } from "../text/signs.ts";

/** Raw Markdown without what the localization pipeline may write in another way. */
export interface Normalized {
  readonly text: string;
  /** For each character of `text`, the UTF-16 offset in the raw Markdown at which it stands. */
  readonly offsets: Int32Array;
}

/*
 * How the English of a segment differs from the English page that it was taken from. Measured on 39,252 segments
 * against the page that each was made from: 39,185 are there letter for letter; 36 more but for blanks and quote
 * markers, 20 more but for backslash escapes, 2 but for another writing of emphasis or of a link's target, and the rest
 * but for emphasis and code marks. Entities, quotation marks and link texts stay as they are.
 */

/** With the quote markers of the line that follows. */
const LINE_END = "\\n(?:[ \\t]*>[> \\t]*)?";
const BLANKS_AND_MARKS = "(?:[^\\S\\n]|[\\u200b-\\u200d\\u2060*_`])+";
const ESCAPE_OR_BREAK = "\\\\(?:[!-/:-@[-`{-~]|(?=\\r?\\n))";
const ENTITY = "&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});";

const SILENT_PARTS = new RegExp(`${LINE_END}|${BLANKS_AND_MARKS}`, "g");
const ALL_PARTS = new RegExp(`${LINE_END}|${BLANKS_AND_MARKS}|${ESCAPE_OR_BREAK}|${ENTITY}`, "g");
const PART_HERE = new RegExp(`${LINE_END}|${ESCAPE_OR_BREAK}|${ENTITY}`, "y");
const LINK_TARGET = /\]\([^\s)]+/g;

/**
 * Brings raw Markdown to the form in which the English of segments and English pages are compared. Two texts that are
 * equal then differ in nothing that a reader sees but emphasis, the look of code and blanks.
 */
export function normalizedText(markdown: string): string {
  return withoutMarks(lowerTargets(markdown));
}

/** Whether nothing is left of a text that is normalized. */
export function isSilent(markdown: string): boolean {
  return !STARTS_SPOKEN.test(markdown) && normalizedText(markdown) === "";
}

const STARTS_SPOKEN = /^[A-Za-z0-9]/;

/** The same with the places of its characters. */
export function normalize(markdown: string): Normalized {
  const raw = lowerTargets(markdown);
  const text = withoutMarks(raw);
  return { text, offsets: offsetsIn(raw, text.length) };
}

/** The pipeline writes targets of links in lower case at times. The length stays. */
function lowerTargets(markdown: string): string {
  return markdown.includes("](") ? markdown.replace(LINK_TARGET, lowerAscii) : markdown;
}

function withoutMarks(raw: string): string {
  // To take things out, V8 has a way of its own, without a call for each.
  return raw.includes("\\") || raw.includes("&")
    ? raw.replace(ALL_PARTS, replacementOf)
    : raw.replace(SILENT_PARTS, "");
}

/** What stands in the place of a part. */
function replacementOf(match: string): string {
  if (match.startsWith("\\")) return dropMarks(match.slice(1));
  return match.startsWith("&") ? dropMarks(decodeEntities(match)) : "";
}

const PLAIN = 0;
const SILENT = 1;
const SEARCHED = 2;
/** What a character of ASCII is: by itself, nothing, or the start of something. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return "\n\\&".includes(character) ? SEARCHED : /[\s*_`]/.test(character) ? SILENT : PLAIN;
});
const WIDE_BLANK = /[\s\u200b-\u200d\u2060]/;

/** Where each character of a normalized text stands in the raw one. */
function offsetsIn(raw: string, length: number): Int32Array {
  const offsets = new Int32Array(length);
  let size = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at);
    const kind = code < 128 ? KINDS[code] : code < 0x3001 || code === 0xfeff ? kindOfWide(raw, at) : PLAIN;
    if (kind === SILENT) continue;
    const part = kind === PLAIN ? undefined : partAt(raw, at);
    const end = size + (part === undefined ? 1 : replacementOf(part).length);
    for (; size < end; size += 1) offsets[size] = at;
    at += (part?.length ?? 1) - 1;
  }
  return offsets;
}

function kindOfWide(raw: string, at: number): number {
  return WIDE_BLANK.test(raw.charAt(at)) ? SILENT : PLAIN;
}

/** `undefined`: the character stands for itself. */
function partAt(raw: string, at: number): string | undefined {
  PART_HERE.lastIndex = at;
  return PART_HERE.exec(raw)?.[0];
}

function dropMarks(text: string): string {
  return text.replace(/[\s*_`\u200b-\u200d\u2060]+/g, "");
}

function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Whether no word of the raw Markdown goes on across a position of its normalized text. */
export function isWordBoundary({ text, offsets }: Normalized, position: number): boolean {
  if (position <= 0 || position >= text.length) return true;
  const before = offsets[position - 1] ?? 0;
  const after = offsets[position] ?? 0;
  return (
    after - before > 1 || !startsWithWord(text.charAt(position - 1)) || !startsWithWord(text.charAt(position))
  );
}
