import { lazily } from "../text/lazily.ts";

/** A blank: `\s`. */
export const BLANK = 1;
/** A letter of any script. */
export const LETTER = 2;
/** Of the Latin script. */
export const LATIN = 4;
/** A decimal digit that is not one of ASCII's. */
export const WIDE_DIGIT = 8;
/** What may stand behind an end mark at the end of a sentence: blanks, closing marks, quotes, markers, code. */
export const TRAILING = 16;
/** A character that only ever stands in words that blanks divide: no mark, no markup, no script without blanks. */
export const ORDINARY = 32;
const KNOWN = 128;

const TESTS = lazily((): readonly (readonly [bit: number, pattern: RegExp])[] => [
  [BLANK, /\s/],
  [LETTER, /\p{L}/u],
  [LATIN, /\p{Script=Latin}/u],
  [WIDE_DIGIT, /[^\P{Nd}0-9]/u],
  [TRAILING, /[\s\p{Pf}\p{Pe}"'“*_~\u0001\u0002[(（]/u],
  [
    ORDINARY,
    /[0-9]|(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}])\p{L}/u,
  ],
]);

/** A page has some hundred characters, and each of them thousands of times. */
const classes = new Uint8Array(0x10000);

/** What a UTF-16 code unit is, as a sum of the bits above; half of a pair is none of them. */
export function classOf(unit: number): number {
  const known = classes[unit] as number;
  return known === 0 ? classify(unit) : known;
}

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  let bits = KNOWN;
  for (const [bit, pattern] of TESTS()) if (pattern.test(character)) bits |= bit;
  classes[unit] = bits;
  return bits;
}

/** Whether a UTF-16 code unit is half of a character. */
export function isHalf(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000;
}

/** Whether of the letters of a text hardly any are of another script than the Latin one. */
export function isMostlyLatin(text: string): boolean {
  let letters = 0;
  let latin = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isHalf(unit)) {
      const character = String.fromCodePoint(text.codePointAt(at) as number);
      if (character.length === 1) continue;
      at += 1;
      if (/\p{L}/u.test(character)) letters += 1;
      if (/\p{Script=Latin}/u.test(character)) latin += 1;
      continue;
    }
    const bits = classOf(unit);
    letters += (bits & LETTER) >> 1;
    latin += (bits & LATIN) >> 2;
  }
  return latin > letters * 0.8;
}
