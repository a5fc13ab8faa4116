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

/**
 * What tells a word behind markup from an ending, `**Sensor**ernas`, ge`commit`ten: how many letters it has at least, or
 * what it looks like.
 */
type Behind = number | RegExp;

/** By language: those that write words apart. Others add any endings to what is foreign, or prefixes, or have no blanks. */
const BEHIND: Readonly<Record<string, Behind>> = {
  ...{ ca: 1, el: 1, es: 1, fr: 1, gl: 1, hi: 1, it: 1, pt: 1, vi: 1 },
  ...{ de: 4, nl: 5, da: 6, nb: 6, no: 6, sv: 6, ro: 7 },
  ...{ bg: 4, cs: 4, hr: 4, pl: 4, ru: 4, sk: 4, sl: 4, sr: 4, uk: 4 },
  // Words that begin as no ending of the language does, of any length, and some of the others that machines write most.
  tr: /^(?:[bfghjoöprşvz]\p{L}|k[^ie]|[sy][oö]|se[çk]|tıkl|(?:için|ile)$)/iu,
  fi: /^(?:[bcfgqrvwxz]\p{L}|ja$|j[oä]\p{L}|(?:tai|sekä|mutta)$)/iu,
  et: /^(?:[bcfhjmopqrvwxzõäöü]\p{L}|k[^s])/iu,
  lt: /^(?:[bcčdfghklmnpqrštvwxzž]\p{L}|(?:ar|arba|ir)$)/iu,
  lv: /^(?:[bcčdfgģhkķlļmnņpqrtvwxzž]\p{L}|(?:ar|arī|ir|un|uz)$)/iu,
  ...{ id: /^(?!(?:[kmn]u|an|i|kan|kau|nya|s)?(?:kah|lah|nya|pun)?$)\p{L}/iu },
  ...{ ar: /^(?!(?:ات|ها|ون|ية|ين)$)\p{L}{2}/u, he: /^(?!(?:ות|ים)$)\p{L}{2}/u },
};
/** Shorter words that are no ending and begin no other word, where short ones may be either. */
const SHORT: Readonly<Record<string, string>> = {
  bg: "ако до за или как на не от по при",
  cs: "aby ale bez do jak je ke na nad od po pod pro při se ve za",
  da: "den der det du eller for fra hvis ikke kan med og på skal som til ved",
  de: "als auf aus bei bis das dem den der die für ist mit nur sie und von vor wie zum zur",
  hr: "do ili iz je kao na od se za",
  nb: "den det du eller for fra hvis ikke kan med og på skal som til ved",
  nl: "aan als bij dan dat deze die dit door een het is kunt meer met naar niet of om ook op over uit van voor",
  pl: "aby bez czy dla do jak lub na nad nie od po pod się za",
  ro: "care cu dacă de din este în la pe pentru până prin sau sunt și",
  ru: "для до за из или как на не от по при что это",
  sk: "aby ako bez do je na nad od po pod pre pri sa vo za",
  sl: "ali do iz je kot na od pri se za",
  sr: "do ili iz je kao na od se za до за из или је као на од се",
  sv: "att av den det du eller från för inte kan med och om på ska som till vid",
  uk: "або від до для за із на не під по при це чи що щоб як",
};
/** Those that make one word of two: a hyphen may be what is missing. */
const JOINING: ReadonlySet<string> = new Set(["de", "nl", "da", "nb", "no", "sv", "et", "fi"]);
/** In front of markup shorter words may be prefixes; these languages have longer ones. */
const SHORTEST_BEFORE = 3;
const SHORTEST_BEFORE_IN: Readonly<Record<string, number>> = { ar: 6, he: 5, id: 5 };
/** Of bold: in `**D**atei` one letter stands for a key. */
const SHORTEST_BOLD = 2;

const LETTERS = String.raw`A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff\u05d0-\u05ea\u0620-\u064a\u0904-\u0939`;
/** The end of markup with a letter behind, or its beginning with one before. */
const MAY_CLING = new RegExp(
  String.raw`[*\x60)](?=[${LETTERS}])(?<=[^\s\\*([{|"'’„“«/-][*\x60)]{1,3})|\[(?<=[${LETTERS}]\[)`,
);
const MARKUP = inTarget(ASTERISK | BACKTICK | LINK_END) | COMMON_MARKUP;
/** `10ª` is a number. */
const WORD_BEHIND = /^(?![ªº])\p{L}[\p{L}\p{M}]*/u;
const WORD_BEFORE = /[\p{L}\p{M}]+$/u;
/** `**API**s`: a plural, in English and elsewhere. `**Windows**owego`: how Slavic languages make adjectives. */
const ENDING = /^(?:e?s$|[oe][vw]|[оеёі]в|s?[sš]k|ск)/;
/** No word is longer. */
const LONGEST_WORD = 40;

/**
 * Words that cling to markup as none does in the English: `**true**sind`. Machine translation lost the blanks around it
 * in all languages, from 2017 to 2021. `undefined`: not of a language that writes words apart.
 */
export function clingingWordsIn(locale: string): Comparison<readonly ClingingWord[]> | undefined {
  return COMPARISONS.get(languageOf(locale));
}

/** Whether words of the language are joined to others, so that a blank need not be what is missing between them. */
export function joinsWords(locale: string): boolean {
  return JOINING.has(languageOf(locale));
}

function languageOf(locale: string): string {
  return locale.toLowerCase().split("-", 1)[0] ?? "";
}

const COMPARISONS: ReadonlyMap<string, Comparison<readonly ClingingWord[]>> = new Map(
  Object.entries(BEHIND).map(([language, behind]) => [
    language,
    compareWords(
      behind,
      new Set(SHORT[language === "no" ? "nb" : language]?.split(" ")),
      SHORTEST_BEFORE_IN[language] ?? SHORTEST_BEFORE,
    ),
  ]),
);

function compareWords(
  behind: Behind,
  short: ReadonlySet<string>,
  shortestBefore: number,
): Comparison<readonly ClingingWord[]> {
  return {
    needs: MARKUP,
    mayFind: (_target, _source, _traits, { target }) => MAY_CLING.test(target),
    find: (target, source) => {
      if (target.text.length > LONGEST_SENTENCE || source.text.length > LONGEST_SENTENCE) return undefined;
      const words = findClinging(target).filter(({ markup, word }) => {
        const text = textAt(target.text, word);
        if (word.end === markup.start) return text.length >= shortestBefore;
        return isWord(text, behind) || short.has(text.toLowerCase());
      });
      return words.length === 0 || findClinging(source).length > 0 ? undefined : words;
    },
  };
}

/** Whether what stands behind markup is no plural and no ending. */
function isWord(text: string, behind: Behind): boolean {
  return typeof behind === "number" ? text.length >= behind && !ENDING.test(text) : behind.test(text);
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
