import type { LineCursor } from "./line-cursor.ts";
import { MarkFinder } from "./mark-finder.ts";
import { HtmlReader } from "./scan-html.ts";

const BLOCK_STARTS: readonly boolean[] = Array.from({ length: 0x80 }, (_, code) =>
  "#`~<=-*_+>0123456789".includes(String.fromCharCode(code)),
);
const HEADING = /#{1,6}(?=[ \t]|$)/y;
const FENCE = /`{3,}(?=[^`]*$)|~{3,}/y;
const THEMATIC_BREAK = /(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/y;
const SETEXT = /(?:=+|-+)[ \t]*$/y;
const BULLET = /[*+-](?=[ \t]|$)/y;
const ORDERED = /\d{1,9}[.)](?=[ \t]|$)/y;

/** Whether a character can be the first of a block that is no paragraph. Most lines start with another one. */
export function mayStartBlock(code: number): boolean {
  return code < 0x80 && BLOCK_STARTS[code] === true;
}

/** The match of a sticky pattern at an offset of the current line. `$` in it means the end of the line. */
function matchAt(pattern: RegExp, line: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0];
}

/** The current line from `offset` on, as a string of its own, so that `$` works. */
function restOf(cursor: LineCursor, offset: number): string {
  return cursor.text.slice(offset, cursor.lineEnd);
}

/** Number of `#`; `undefined`: no heading starts here. */
export function headingLevelAt(cursor: LineCursor, offset: number): number | undefined {
  if (cursor.text.charCodeAt(offset) !== 0x23 /* # */) return undefined;
  return matchAt(HEADING, cursor.text.slice(offset, Math.min(offset + 7, cursor.lineEnd)), 0)?.length;
}

export interface FenceStart {
  readonly marker: "`" | "~";
  readonly length: number;
}

export function fenceAt(cursor: LineCursor, offset: number): FenceStart | undefined {
  const first = cursor.text[offset];
  if (first !== "`" && first !== "~") return undefined;
  const match = matchAt(FENCE, restOf(cursor, offset), 0);
  return match === undefined ? undefined : { marker: first, length: match.length };
}

/** Whether the line from `offset` on ends a fence. */
export function closesFence(cursor: LineCursor, offset: number, fence: FenceStart): boolean {
  const marker = fence.marker.charCodeAt(0);
  let end = offset;
  while (end < cursor.lineEnd && cursor.text.charCodeAt(end) === marker) end += 1;
  return end - offset >= fence.length && restOf(cursor, end).trim() === "";
}

export function isThematicBreakAt(cursor: LineCursor, offset: number): boolean {
  const first = cursor.text[offset];
  if (first !== "*" && first !== "-" && first !== "_") return false;
  return matchAt(THEMATIC_BREAK, restOf(cursor, offset), 0) !== undefined;
}

/** Level of a setext underline. */
export function setextLevelAt(cursor: LineCursor, offset: number): 1 | 2 | undefined {
  const first = cursor.text[offset];
  if (first !== "=" && first !== "-") return undefined;
  if (matchAt(SETEXT, restOf(cursor, offset), 0) === undefined) return undefined;
  return first === "=" ? 1 : 2;
}

/** A list marker with its length. `canInterrupt`: it may end a paragraph without a blank line between. */
export function listMarkerAt(
  cursor: LineCursor,
  offset: number,
): { length: number; canInterrupt: boolean } | undefined {
  const code = cursor.text.charCodeAt(offset);
  const isDigit = code >= 0x30 && code <= 0x39;
  if (!isDigit && code !== 0x2a && code !== 0x2b && code !== 0x2d) return undefined;
  const window = cursor.text.slice(offset, Math.min(offset + 12, cursor.lineEnd));
  const marker = matchAt(isDigit ? ORDERED : BULLET, window, 0);
  if (marker === undefined) return undefined;
  const isEmpty = restOf(cursor, offset + marker.length).trim() === "";
  const startsAtOne = !isDigit || Number.parseInt(marker, 10) === 1;
  return { length: marker.length, canInterrupt: startsAtOne && !isEmpty };
}

/** What ends an HTML block: a mark on one of its lines, or a blank line. */
export type HtmlBlockEnd = RegExp | "blank";

export interface HtmlBlockStart {
  readonly end: HtmlBlockEnd;
  readonly canInterrupt: boolean;
}

const RAW_TEXT = /^<(?:script|pre|style|textarea)(?=[\s>]|$)/i;
const RAW_TEXT_END = /<\/(?:script|pre|style|textarea)>/i;
const BLOCK_NAMES =
  "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|" +
  "fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|" +
  "menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul";
const BLOCK_TAG = new RegExp(`^</?(?:${BLOCK_NAMES})(?=[\\s>]|/>|$)`, "i");

/** The seven kinds of HTML blocks of CommonMark 0.31, section 4.6. */
export function htmlBlockAt(cursor: LineCursor, offset: number): HtmlBlockStart | undefined {
  if (cursor.text[offset] !== "<") return undefined;
  const head = cursor.text.slice(offset, Math.min(offset + 16, cursor.lineEnd));
  if (RAW_TEXT.test(head)) return { end: RAW_TEXT_END, canInterrupt: true };
  if (head.startsWith("<!--")) return { end: /-->/, canInterrupt: true };
  if (head.startsWith("<?")) return { end: /\?>/, canInterrupt: true };
  if (/^<![A-Za-z]/.test(head)) return { end: />/, canInterrupt: true };
  if (head.startsWith("<![CDATA[")) return { end: /\]\]>/, canInterrupt: true };
  if (BLOCK_TAG.test(head)) return { end: "blank", canInterrupt: true };
  return isLoneTag(restOf(cursor, offset)) ? { end: "blank", canInterrupt: false } : undefined;
}

/** A whole tag of any other name with nothing behind it on its line. */
function isLoneTag(line: string): boolean {
  const token = new HtmlReader(line, new MarkFinder(line)).readAt(0);
  return token?.kind === "tag" && line.slice(token.end).trim() === "";
}
