import { DIGIT, LETTER, traitsOfUnit, UNDERSCORE } from "./traits.ts";

/** Nothing below is of a script without Latin letters; nor are the symbols and punctuation between. */
const OTHER_SCRIPT = /[\u0370-\u1fff\u2de0-\uffff]/;
const CAPITAL = /[A-Z]/;
const INNER_CAPITAL = /[A-Za-z0-9][A-Z]/;
/** Shorter ones are no names. */
const WORD = /[A-Za-z0-9]{3,}/g;
/** What words consist of, and what makes a part of a word of one next to it; so may anything beyond ASCII. */
const CLINGING = LETTER | DIGIT | UNDERSCORE;
const FIRST_BEYOND_ASCII = 0x80;
/** A half with more needs the closer look: each is looked for in the whole other half. */
const MOST_WORDS = 100;

/**
 * Whether a word of the translation may be a name of the English with other capitals. `false`: surely none is. The two
 * are prose.
 */
export function mayBeMiscased(target: string, source: string): boolean {
  const words = target.match(WORD);
  if (words === null) return false;
  if (words.length > MOST_WORDS) return true;
  const others = withoutThoseIn(source, words);
  // Most often the English has all of them as they are written.
  return others.length > 0 && mayBeNames(others, target, source);
}

const NONE: readonly string[] = [];

/** The words that do not surely stand in a text as they are written. */
function withoutThoseIn(text: string, words: readonly string[]): readonly string[] {
  let others: string[] | undefined;
  for (let nth = 0; nth < words.length; nth++) {
    const word = words[nth] as string;
    if (!standsIn(text, word)) (others ??= []).push(word);
  }
  return others ?? NONE;
}

function standsIn(text: string, word: string): boolean {
  const { length } = word;
  for (let start = text.indexOf(word); start !== -1; start = text.indexOf(word, start + length)) {
    if (!mayCling(text, start - 1) && !mayCling(text, start + length)) return true;
  }
  return false;
}

/** Whether what stands at an offset may make words next to it a part of another one. */
function mayCling(text: string, offset: number): boolean {
  if (offset < 0 || offset >= text.length) return false;
  const unit = text.charCodeAt(offset);
  return unit >= FIRST_BEYOND_ASCII || (traitsOfUnit(unit) & CLINGING) !== 0;
}

/** Whether one of these words is one of the English but for its capitals, and that is a name. */
function mayBeNames(words: readonly string[], target: string, source: string): boolean {
  // Among Latin letters, a capital in front is no sign of a name.
  const sign = OTHER_SCRIPT.test(target) ? CAPITAL : INNER_CAPITAL;
  if (!sign.test(source)) return false;
  const english = source.match(WORD);
  if (english === null) return false;
  if (english.length > MOST_WORDS) return true;
  const lower = words.map((word) => word.toLowerCase());
  return english.some((word) => sign.test(word) && lower.includes(word.toLowerCase()));
}
