import { DIGIT, LETTER, traitsOfUnit, UNDERSCORE } from "../pairs/traits.ts";

/** Nothing below is of a script without Latin letters; nor are the symbols and punctuation between. */
const OTHER_SCRIPT = /[\u0370-\u1fff\u2de0-\uffff]/;
/** Words with a capital. */
const CAPITALIZED = /(?<![A-Za-z0-9])[a-z0-9]*[A-Z][A-Za-z0-9]*/g;
/** Those where it is not the first letter. */
const INNER_CAPITALIZED = /(?<![A-Za-z0-9])[A-Za-z0-9][a-z0-9]*[A-Z][A-Za-z0-9]*/g;
/** Shorter ones are no names. */
const WORD = /[A-Za-z0-9]{3,}/g;
/** What words consist of, and what makes a part of a word of one next to it; so may anything beyond ASCII. */
const CLINGING = LETTER | DIGIT | UNDERSCORE;
const FIRST_BEYOND_ASCII = 0x80;
/** A half with more needs the closer look: each is looked for in the whole other half. */
const MOST_WORDS = 100;
/** So does one that is longer than any sentence. */
const LONG = 10_000;

/**
 * Whether a word of the translation may be a name of the English with other capitals. `false`: surely none is.
 * `isProse`: the two hold nothing else, so that the words that they share need no look.
 */
export function mayBeMiscased(target: string, source: string, isProse = true): boolean {
  if (target.length > LONG || source.length > LONG) return true;
  const words = target.match(WORD);
  if (words === null) return false;
  if (words.length > MOST_WORDS) return true;
  // Most often the English has all of them as they are written; but what stands in its code is none of its words.
  const others = isProse ? withoutThoseIn(source, words) : words;
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
    const end = start + length;
    // Asked beyond the text, V8 takes back what it has optimised, and does it anew.
    const isFirst = start === 0 || !mayCling(text.charCodeAt(start - 1));
    if (isFirst && (end === text.length || !mayCling(text.charCodeAt(end)))) return true;
  }
  return false;
}

/** Whether a unit may make words next to it a part of another one. */
function mayCling(unit: number): boolean {
  return unit >= FIRST_BEYOND_ASCII || (traitsOfUnit(unit) & CLINGING) !== 0;
}

/** Whether one of these words is one of the English but for its capitals, and that is a name. */
function mayBeNames(words: readonly string[], target: string, source: string): boolean {
  // Among Latin letters, a capital in front is no sign of a name.
  const names = source.match(OTHER_SCRIPT.test(target) ? CAPITALIZED : INNER_CAPITALIZED);
  if (names === null) return false;
  if (names.length > MOST_WORDS) return true;
  for (let nth = 0; nth < names.length; nth++) {
    if (isAmongOthers(names[nth] as string, words)) return true;
  }
  return false;
}

/** Whether some of these words are a name but for its capitals. */
function isAmongOthers(name: string, words: readonly string[]): boolean {
  let lower: string | undefined;
  for (let nth = 0; nth < words.length; nth++) {
    const word = words[nth] as string;
    if (word.length !== name.length || word === name) continue;
    lower ??= name.toLowerCase();
    if (word.toLowerCase() === lower) return true;
  }
  return false;
}
