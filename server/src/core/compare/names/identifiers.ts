import { lazily } from "../../text/lazily.ts";
import { characterBefore } from "../../text/signs.ts";
import type { Span } from "../../text/span.ts";
import type { Half } from "../pairs/half.ts";
import type { Comparison } from "../pairs/pair-list.ts";
import { mayBeMiscased } from "./may-be-miscased.ts";
import { ANGLE, BACKTICK, inEither, inTarget, LETTER, LINK_END, URL } from "../pairs/traits.ts";

/** A name in Latin letters that the translation writes with other capitals than the English. */
export interface MiscasedName {
  readonly expected: string;
  readonly found: string;
  /** Every place of the translation, in text order. */
  readonly spans: readonly Span[];
}

/** What may hold words that are no prose, or that begin in it. */
const ANY_NO_PROSE = inEither(BACKTICK | ANGLE | LINK_END | URL);
/** Shorter ones are no names. */
const RUN = /[A-Za-z0-9]{3,}/g;
/** A word that these stand next to is part of a longer one. */
const LATIN_LETTER = lazily(() => /^\p{Script=Latin}/u);
const SURELY_LATIN = /^[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/;
/** Nothing of it is Latin: punctuation, and what Chinese, Japanese and Korean have. Unicode is asked about the rest. */
const SURELY_NOT_LATIN = /^[\u2000-\u206f\u2e80-\ua6ff\uac00-\ud7ff\uff00-\uff20]/;
/** Where there is no such, what looks like a word is part of a formula or a number. */
const LATIN = /[A-Za-z]{3}/;
const DIGIT_9 = 0x39;
const UNDERSCORE = 0x5f;
const FIRST_BEYOND_ASCII = 0x80;
/**
 * A letter of a script other than Latin; of Greek two, since one is a symbol. By ranges: to name the scripts takes
 * longer.
 */
const OTHER_SCRIPT =
  /[\u0400-\u1cff\u3040-\u318f\u3400-\u9fff\ua960-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc\uff66-\uffdc]|[\u0370-\u03ff]{2}/;
/** Keys have a house style of their own. */
const KEYS = /^(?:alt|ctrl|control|shift|enter|return|delete|esc|tab|cmd|command|option|home|end)$/i;

/**
 * Names whose capitals differ. In a language with another script every Latin word is a name; among Latin letters only a
 * word with a capital inside it is (`OneDrive`, `API`), since each language has its own use of the first one.
 */
export const miscasedNames: Comparison<readonly MiscasedName[]> = {
  needs: inTarget(LETTER),
  mayFind: (target, source, traits) => mayBeMiscased(target, source, (traits & ANY_NO_PROSE) === 0),
  find: findMiscasedNames,
};

function findMiscasedNames(target: Half, source: Half): MiscasedName[] | undefined {
  if (!LATIN.test(target.text)) return undefined;
  const isProse = target.prose === target.text && source.prose === source.text;
  if (!isProse && !mayBeMiscased(target.prose, source.prose)) return undefined;
  const names = expectedNames(source.prose, OTHER_SCRIPT.test(target.prose));
  if (names.size === 0) return undefined;

  const found = new Map<string, FoundName>();
  const kept = new Set<string>();
  forEachWord(target.prose, (word, start) => {
    const expected = names.get(word.toLowerCase());
    if (expected === undefined) return;
    if (expected === word) {
      kept.add(word);
      return;
    }
    const name = found.get(word) ?? { expected, found: word, spans: [] };
    if (name.spans.length === 0) found.set(word, name);
    name.spans.push({ start, end: start + word.length });
  });
  if (found.size === 0) return undefined;
  // The English may write it in both ways, one of them in code whose marks the translation has lost.
  forEachWord(source.prose, (word) => found.delete(word));
  for (const code of lostCode(target, source)) forEachWord(code, (word) => found.delete(word));
  return [...found.values()].filter(({ expected }) => !kept.has(expected));
}

function lostCode({ tokens }: Half, source: Half): string[] {
  const kept = new Set(tokens.codeSpans.map(({ content }) => content));
  return source.tokens.codeSpans.map(({ content }) => content).filter((content) => !kept.has(content));
}

interface FoundName extends MiscasedName {
  readonly spans: Span[];
}

/** The names of the English by their lower case. */
function expectedNames(english: string, isOtherScript: boolean): ReadonlyMap<string, string> {
  const isNameAtAll = isOtherScript ? /[A-Z]/ : /.[A-Z]/;
  const names = new Map<string, string>();
  forEachWord(english, (word) => {
    if (isNameAtAll.test(word) && !KEYS.test(word)) names.set(word.toLowerCase(), word);
  });
  return names;
}

/**
 * Gives the words of Latin letters without accents and of digits, the first a letter: what names consist of; with each,
 * its UTF-16 offset. A list of them would be several times the text.
 */
function forEachWord(prose: string, look: (word: string, start: number) => void): void {
  RUN.lastIndex = 0;
  for (let found = RUN.exec(prose); found !== null; found = RUN.exec(prose)) {
    const word = found[0];
    const start = found.index;
    if (word.charCodeAt(0) > DIGIT_9 && standsAlone(prose, start, start + word.length)) look(word, start);
  }
}

/** Unicode is asked about what is not ASCII alone: that takes much longer. */
function standsAlone(prose: string, start: number, end: number): boolean {
  const before = prose.charCodeAt(start - 1);
  const behind = prose.charCodeAt(end);
  if (before === UNDERSCORE || behind === UNDERSCORE) return false;
  if (before >= FIRST_BEYOND_ASCII && isLatin(characterBefore(prose, start))) return false;
  return !(behind >= FIRST_BEYOND_ASCII && isLatin(prose.slice(end, end + 2)));
}

/** Whether a text begins with a letter of Latin script. */
function isLatin(text: string): boolean {
  return SURELY_LATIN.test(text) || (!SURELY_NOT_LATIN.test(text) && LATIN_LETTER().test(text));
}
