import { mayHaveLoneBrackets } from "./brackets.ts";
import { hasLoneStraightMark } from "./quotation-marks.ts";

const LONGEST_MARKER = 3;
/** Letters and digits, of which there are more: neither blanks nor punctuation, so that what is next to them works. */
const LETTER =
  /[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u0410-\u044f\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\uac00-\ud7a3]/;

/**
 * Whether the `*` of a text are surely sound: one pair of markers after another that work by what is next to them, and
 * between them no bracket or quotation mark without its partner. The text has no escapes, nor code, tags and links but
 * such as `withoutCommonMarkup` has left: where that has put a blank, there is punctuation, which works alike outside.
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
    if (!works(content.charAt(0), text.charAt(start - 1))) return false;
    if (!works(content.charAt(content.length - 1), text.charAt(position))) return false;
    if (hasLoneStraightMark(content) || mayHaveLoneBrackets(content)) return false;
  }
}

/** Whether a marker opens or closes, by what stands next to it inside and outside. */
function works(inner: string, outer: string): boolean {
  return LETTER.test(inner) || ((outer === "" || outer === " ") && inner.trim() !== "");
}

function endOfRun(text: string, start: number): number {
  let end = start + 1;
  while (text.charAt(end) === "*") end += 1;
  return end;
}
