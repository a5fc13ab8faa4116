import type { InlineLink } from "../../markdown/inline-tokens.ts";
import { type Span, textAt } from "../../text/span.ts";
import { readEmphasis } from "../emphasis/emphasis.ts";
import type { Half } from "../pairs/half.ts";
import { LONGEST_SENTENCE } from "../emphasis/is-readable.ts";
import type { Comparison } from "../pairs/pair-list.ts";
import { ASTERISK, BACKTICK, COMMON_MARKUP, inTarget, LINK_END } from "../pairs/traits.ts";

/** A word of the translation that clings to bold, code or a link. Spans of UTF-16 offsets into the half. */
export interface ClingingWord {
  readonly markup: Span;
  readonly word: Span;
  /** Whether a blank is all that can be missing: the word is no ending, no prefix, and no part of a compound. */
  readonly isCertain: boolean;
}

/**
 * By language, how many letters tell a word behind markup from an ending, `**Sensor**ernas`, ge`commit`ten: those that
 * write words apart. Others add any endings to what is foreign, or prefixes, or have no blanks.
 */
const SHORTEST_BEHIND: Readonly<Record<string, number>> = {
  ...{ ca: 1, el: 1, es: 1, fr: 1, gl: 1, it: 1, pt: 1, vi: 1 },
  ...{ de: 4, nl: 5, da: 6, nb: 6, no: 6, sv: 6, ro: 7 },
  ...{ bg: 4, cs: 4, hr: 4, pl: 4, ru: 4, sk: 4, sr: 4, uk: 4 },
};
/**
 * Of languages whose endings, compounds or prefixes are as long as words, the only words that are looked for: conjunctions
 * and prepositions that are none of those. Estonian and Latvian have too few, as `sest`, `kuid` and `starp` are both.
 */
const ONLY: Readonly<Record<string, string>> = {
  ar: "بدون بواسطة بينما خلال عندما ولكن",
  fi: "koska mutta sekä vaikka",
  he: "אולם באמצעות כאשר עבור",
  hi: "अथवा क्योंकि द्वारा लेकिन",
  id: "adalah agar atau dari dengan jika karena tetapi untuk",
  lt: "apie arba nors tačiau",
  sl: "ampak čeprav kadar oziroma vendar",
  tr: "çünkü fakat gibi için kadar üzere veya",
};
/** Shorter words that are no ending, as `na`, `je` and `nie` are, and begin no other word. */
const SHORT: Readonly<Record<string, string>> = {
  bg: "ако до за или как от по при",
  cs: "aby ale bez do jak ke nad od po pod pro při se ve za",
  da: "den der det du eller for fra hvis ikke kan med og på skal som til ved",
  de: "als auf aus bei bis das dem den der die für ist mit nur sie und von vor wie zum zur",
  hr: "do ili iz kao od se za",
  nb: "den det du eller for fra hvis ikke kan med og på skal som til ved",
  nl: "aan als bij dan dat deze die dit door een het is kunt meer met naar niet of om ook op over uit van voor",
  pl: "aby bez czy dla do jak lub nad od po pod się za",
  ro: "care cu dacă de din este în la pe pentru până prin sau sunt și",
  ru: "для до за из или как не от по при что это",
  sk: "aby ako bez do nad od po pod pre pri sa vo za",
  sr: "do ili iz kao od se za до за из или као од се",
  sv: "att av den det du eller från för inte kan med och om på ska som till vid",
  uk: "або від до для за із під по при це чи що щоб як",
};
/** What is as long as a word, and none: an ending of verbs, adjectives and the like. */
const ENDINGS: Readonly<Record<string, string>> = {
  ca: "ant ar ció er ir ment n r t",
  de: "artig artige artigen fähig fähige fähigen isches mäßig mäßige mäßigen seitig seitige seitigen",
  el: "ας ες ης ν ους ς ων ών",
  es: "ación ada ado ar ción da do dos ear er ir mente n ndo r rá",
  fr: "ait ant ation e ement ent er es eur eurs euse ez tion x é ée ées és",
  gl: "ación ada ado ar ción er ir mente n ndo r rá",
  it: "are ata ato azione ere ire mente ndo re ta to zione",
  pt: "ada ado ar ação er i ir mente ndo r rá á ção",
};
/** In front of markup shorter words may be prefixes. */
const SHORTEST_BEFORE = 3;
/** Those that are longer, and no words where they stand by themselves. */
const PREFIXES = new Set(
  (
    "ante anti auto bio geo hiper hyper infra inter intra iper macro makro mega meta micro mikro mini mono multi nano post " +
    "pre pré pseudo semi sub super supra tele télé trans ultra авто анти интер макро мета микро мини мульти под пре супер " +
    "αντι αυτο δια επαν μετα παρα πολυ προ υπερ υπο"
  ).split(" "),
);
/** What lacks an apostrophe and no blank: `dell'`, `lorsqu’`. */
const ELISION = /(?:ll|qu)$/;
/** Of bold: in `**D**atei` one letter stands for a key. */
const SHORTEST_BOLD = 2;

const NUMBER = /^\d+$/;
/** May be the second half of a word. */
const SMALL_WORD = /^\p{Ll}\S*$/u;

const LETTERS = String.raw`A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff\u05d0-\u05ea\u0620-\u064a\u0904-\u0939`;
/** What a letter has above or below it. */
const MARKS = String.raw`\u0300-\u036f\u064b-\u0652\u0901-\u0903\u093c-\u094d`;
/** The end of markup with a letter behind, or its beginning with one before. */
const MAY_CLING = new RegExp(
  [
    String.raw`[*\x60)](?=[${LETTERS}])(?<=[^\s\\*([{|"'’„“«/-][*\x60)]{1,3})`,
    String.raw`[*\x60](?=[<$@#/])(?<=[${LETTERS}${MARKS}][*\x60]{1,3})`,
    String.raw`\[(?<=[${LETTERS}${MARKS}]\[)`,
  ].join("|"),
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

function languageOf(locale: string): string {
  return locale.toLowerCase().split("-", 1)[0] ?? "";
}

/** Bold, code or a link, and what it shows. */
interface Markup {
  readonly span: Span;
  readonly content: string;
  readonly isCode: boolean;
}

/** Whether what clings is a word, and certainly so; `undefined`: it is not, or may be something else. */
type Judge = (word: string, isBehind: boolean, markup: Markup) => Pick<ClingingWord, "isCertain"> | undefined;

const CERTAIN = { isCertain: true };
const UNCERTAIN = { isCertain: false };

const COMPARISONS: ReadonlyMap<string, Comparison<readonly ClingingWord[]>> = new Map([
  ...Object.entries(SHORTEST_BEHIND).map(
    ([language, shortest]) => [language, compareWords(judgeByLength(language, shortest))] as const,
  ),
  ...Object.entries(ONLY).map(
    ([language, words]) => [language, compareWords(judgeByList(language, words))] as const,
  ),
]);

/** Where words have endings or are joined, one may be what clings, or a hyphen what is missing. */
function judgeByLength(language: string, shortest: number): Judge {
  const short = new Set(SHORT[language === "no" ? "nb" : language]?.split(" "));
  const endings = new Set(ENDINGS[language]?.split(" "));
  const hasCompounds = shortest > 1;
  return (word, isBehind, markup) => {
    if (isBehind) {
      // `**2**e`, `**10**fach`, `**5**km`.
      if (NUMBER.test(markup.content) || endings.has(word)) return undefined;
      if (!short.has(word) && (word.length < shortest || ENDING.test(word))) return undefined;
    } else if (word.length < SHORTEST_BEFORE || mayBeginWord(word, markup, hasCompounds)) return undefined;
    return hasCompounds || (!isBehind && ELISION.test(word)) ? UNCERTAIN : CERTAIN;
  };
}

/** Whether a word in front of markup and the first one in it may be one: `pre**configured**`, `sub`Task``. */
function mayBeginWord(word: string, { content, isCode }: Markup, hasCompounds: boolean): boolean {
  if (isCode) return PREFIXES.has(word);
  return SMALL_WORD.test(content) && (hasCompounds || PREFIXES.has(word));
}

/** Indonesian has prefixes, and words that became some: only what stands behind markup is looked at. */
function judgeByList(language: string, words: string): Judge {
  const list = new Set(words.split(" "));
  const mayStandBefore = language !== "id";
  return (word, isBehind) => ((isBehind || mayStandBefore) && list.has(word) ? CERTAIN : undefined);
}

function compareWords(judge: Judge): Comparison<readonly ClingingWord[]> {
  return {
    needs: MARKUP,
    mayFind: (_target, _source, _traits, { target }) => MAY_CLING.test(target),
    find: (target, source) => {
      if (target.text.length > LONGEST_SENTENCE || source.text.length > LONGEST_SENTENCE) return undefined;
      const words = findClinging(target).flatMap(({ markup, word }) => {
        const written = textAt(target.text, word).normalize("NFC").toLowerCase();
        const judged = judge(written, markup.span.end === word.start, markup);
        return judged === undefined ? [] : [{ markup: markup.span, word, ...judged }];
      });
      return words.length === 0 || findClinging(source).length > 0 ? undefined : words;
    },
  };
}

/** All letters that cling to markup. */
function findClinging(half: Half): { readonly markup: Markup; readonly word: Span }[] {
  const { text } = half;
  return markupOf(half).flatMap((markup) => {
    const { start, end } = markup.span;
    const before = WORD_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_WORD), start))?.[0] ?? "";
    const behind = WORD_BEHIND.exec(text.slice(end, end + LONGEST_WORD))?.[0] ?? "";
    const words = [
      { markup, word: { start: start - before.length, end: start } },
      { markup, word: { start: end, end: end + behind.length } },
    ];
    return words.filter(({ word }) => word.start < word.end);
  });
}

function markupOf(half: Half): Markup[] {
  const { text, tokens } = half;
  const { links, codeSpans } = tokens;
  return [
    ...links
      .filter((link) => isText(text, link))
      .map(({ span, textSpan = span }) => ({ span, content: textAt(text, textSpan), isCode: false })),
    ...codeSpans.map(({ span, content }) => ({ span, content, isCode: true })),
    ...readEmphasis(half)
      .runs.filter(({ contentSpan: { start, end } }) => end - start >= SHORTEST_BOLD)
      .map(({ span, contentSpan }) => ({ span, content: textAt(text, contentSpan), isCode: false })),
  ];
}

/** Whether a link has words of its own: nothing clings to one that readers do not see. */
function isText(text: string, { form, isImage, textSpan }: InlineLink): boolean {
  return form === "inline" && !isImage && textSpan !== undefined && textAt(text, textSpan).trim() !== "";
}
