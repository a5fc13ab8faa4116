import { lastStart } from "./last-start.ts";
import { lazily } from "./lazily.ts";

/** What kind of character a UTF-16 unit is. */
type Kind = typeof UNKNOWN | typeof LETTER | typeof NUMBER | typeof MARK | typeof NEITHER;
/** Unicode has to be asked. */
const UNKNOWN = 0;
const LETTER = 1;
const NUMBER = 2;
/** Punctuation or a symbol. */
const MARK = 3;
const NEITHER = 4;

/**
 * From each of these UTF-16 units up to the next one Unicode has nothing but characters of that kind. So nearly all that
 * pages are made of is told without a class such as `\p{L}`, which V8 takes up to 0.3 ms to put together.
 */
const STRETCHES: readonly (readonly [start: number, kind: Kind])[] = [
  [0x00, NEITHER],
  [0x21, MARK],
  [0x30, NUMBER],
  [0x3a, MARK],
  [0x41, LETTER],
  [0x5b, MARK],
  [0x61, LETTER],
  [0x7b, MARK],
  [0x7f, UNKNOWN],
  [0xa0, NEITHER],
  [0xa1, MARK],
  [0xaa, UNKNOWN],
  // Latin letters with accents, but for the signs of multiplication and division.
  [0xc0, LETTER],
  [0xd7, MARK],
  [0xd8, LETTER],
  [0xf7, MARK],
  [0xf8, LETTER],
  [0x250, UNKNOWN],
  // Dashes and quotation marks of all languages.
  [0x2010, MARK],
  [0x2028, UNKNOWN],
  // Of Chinese, Japanese and Korean.
  [0x3001, MARK],
  [0x3005, UNKNOWN],
  [0x3008, MARK],
  [0x3021, UNKNOWN],
  [0x3041, LETTER],
  [0x3097, UNKNOWN],
  [0x30a1, LETTER],
  [0x30fb, UNKNOWN],
  [0x4e00, LETTER],
  [0xa000, UNKNOWN],
  [0xac00, LETTER],
  [0xd7a4, UNKNOWN],
  [0xff01, MARK],
  [0xff10, UNKNOWN],
  [0xff1a, MARK],
  [0xff21, UNKNOWN],
];
const STARTS = STRETCHES.map(([start]) => start);
const KINDS = STRETCHES.map(([, kind]) => kind);

const ANY_LETTER = lazily(() => /^\p{L}/u);
const ANY_NUMBER = lazily(() => /^\p{N}/u);
const ANY_MARK = lazily(() => /^[\p{P}\p{S}]/u);

/** Whether a text begins with a letter of any script (`\p{L}`). */
export function startsWithLetter(text: string): boolean {
  const kind = kindOfFirst(text);
  return kind === UNKNOWN ? ANY_LETTER().test(text) : kind === LETTER;
}

/** Whether a text begins with a letter, digit or other number of any script (`\p{L}`, `\p{N}`). */
export function startsWithWord(text: string): boolean {
  const kind = kindOfFirst(text);
  return kind === UNKNOWN ? ANY_LETTER().test(text) || ANY_NUMBER().test(text) : kind <= NUMBER;
}

/** Whether a text begins with punctuation or a symbol of any script (`\p{P}`, `\p{S}`). */
export function startsWithMark(text: string): boolean {
  const kind = kindOfFirst(text);
  return kind === UNKNOWN ? ANY_MARK().test(text) : kind === MARK;
}

function kindOfFirst(text: string): Kind {
  if (text === "") return NEITHER;
  return KINDS[lastStart(STARTS, text.charCodeAt(0))] as Kind;
}

/** The character that ends before an offset, both units of one beyond U+FFFF; empty at the start. */
export function characterBefore(text: string, end = text.length): string {
  const start = end - 2;
  const isPair = start >= 0 && (text.codePointAt(start) as number) > 0xffff;
  return text.slice(isPair ? start : Math.max(0, end - 1), end);
}

/** Letters and digits of ASCII, Chinese, Japanese and Korean: most texts with words have one. */
const COMMON_WORD = /[A-Za-z0-9\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]/;
const ANY_WORD = lazily(() => /[\p{L}\p{N}]/u);

/** Whether a text has a letter, digit or other number of any script (`\p{L}`, `\p{N}`). */
export function hasWords(text: string): boolean {
  return COMMON_WORD.test(text) || ANY_WORD().test(text);
}
