import { BRACKET, traitsOf } from "./traits.ts";

const LONGEST_MARKER = 3;
/** Letters and digits, of which there are more: neither blanks nor punctuation, so that what is next to them works. */
const LETTER =
  /[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u0410-\u044f\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\uac00-\ud7a3]/;

/**
 * Whether the `*` of a text are surely sound: one pair of markers after another, with letters at the inner side of both
 * and neither brackets nor quotation marks between. The text has no code, tags, links, escapes or `_`.
 */
export function isPlainlyPaired(text: string): boolean {
  let position = 0;
  for (;;) {
    const start = text.indexOf("*", position);
    if (start === -1) return !text.includes("＊");
    const contentStart = endOfRun(text, start);
    const contentEnd = text.indexOf("*", contentStart);
    if (contentEnd === -1) return false;
    position = endOfRun(text, contentEnd);
    const length = contentStart - start;
    if (length > LONGEST_MARKER || position - contentEnd !== length) return false;
    const content = text.slice(contentStart, contentEnd);
    if (!LETTER.test(content.charAt(0)) || !LETTER.test(content.charAt(content.length - 1))) return false;
    if ((traitsOf(content) & BRACKET) !== 0 || content.includes('"')) return false;
  }
}

function endOfRun(text: string, start: number): number {
  let end = start + 1;
  while (text.charAt(end) === "*") end += 1;
  return end;
}
