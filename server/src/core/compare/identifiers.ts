import { lazily } from "../text/lazily.ts";
import { characterBefore } from "../text/signs.ts";
import type { Span } from "../text/span.ts";
import type { Half } from "./half.ts";
import type { Comparison } from "./pair-list.ts";
import { mayBeMiscased } from "./may-be-miscased.ts";
import { ANGLE, BACKTICK, inEither, inTarget, LETTER, LINK_END, URL } from "./traits.ts";

/** A name in Latin letters that the translation writes with other capitals than the English. */
export interface MiscasedName {
  readonly expected: string;
  readonly found: string;
  /** Every place of the translation, in text order. */
  readonly spans: readonly Span[];
}

/** What may hold words that are no prose, or that begin in it. */
const ANY_NO_PROSE = inEither(BACKTICK | ANGLE | LINK_END | URL);
const RUN = /[A-Za-z0-9]+/g;
/** What may make a run of letters a part of a longer word. */
const MAY_CLING = /[_\u0080-\uffff]/;
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
const SHORTEST = 3;
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
  const written = findWords(target.prose);
  const english = spellingsIn(source.prose);
  const spellings = new Set(english);
  const others = written.filter(({ word }) => !spellings.has(word));
  if (others.length === 0) return undefined;

  const expected = expectedSpellings(english, OTHER_SCRIPT.test(target.prose));
  const found = new Map<string, Span[]>();
  for (const { word, start } of others) {
    if (!expected.has(word.toLowerCase())) continue;
    const spans = found.get(word) ?? [];
    found.set(word, spans);
    spans.push({ start, end: start + word.length });
  }
  if (found.size === 0) return undefined;
  const kept = new Set(written.map(({ word }) => word));
  return [...found]
    .map(([word, spans]) => ({ expected: expected.get(word.toLowerCase()) ?? word, found: word, spans }))
    .filter((name) => !kept.has(name.expected));
}

/** The names of the English by their lower case. */
function expectedSpellings(english: readonly string[], isOtherScript: boolean): ReadonlyMap<string, string> {
  const isNameAtAll = isOtherScript ? /[A-Z]/ : /.[A-Z]/;
  const expected = new Map<string, string>();
  for (const word of english) {
    if (word.length >= SHORTEST && isNameAtAll.test(word) && !KEYS.test(word))
      expected.set(word.toLowerCase(), word);
  }
  return expected;
}

/** The words of a text as they are written, numbers among them. */
function spellingsIn(prose: string): readonly string[] {
  return MAY_CLING.test(prose) ? findWords(prose).map(({ word }) => word) : (prose.match(RUN) ?? []);
}

interface Word {
  readonly word: string;
  /** UTF-16 offset into the prose. */
  readonly start: number;
}

/** Words of Latin letters without accents and of digits, the first a letter: what names consist of. */
function findWords(prose: string): Word[] {
  const words: Word[] = [];
  RUN.lastIndex = 0;
  for (let found = RUN.exec(prose); found !== null; found = RUN.exec(prose)) {
    const word = found[0];
    const start = found.index;
    if (word.charCodeAt(0) > DIGIT_9 && standsAlone(prose, start, start + word.length))
      words.push({ word, start });
  }
  return words;
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
