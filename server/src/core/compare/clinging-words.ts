import type { InlineLink } from "../markdown/inline-tokens.ts";
import { type Span, textAt } from "../text/span.ts";
import { readEmphasis } from "./emphasis.ts";
import type { Half } from "./half.ts";
import { LONGEST_SENTENCE } from "./is-readable.ts";
import type { Comparison } from "./pair-list.ts";
import { ASTERISK, BACKTICK, COMMON_MARKUP, inTarget, LINK_END } from "./traits.ts";

/** A word of the translation that clings to bold, code or a link. Spans of UTF-16 offsets into the half. */
export interface ClingingWord {
  readonly markup: Span;
  readonly word: Span;
}

/** Letters that a word behind markup has at least. Shorter ones may be endings: `**Sensor**ernas`, ge`commit`ten. */
type Shortest = 1 | 4 | 5 | 6 | 7;

/** By language: those that write words apart. Others add any endings to what is foreign, or prefixes, or have no blanks. */
const SHORTEST: Readonly<Record<string, Shortest>> = {
  ...{ ca: 1, el: 1, es: 1, fr: 1, gl: 1, it: 1, pt: 1, vi: 1 },
  ...{ de: 4, nl: 5, da: 6, nb: 6, no: 6, sv: 6, ro: 7 },
  ...{ bg: 4, cs: 4, hr: 4, pl: 4, ru: 4, sk: 4, sl: 4, sr: 4, uk: 4 },
};
/** Those that make one word of two: a hyphen may be what is missing. */
const JOINING: ReadonlySet<string> = new Set(["de", "nl", "da", "nb", "no", "sv"]);
/** In front of markup shorter ones may be prefixes. */
const SHORTEST_BEFORE = 3;
/** Of bold: in `**D**atei` one letter stands for a key. */
const SHORTEST_BOLD = 2;

const LETTERS = String.raw`A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff`;
/** The end of markup with a letter behind, or its beginning with one before. */
const MAY_CLING = new RegExp(
  String.raw`[*\x60)](?=[${LETTERS}])(?<=[^\s\\*([{|"'’„“«/-][*\x60)]{1,3})|\[(?<=[${LETTERS}]\[)`,
);
const MARKUP = inTarget(ASTERISK | BACKTICK | LINK_END) | COMMON_MARKUP;
/** `10ª` is a number. */
const WORD_BEHIND = /^(?![ªº])\p{L}+/u;
const WORD_BEFORE = /\p{L}+$/u;
/** `**API**s`: a plural, in English and elsewhere. `**Windows**owego`: how Slavic languages make adjectives. */
const ENDING = /^(?:e?s$|[oe][vw]|[оеёі]в|s?[sš]k|ск)/;
/** No word is longer. */
const LONGEST_WORD = 40;

/**
 * Words that cling to markup as none does in the English: `**true**sind`. Machine translation lost the blanks around it
 * in all languages, from 2017 to 2021. `undefined`: not of a language that writes words apart.
 */
export function clingingWordsIn(locale: string): Comparison<readonly ClingingWord[]> | undefined {
  const shortest = SHORTEST[languageOf(locale)];
  return shortest === undefined ? undefined : COMPARISONS[shortest];
}

/** Whether words of the language are joined to others, so that a blank need not be what is missing between them. */
export function joinsWords(locale: string): boolean {
  return JOINING.has(languageOf(locale));
}

function languageOf(locale: string): string {
  return locale.toLowerCase().split("-", 1)[0] ?? "";
}

const COMPARISONS: Readonly<Record<Shortest, Comparison<readonly ClingingWord[]>>> = {
  1: compareWords(1),
  4: compareWords(4),
  5: compareWords(5),
  6: compareWords(6),
  7: compareWords(7),
};

function compareWords(shortest: Shortest): Comparison<readonly ClingingWord[]> {
  return {
    needs: MARKUP,
    mayFind: (_target, _source, _traits, { target }) => MAY_CLING.test(target),
    find: (target, source) => {
      if (target.text.length > LONGEST_SENTENCE || source.text.length > LONGEST_SENTENCE) return undefined;
      const words = findClinging(target).filter((clinging) => isWord(target.text, clinging, shortest));
      return words.length === 0 || findClinging(source).length > 0 ? undefined : words;
    },
  };
}

/** Whether it is no plural, no ending and no prefix. */
function isWord(text: string, { markup, word }: ClingingWord, shortest: Shortest): boolean {
  const length = word.end - word.start;
  if (word.end === markup.start) return length >= SHORTEST_BEFORE;
  return length >= shortest && !ENDING.test(textAt(text, word));
}

/** All letters that cling to markup. */
function findClinging(half: Half): ClingingWord[] {
  const { text } = half;
  return markupOf(half).flatMap((markup) => {
    const { start, end } = markup;
    const before = WORD_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_WORD), start))?.[0] ?? "";
    const behind = WORD_BEHIND.exec(text.slice(end, end + LONGEST_WORD))?.[0] ?? "";
    const words = [
      { markup, word: { start: start - before.length, end: start } },
      { markup, word: { start: end, end: end + behind.length } },
    ];
    return words.filter(({ word }) => word.start < word.end);
  });
}

function markupOf(half: Half): Span[] {
  const { text, tokens } = half;
  const { links, codeSpans } = tokens;
  return [
    ...links.filter((link) => isText(text, link)).map(({ span }) => span),
    ...codeSpans.map(({ span }) => span),
    ...readEmphasis(half)
      .runs.filter(({ contentSpan: { start, end } }) => end - start >= SHORTEST_BOLD)
      .map(({ span }) => span),
  ];
}

/** Whether a link has words of its own: nothing clings to one that readers do not see. */
function isText(text: string, { form, isImage, textSpan }: InlineLink): boolean {
  return form === "inline" && !isImage && textSpan !== undefined && textAt(text, textSpan).trim() !== "";
}
