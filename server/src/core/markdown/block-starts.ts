import { endOfContent, isBlank, type LineCursor } from "./line-cursor.ts";
import { HtmlReader } from "./scan-html.ts";

// What the first character of a line can begin, besides a paragraph.
/** No block. */
export const NOTHING = 0;
/** A quotation. */
export const QUOTE = 1;
/** A heading. */
export const HEADING = 2;
/** Fenced code. */
export const FENCE = 3;
/** An HTML block. */
export const HTML = 4;
/** An underline of a heading, a thematic break or an item of a list. */
export const MARK = 5;
/** Indentation, with whatever behind it. */
const BLANK = 6;

const STARTS = new Uint8Array(0x80);
for (const [characters, start] of [
  [">", QUOTE],
  ["#", HEADING],
  ["`~", FENCE],
  ["<", HTML],
  ["=-*_+0123456789", MARK],
  [" \t", BLANK],
] as const) {
  for (const character of characters) STARTS[character.charCodeAt(0)] = start;
}

/** What a line may be whose content begins with this character. Most lines begin with one that starts nothing. */
export function startOf(code: number): number {
  return code < 0x80 ? (STARTS[code] as number) : NOTHING;
}

/** Number of `#`; 0: no heading starts here. */
export function headingLevelAt(text: string, offset: number, lineEnd: number): number {
  let end = offset;
  while (text.charCodeAt(end) === 0x23 /* # */) end += 1;
  return end - offset <= 6 && (end >= lineEnd || isBlank(text.charCodeAt(end))) ? end - offset : 0;
}

/** Where a heading's content ends: `## Title ##` ends with marks that are not part of it, if a blank stands before them. */
export function endOfHeading(text: string, start: number, lineEnd: number): number {
  const end = endOfContent(text, start, lineEnd);
  let marks = end;
  while (marks > start && text.charCodeAt(marks - 1) === 0x23 /* # */) marks -= 1;
  if (marks === end) return end;
  const beforeBlanks = endOfContent(text, start, marks);
  return beforeBlanks === marks && marks > start ? end : beforeBlanks;
}

/** Length of the run of backticks or tildes that opens a fence; 0: none does. */
export function fenceLengthAt(text: string, offset: number, lineEnd: number): number {
  const marker = text.charCodeAt(offset);
  const end = endOfRun(text, marker, offset);
  if (end - offset < 3) return 0;
  // Backticks behind backticks make a code span.
  const isCode = marker === 0x60 /* ` */ && text.slice(end, lineEnd).includes("`");
  return isCode ? 0 : end - offset;
}

/** Whether the line from `offset` on is a run of at least so many markers, and blanks. */
export function closesFence(
  text: string,
  offset: number,
  lineEnd: number,
  { marker, length }: { readonly marker: number; readonly length: number },
): boolean {
  if (text.charCodeAt(offset) !== marker) return false;
  const end = endOfRun(text, marker, offset);
  return end - offset >= length && text.slice(end, lineEnd).trim() === "";
}

/** `***`, `- - -`: at least three of one mark, and blanks. */
export function isThematicBreakAt(text: string, offset: number, lineEnd: number): boolean {
  const mark = text.charCodeAt(offset);
  if (mark !== 0x2a /* * */ && mark !== 0x2d /* - */ && mark !== 0x5f /* _ */) return false;
  let count = 0;
  for (let at = offset; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === mark) count += 1;
    else if (!isBlank(code)) return false;
  }
  return count >= 3;
}

/** Level of a setext underline. */
export function setextLevelAt({ text, lineEnd }: LineCursor, offset: number): 1 | 2 | undefined {
  const mark = text.charCodeAt(offset);
  if (mark !== 0x3d /* = */ && mark !== 0x2d /* - */) return undefined;
  let end = endOfRun(text, mark, offset);
  while (end < lineEnd && isBlank(text.charCodeAt(end))) end += 1;
  if (end < lineEnd) return undefined;
  return mark === 0x3d ? 1 : 2;
}

/** Length of a list marker, at most nine digits and a sign; 0: none stands here. */
export function markerLengthAt(text: string, offset: number, lineEnd: number): number {
  const first = text.charCodeAt(offset);
  let end = offset;
  if (first !== 0x2a /* * */ && first !== 0x2b /* + */ && first !== 0x2d /* - */) {
    while (end < offset + 9 && isDigit(text.charCodeAt(end))) end += 1;
    const sign = text.charCodeAt(end);
    if (end === offset || (sign !== 0x2e /* . */ && sign !== 0x29) /* ) */) return 0;
  }
  end += 1;
  return end >= lineEnd || isBlank(text.charCodeAt(end)) ? end - offset : 0;
}

/** What nearly all items begin with: a mark, a blank, and what begins nothing. */
const PLAIN_ITEM = /(?:[-*+]|[0-9]{1,9}[.)]) (?=[^ \t\r\n>#`~<=\-*_+0-9])/y;

/** Where the text of an item starts whose mark stands at `start`; 0: none does, or it may begin with anything else. */
export function startOfPlainItem(text: string, first: number, start: number, end: number): number {
  PLAIN_ITEM.lastIndex = start;
  if (PLAIN_ITEM.test(text)) return PLAIN_ITEM.lastIndex;
  const length = markerLengthAt(text, start, end);
  const content = start + length + 1;
  // A tab or two blanks may be indentation.
  if (length === 0 || content >= end || text.charCodeAt(content - 1) !== 0x20) return 0;
  if (!beginsText(text, content, end)) return 0;
  // `* **` is a thematic break.
  return text.charCodeAt(content) === first && isThematicBreakAt(text, start, end) ? 0 : content;
}

/**
 * Whether what begins there can be nothing but text, if no paragraph is open: much of what begins like a mark or a fence is
 * bold, a number or code. `false`: it may be anything.
 */
export function beginsText(text: string, offset: number, lineEnd: number): boolean {
  switch (startOf(text.charCodeAt(offset))) {
    case NOTHING:
      return true;
    case MARK:
      return markerLengthAt(text, offset, lineEnd) === 0 && !isThematicBreakAt(text, offset, lineEnd);
    case FENCE:
      return !text.startsWith("```", offset) && !text.startsWith("~~~", offset);
    default:
      return false;
  }
}

/** Whether a list marker may end a paragraph without a blank line between: with something behind it, and 1 first. */
export function canInterrupt({ text, lineEnd }: LineCursor, offset: number, length: number): boolean {
  const startsAtOne = length === 1 || Number.parseInt(text.slice(offset, offset + length), 10) === 1;
  return startsAtOne && text.slice(offset + length, lineEnd).trim() !== "";
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function endOfRun(text: string, mark: number, offset: number): number {
  let end = offset;
  while (text.charCodeAt(end) === mark) end += 1;
  return end;
}

/** What ends an HTML block: a mark on one of its lines, or a blank line. */
export type HtmlBlockEnd = RegExp | "blank";

/** What kind of HTML block begins: what ends it, and whether it can do so to a paragraph before it. */
export interface HtmlBlockStart {
  readonly end: HtmlBlockEnd;
  readonly canInterrupt: boolean;
}

const RAW_TEXT = /^<(?:script|pre|style|textarea)(?=[\s>]|$)/i;
const RAW_TEXT_END = /<\/(?:script|pre|style|textarea)>/i;
const TAG_NAME = /^<\/?([A-Za-z][A-Za-z0-9]*)(?=[\s>]|\/>|$)/;
/** Looked up: an expression of all of them takes longer to compile than the pages of a repository have uses for it. */
const BLOCK_NAMES: ReadonlySet<string> = new Set(
  (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt " +
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link " +
    "main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead " +
    "title tr track ul"
  ).split(" "),
);

/** The seven kinds of HTML blocks of CommonMark 0.31, section 4.6. `undefined`: the `<` at `offset` starts none. */
export function htmlBlockAt({ text, lineEnd }: LineCursor, offset: number): HtmlBlockStart | undefined {
  const head = text.slice(offset, Math.min(offset + 16, lineEnd));
  if (RAW_TEXT.test(head)) return { end: RAW_TEXT_END, canInterrupt: true };
  if (head.startsWith("<!--")) return { end: /-->/, canInterrupt: true };
  if (head.startsWith("<?")) return { end: /\?>/, canInterrupt: true };
  if (/^<![A-Za-z]/.test(head)) return { end: />/, canInterrupt: true };
  if (head.startsWith("<![CDATA[")) return { end: /\]\]>/, canInterrupt: true };
  const name = TAG_NAME.exec(head)?.[1];
  if (name !== undefined && BLOCK_NAMES.has(name.toLowerCase())) return { end: "blank", canInterrupt: true };
  return isLoneTag(text.slice(offset, lineEnd)) ? { end: "blank", canInterrupt: false } : undefined;
}

/** A whole tag of any other name with nothing behind it on its line. */
function isLoneTag(line: string): boolean {
  const reader = new HtmlReader(line);
  const end = reader.readAt(0);
  return end !== -1 && reader.kind === "tag" && line.slice(end).trim() === "";
}
