import { decodeEntities } from "../../markdown/unescape.ts";
import { firstMatches } from "../../text/first-matches.ts";
import { lazily } from "../../text/lazily.ts";
import { type Span, textAt } from "../../text/span.ts";
import type { Half } from "../pairs/half.ts";
import type { Comparison } from "../pairs/pair-list.ts";
import { BACKSLASH, BRACE, inSource, UNDERSCORE } from "../pairs/traits.ts";

/** A formula in TeX that the translation lacks. */
export interface LostFormula {
  /** As the English writes it. */
  readonly formula: string;
  /** Where the translation has it with blanks that end it. `undefined`: nowhere. */
  readonly torn: Span | undefined;
  /** Whether only blanks tell it from the English: neither words nor a comma would be lost with it. */
  readonly isSame: boolean;
}

/**
 * `$…$`, `$$…$$`, and `\begin{align}` where sentences end inside of one. Inside of single signs there is a blank at both
 * ends or at none: so Markdig reads them, which Learn builds with. Letters and digits outside tell variables, `$HOME`, and
 * money.
 */
const FORMULA = lazily(
  () =>
    /(?<![\\\w$])(?:\$\$[^$]+\$\$|\$[^\s$](?:[^$]*[^\s$])?\$|\$\s[^$]*\s\$)(?![\w{$])|\\(?:begin|end)\{[A-Za-z]+\*?\}/g,
);
/** What tells a formula from words between two signs: a command, an exponent, an index. */
const SIGN = /\\[A-Za-z]{2}|(?<![A-Za-z0-9_])[A-Za-z]['’]?[\^_][A-Za-z0-9{\\]/;
/** One that only others tell from something else. */
const SYMBOL = /^\$[A-Za-z0-9]\$$/;
const BETWEEN_SIGNS = lazily(() => /\$[^$]+\$/g);
/** No sentence has more; each is looked for in the whole translation. */
const MOST_FORMULAS = 50;
const NONE: readonly Span[] = [];
const BLANKS = /\s+/g;
/** Shown as nothing; between words of right-to-left languages they are all right. */
const DIRECTION_MARKS = /[\u061c\u200b\u200e\u200f\u2066-\u2069]/g;
/** Of decimals or of groups of three: each language has its own. */
const SEPARATOR = /(?<=[0-9])(?:[.,]|\{[.,]\}|\\[,;:!]|~)(?=[0-9])/g;
/** Marks of full width, and what stands in a list where a comma is that of decimals; and what English writes. */
const WIDE_MARKS = "，、：；（）＝＋。;";
const NARROW_MARKS = ",,:,()=+.,";
const WIDE_MARK = new RegExp(`[${WIDE_MARKS}]`, "g");
/** What a translation may have in its own language: all of `\text{if }`, and words in `\mathrm{kg}` and `x_{demand}`. */
const TEXT = /\\(text[a-z]{0,6}|[mh]box)\{(?:[^{}]|\{[^{}]*\})*\}/g;
const NAMED = /(\\(?:math(?:rm|it|sf|bf)|operatorname\*?))\{([^{}\\]*)\}/g;
const INDEX = /([_^])\{([^{}\\]*)\}/g;
const WORD = /[A-Za-z]{2}|[^\p{ASCII}]/u;
/** Of the sentence. */
const END_MARK = /[.,](?=\$+$)/;
/** English counts with them, `$i^{th}$`; other languages say it otherwise. */
const ORDINAL = /\^(?:\{|\\[a-z]+\{|\s)*(?:st|nd|rd|th)[}\s]*\$$/;
/** A word between blanks: two dollars in a sentence, be they money or the sign. */
const PROSE = /\s(?:and|for|from|in|is|of|or|per|the|to|with)\s/;
const DISPLAY_SIGN = "$$";
/** Begins or ends a formula on a line of its own, which the segments of its sentences share. */
const DISPLAY = lazily(() => /(?<![\\$])\$\$(?!\$)/g);
const TORN_DISPLAY = lazily(() => /(?<![\\$\w])\$[ \u00a0]\$(?![\w$])/g);
/** With a blank at one end, so that it is no formula. */
const TORN = /^\$(?:\s[^$]*\S|[^\s$][^$]*\s)\$$/;

/**
 * Formulas that the translation tore, lost or translated: `$x_1 $` for `$x_1$` is shown as it is, and so is all that
 * follows `\start{align}` for `\begin{align}`. Machine translation did so in every language, while the names of commands
 * were listed as not to be translated.
 */
export const lostFormulas: Comparison<readonly LostFormula[]> = {
  needs: inSource(BACKSLASH | BRACE | UNDERSCORE),
  mayFind: (_target, _source, _traits, { source }) => mayHoldFormulas(source),
  find: findLostFormulas,
};

/** The formulas of a text, in text order, ordinals among them. */
export function formulasIn(prose: string): readonly Span[] {
  return selectFormulas(prose, isCertain);
}

function selectFormulas(prose: string, isWanted: (formula: string) => boolean): readonly Span[] {
  if (!mayHoldFormulas(prose)) return NONE;
  const found = findFormulas(prose);
  const certain = found.filter((span) => isWanted(textAt(prose, span)));
  if (certain.length === 0) return NONE;
  return found.filter((span) => certain.includes(span) || SYMBOL.test(textAt(prose, span)));
}

function findLostFormulas({ text, prose }: Half, source: Half): readonly LostFormula[] | undefined {
  const expected = selectFormulas(source.prose, isToBeKept).map((span) => textAt(source.prose, span));
  if (expected.length === 0) return undefined;
  const written = findFormulas(prose);
  const keys = written.map((span) => keyOf(textAt(prose, span)));
  const places = firstMatches(prose, BETWEEN_SIGNS(), MOST_FORMULAS)
    .map(({ 0: found, index }) => ({
      key: keyOf(found),
      found,
      span: { start: index, end: index + found.length },
    }))
    .filter(({ span }) => !written.some(({ start }) => start === span.start));
  const kept = new Set(keys);
  const lost = findTornDisplays(prose, source.prose);
  for (const formula of lost.length === 0 ? expected : expected.filter(isInLine)) {
    const key = keyOf(formula);
    if (take(keys, (other) => other === key) !== undefined || standsAsIs(formula, expected, text)) continue;
    const place = take(places, (other) => other.key === key);
    // Languages repeat a variable less, or say "it".
    const isFine = place === undefined ? formula.startsWith("$") && kept.has(key) : !TORN.test(place.found);
    if (isFine) continue;
    const isSame = place?.found.replace(BLANKS, "") === formula.replace(BLANKS, "");
    lost.push({ formula, torn: place?.span, isSame });
  }
  return lost.length === 0 ? undefined : lost;
}

/** `$ $` in place of `$$`, as many as are missing. */
function findTornDisplays(prose: string, english: string): LostFormula[] {
  if (!english.includes(DISPLAY_SIGN)) return [];
  const count = (text: string): number => firstMatches(text, DISPLAY(), MOST_FORMULAS).length;
  const missing = count(english) - count(prose);
  return firstMatches(prose, TORN_DISPLAY(), missing).map(({ 0: { length }, index }) => ({
    formula: DISPLAY_SIGN,
    torn: { start: index, end: index + length },
    isSame: true,
  }));
}

/** The signs of others, where they were torn, are told of by themselves. */
function isInLine(formula: string): boolean {
  return !formula.startsWith(DISPLAY_SIGN);
}

function take<T>(items: T[], isWanted: (item: T) => boolean): T | undefined {
  const nth = items.findIndex(isWanted);
  return nth === -1 ? undefined : items.splice(nth, 1)[0];
}

/** Whether the translation has a formula letter for letter as often as the English, be it in code. */
function standsAsIs(formula: string, expected: readonly string[], text: string): boolean {
  return text.split(formula).length > expected.filter((other) => other === formula).length;
}

function isCertain(formula: string): boolean {
  return SIGN.test(formula) && !PROSE.test(formula.replace(TEXT, ""));
}

function isToBeKept(formula: string): boolean {
  return isCertain(formula) && !ORDINAL.test(formula);
}

function mayHoldFormulas(text: string): boolean {
  return text.includes("$") || text.includes("\\begin{") || text.includes("\\end{");
}

function findFormulas(prose: string): Span[] {
  return firstMatches(prose, FORMULA(), MOST_FORMULAS).map(({ 0: formula, index }) => ({
    start: index,
    end: index + formula.length,
  }));
}

/** TeX leaves blanks out; what stands between digits, marks of full width and words may be those of the language. */
function keyOf(formula: string): string {
  return decodeEntities(formula)
    .replace(BLANKS, "")
    .replace(DIRECTION_MARKS, "")
    .replace(WIDE_MARK, (mark) => NARROW_MARKS.charAt(WIDE_MARKS.indexOf(mark)))
    .replace(TEXT, "\\$1{}")
    .replace(NAMED, withoutWords)
    .replace(INDEX, withoutWords)
    .replace(SEPARATOR, "")
    .replace(END_MARK, "");
}

function withoutWords(whole: string, mark: string, content: string): string {
  return WORD.test(content) ? mark : whole;
}
