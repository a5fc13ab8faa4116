import { firstMatches } from "../../text/first-matches.ts";
import { lazily } from "../../text/lazily.ts";
import { characterBefore, startsWithLetter } from "../../text/signs.ts";
import type { Span } from "../../text/span.ts";
import { findDifference, type Difference } from "../pairs/difference.ts";
import type { Half } from "../pairs/half.ts";
import { isInWords } from "./number-words.ts";
import type { Comparison } from "../pairs/pair-list.ts";
import { DIGIT, inSource } from "../pairs/traits.ts";

/** A number in running text. */
export interface FoundNumber {
  readonly span: Span;
  /** ASCII digits, group separators left out: `10,000`, `１０ ０００` and `١٠٬٠٠٠` are `10000`. */
  readonly digits: string;
}

const ANY_DIGIT = /\p{Nd}/u;
const OTHER_DIGIT = lazily(() => /(?![0-9])\p{Nd}/u);
/** What they may be, so that Unicode is asked about few texts. */
const MAY_BE_DIGIT = /[\u0660-\u1fff\ua620-\uabff\ud800-\udfff\uff10-\uff19]/;
/** What is of no script's digits; units of characters beyond U+FFFF may be. */
const NO_DIGITS = /[^0-9\u0660-\u1fff\ua620-\uabff\ud800-\udfff\uff10-\uff19]+/g;
const NO_ASCII_DIGIT = /[^0-9]/;
const ASCII_NUMBER = /[0-9]+(?:[.,' \u00a0\u202f\u066c][0-9]{3}(?![0-9]))*/g;
const NUMBER = /\p{Nd}+(?:[.,' \u00a0\u202f\u066c]\p{Nd}{3}(?!\p{Nd}))*/gu;
// Dates, times, "around the clock", ratios and amounts are written otherwise in every language: nothing can be told of them.
const DATE_OR_TIME = new RegExp(
  [
    String.raw`\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b`,
    String.raw`\b(?:mon|tues|wednes|thurs|fri|satur|sun)day`,
    String.raw`\d ?:\d|\b[ap]\.?m\b|\b(?:UTC|GMT|PST|PDT|EST|FY|Q[1-4])`,
    String.raw`\d[/-]\d|\bo'clock\b|\bcentur|\bdecade`,
    String.raw`\b24\b.{1,30}\b(?:7|365)\b|\b21 Vianet`,
  ].join("|"),
  "i",
);
const AMOUNT =
  /[$€£¥]|\b(?:USD|EUR|GBP|JPY|CNY)|\d ?(?:["°%]|(?:K|M|inch|in|f(?:oo|ee)?t|miles?|lbs?|pounds?|ounces?|oz|yards?|thousand|million|billion)\b)/i;
const ENTITY = /&#?\w+;/g;
/** In small letters, of which all that French has: to match both takes 12 ms to compile, letters of all scripts two. */
const NUMBER_WORD =
  /[一二两兩三四五六七八九十百千万萬億亿零〇双单単雙日月年首次]|\b(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|(?:premi|deuxi|derni)[a-zß-öø-ɏ]+|second[a-zß-öø-ɏ]*)\b/;
const MATHEMATICAL_DIGITS = 0x1d7ce;
const LARGEST_IN_WORDS = 12;
/** No sentence has more; each is looked for in the whole other half, and set against as many of its numbers. */
const MOST_LOOKED_FOR = 200;
/** Longer than any sentence. */
const LONG = 100_000;
/**
 * So long a piece is looked through at a time: all numbers of a long text, or a text in which a pattern was replaced, which
 * V8 keeps as a tree of what is left, are several times the text.
 */
const PIECE = 10_000;
const NO_NUMBERS: readonly string[] = [];

/**
 * Numbers of the English that the translation lacks, set against those it has in their place. Silent where the English
 * holds a date, a time or an amount, where a digit is part of a name (`21Vianet`), and for small numbers that may be
 * written out. What the translation adds means nothing: Chinese counts months with digits.
 */
export const numberDifference: Comparison<Difference<FoundNumber>> = {
  needs: inSource(DIGIT),
  // What stands in prose of the English may stand in code of the translation.
  mayFind: (_target, _source, _traits, { target, source }) =>
    source.length > LONG || !hasAllNumbers(target, source),
  find: findNumberDifference,
};

function findNumberDifference(target: Half, source: Half): Difference<FoundNumber> | undefined {
  const expected = findNumbers(source.prose);
  const everything = toDigits(target.text);
  // Nearly always the translation has all of them.
  if (expected.every(({ digits }) => everything.includes(digits))) return undefined;
  if (DATE_OR_TIME.test(source.prose) || AMOUNT.test(source.prose)) return undefined;

  const { lost, added } = findDifference(expected, findNumbers(target.prose), ({ digits }) => digits);
  const isWrittenOut = NUMBER_WORD.test(target.prose.toLowerCase());
  const missing = lost.filter(
    (number) =>
      isFree(source.prose, number.span) &&
      !everything.includes(number.digits) &&
      !(isWrittenOut && (Number(number.digits) <= LARGEST_IN_WORDS || number.digits.endsWith("00"))) &&
      !isInWords(target.prose, Number(number.digits)),
  );
  return missing.length === 0 ? undefined : { lost: missing, added };
}

/**
 * Whether a translation surely has all numbers of its English: the same digits in the same order, wherever numbers begin
 * and end, or each number somewhere, as in a date. Those outside prose have to be there, too: so is each number of
 * prose, which is one of the whole text or a part of one.
 */
function hasAllNumbers(target: string, source: string): boolean {
  const digits = target.replace(NO_DIGITS, "");
  const wanted = source.replace(NO_DIGITS, "");
  if (digits === wanted) return true;
  const numbers = NO_ASCII_DIGIT.test(wanted) ? null : source.match(ASCII_NUMBER);
  if (numbers === null || numbers.length > MOST_LOOKED_FOR) return false;
  return numbers.every((number) => digits.includes(number.replace(NO_DIGITS, "")));
}

/** The first numbers of a text, as many as are looked for. */
function findNumbers(prose: string): FoundNumber[] {
  const text = prose.includes("&") ? prose.replace(ENTITY, (entity) => " ".repeat(entity.length)) : prose;
  const pattern = hasOtherDigits(text) ? NUMBER : ASCII_NUMBER;
  return firstMatches(text, pattern, MOST_LOOKED_FOR).map(({ 0: number, index }) => ({
    span: { start: index, end: index + number.length },
    digits: toDigits(number),
  }));
}

/** The digits of a text by their values, in ASCII. */
function toDigits(text: string): string {
  if (!hasOtherDigits(text)) return toAsciiDigits(text);
  return text.replace(/\P{Nd}+/gu, "").replace(/[^0-9]/gu, (digit) => String(valueOf(digit)));
}

function toAsciiDigits(text: string): string {
  let digits = "";
  for (let start = 0; start < text.length; start += PIECE)
    digits += (text.slice(start, start + PIECE).match(/[0-9]+/g) ?? NO_NUMBERS).join("");
  return digits;
}

/**
 * Unicode encodes the ten digits of each script in a row (chapter 4.6), one row behind the other for those of
 * mathematics.
 */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  const place = code - MATHEMATICAL_DIGITS;
  if (place >= 0 && place < 50) return place % 10;
  let value = 0;
  while (value < 9 && ANY_DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}

/** Whether a text has a digit that is none of ASCII. */
function hasOtherDigits(text: string): boolean {
  return MAY_BE_DIGIT.test(text) && OTHER_DIGIT().test(text);
}

/** Whether a number is a word of its own, or a version such as `7.x`. */
function isFree(prose: string, { start, end }: Span): boolean {
  return (
    !isOfWord(characterBefore(prose, prose.charAt(start - 1) === "-" ? start - 1 : start)) &&
    !isOfWord(prose.slice(prose.charAt(end) === "-" ? end + 1 : end, end + 2))
  );
}

function isOfWord(text: string): boolean {
  return text.startsWith("_") || startsWithLetter(text);
}
