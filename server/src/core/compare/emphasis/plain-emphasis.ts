import { mayHaveLoneBrackets } from "../wording/brackets.ts";
import { hasLoneStraightMark } from "../wording/quotation-marks.ts";

const LONGEST_MARKER = 3;
/** Letters and digits, of which there are more: neither blanks nor punctuation, so that what is next to them works. */
const LETTER =
  /[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u0410-\u044f\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\uac00-\ud7a3]/;

/** Text without what may be half a pair, as far as the next marker. */
const CONTENT = String.raw`[^*＊"()[\]{}（）［］｛｝【】「」『』《》〈〉„“”«»]*`;
/** One pair after another with letters at its inner edges, as in nearly all sentences; no more than any sentence has. */
const PLAINLY_PAIRED = new RegExp(
  String.raw`^[^*＊]*(?:(\*{1,${LONGEST_MARKER}})(?=${LETTER.source})${CONTENT}(?<=${LETTER.source})\1(?!\*)[^*＊]*){1,50}$`,
);

/** Some of what is a blank or punctuation; neither `_` nor what escapes. */
const APART = String.raw`\s!-/:-@[\]^\x60{-~，。、；：！？（）「」『』【】《》“”`;
/** An escape, or an `_` that opens and the next one, which closes, both surely and by what is next to them. */
const ESCAPED_OR_PAIRED = new RegExp(
  String.raw`\\.|(?<![^${APART}])_(?=${LETTER.source})[^_*\\[\]]*(?<=${LETTER.source})_(?![^${APART}])`,
  "gs",
);
/** An `_` that is no part of a name such as `snake_case`. */
const LONE_UNDERSCORE = /(?<![A-Za-z0-9_])_|_(?![A-Za-z0-9_])/;
/** Strikethrough, mails, and longer markers than anybody writes. */
const NOT_PLAIN = /[~@]|_{4}|\*{4}/;

/**
 * Whether each `_` of a text surely does what it is meant to: one pair after another that works by what is next to it,
 * but for escapes and names such as `snake_case`. Of the text as of that for `isPlainlyPaired`.
 */
export function hasPlainUnderscores(text: string): boolean {
  if (!LONE_UNDERSCORE.test(text)) return true;
  return !NOT_PLAIN.test(text) && !LONE_UNDERSCORE.test(text.replace(ESCAPED_OR_PAIRED, " "));
}

/** The same as `isPlainlyPaired` for a text with escapes, where the English escapes no fewer asterisks. */
export function isPlainlyEscaped(target: string, source: string): boolean {
  if (target.includes("\\\\") || source.includes("\\\\")) return false;
  const parts = target.split("\\*");
  return parts.length <= source.split("\\*").length && isPlainlyPaired(parts.join("."));
}

/**
 * Whether the `*` of a text are surely sound: one pair of markers after another that work by what is next to them, and
 * between them no bracket or quotation mark without its partner. The text has no escapes, nor code, tags and links but
 * such as `withoutCommonMarkup` has left: where that has put a blank, there is punctuation, which works alike outside.
 */
export function isPlainlyPaired(text: string): boolean {
  return PLAINLY_PAIRED.test(text) || comeInPairs(text);
}

/** Pair by pair. */
function comeInPairs(text: string): boolean {
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
