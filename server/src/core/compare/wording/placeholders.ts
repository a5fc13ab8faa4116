import { firstMatches } from "../../text/first-matches.ts";
import { contains, type Span } from "../../text/span.ts";
import { findLostAngles, findReplacedAngles } from "./angled-placeholders.ts";
import { formulasIn } from "./formulas.ts";
import type { Half } from "../pairs/half.ts";
import type { Comparison } from "../pairs/pair-list.ts";
import { AMPERSAND, ANGLE, BRACE, inSource } from "../pairs/traits.ts";

/** Something in running text that a program or the reader replaces by a value. */
export interface Placeholder {
  readonly span: Span;
  /** Escapes undone: `{name}`, `{{name}}`, `%s`, `%1$d`, `%PATH%`, `<tenant>`. */
  readonly name: string;
}

const MAY_HOLD_PLACEHOLDERS = /[{%]/;
const ESCAPED = /\\([\\{}%_<>$*-])/g;
/** No sentence has more; each is looked for in the whole other half. */
const MOST_LOOKED_FOR = 200;
/** Of a formula: `\operatorname`. */
const LONGEST_COMMAND = 30;
/** `100%s` and `50 %d'une` are percentages. */
const FIGURE_BEFORE = /[\d\p{L}%]$|\d[ \u00a0\u202f]$/u;
// What stands in braces has to look like a name: `{ prose }` is prose.
const LIKE_PLACEHOLDER = /[$＄]?\\?[{｛]{1,2}[^{}｛｝]{1,60}[}｝]{1,2}/g;
const PATTERN = new RegExp(
  [
    String.raw`\\?\{\\?\{[ ]?[A-Za-z_$](?:[\w.:$-]|\\_)*[ ]?\\?\}\\?\}`,
    String.raw`\$?\\?\{(?:[A-Za-z_$](?:[\w.:$-]|\\_)*|\d+(?::\w+)?)\\?\}`,
    String.raw`%[A-Za-z_][A-Za-z0-9_]+%`,
    String.raw`%(?:\d+\$)?(?:\.\d+)?[sdifux@](?![A-Za-z0-9_%])`,
  ].join("|"),
  "g",
);

/**
 * Placeholders of the English that the translation lacks, in text order. They are looked for letter by letter, wherever
 * the translation has put them: into code, between Chinese letters, twice.
 */
export const lostPlaceholders: Comparison<readonly Placeholder[]> = {
  needs: inSource(BRACE | ANGLE | AMPERSAND),
  find: findLostPlaceholders,
};

function findLostPlaceholders(target: Half, source: Half): Placeholder[] | undefined {
  const lost = [...findLostNames(target, source), ...findLostAngles(target, source, MOST_LOOKED_FOR)];
  return lost.length === 0 ? undefined : lost.sort((a, b) => a.span.start - b.span.start);
}

function findLostNames(target: Half, source: Half): Placeholder[] {
  const expected = findPlaceholders(source);
  if (expected.length === 0) return [];
  const written = unescape(target.text);
  const seen = new Map<string, number>();
  return expected.filter(({ name }) => {
    const from = seen.get(name) ?? 0;
    const at = from === -1 ? -1 : written.indexOf(name, from);
    seen.set(name, at === -1 ? -1 : at + name.length);
    return at === -1;
  });
}

/** Placeholders in the prose of a half, in text order, as many as are looked for; code is compared as code. */
function findPlaceholders({ text, prose }: Half): Placeholder[] {
  const found: Placeholder[] = [];
  if (!MAY_HOLD_PLACEHOLDERS.test(text)) return found;
  const formulas = formulasIn(prose);
  for (const { 0: written, index } of prose.matchAll(PATTERN)) {
    if (found.length === MOST_LOOKED_FOR) break;
    if (written.startsWith("%") && FIGURE_BEFORE.test(prose.slice(Math.max(0, index - 2), index))) continue;
    const span = { start: index, end: index + written.length };
    if (formulas.length > 0 && isOfFormula(prose, span, formulas)) continue;
    found.push({ span, name: unescape(written).replace(/\s/g, "") });
  }
  return found;
}

/** Whether a pair of braces holds together a part of a formula, as in `$x_{1}$` and `\ket{0}`. */
function isOfFormula(prose: string, span: Span, formulas: readonly Span[]): boolean {
  return (
    formulas.some((formula) => contains(formula, span)) ||
    /(?:\\[A-Za-z]+|[\^_])$/.test(prose.slice(Math.max(0, span.start - LONGEST_COMMAND), span.start))
  );
}

function unescape(text: string): string {
  return text.replace(ESCAPED, "$1");
}

/**
 * What stands in braces or between `<>` in the translation and not in the English: a placeholder that was translated,
 * most likely. In text order, those in braces first.
 */
export function findReplaced(target: Half, source: Half): Placeholder[] {
  const english = unescape(source.text);
  const braces = firstMatches(target.prose, LIKE_PLACEHOLDER, MOST_LOOKED_FOR)
    // What prose has blanks for, code or the target of a link, would be lost with what is replaced.
    .filter(({ 0: written, index }) => target.text.startsWith(written, index))
    .map(({ 0: written, index }) => ({
      span: { start: index, end: index + written.length },
      name: unescape(written),
    }))
    .filter(({ name }) => !english.includes(name));
  return [...braces, ...findReplacedAngles(target, source, MOST_LOOKED_FOR)];
}

/** For each lost placeholder the one that stands in its place: `${` for `${` first, then any in braces. */
export function matchReplaced(
  lost: readonly Placeholder[],
  replaced: readonly Placeholder[],
): (Placeholder | undefined)[] {
  const left = [...replaced];
  const take = (isOfKind: (candidate: Placeholder) => boolean): Placeholder | undefined => {
    const nth = left.findIndex(isOfKind);
    return nth === -1 ? undefined : left.splice(nth, 1)[0];
  };
  const alike = lost.map(({ name }) => take((candidate) => kindOf(candidate.name) === kindOf(name)));
  return lost.map(({ name }, nth) => alike[nth] ?? take((other) => isAngled(other.name) === isAngled(name)));
}

/** `{`, `{{`, `${` or `<`. */
function kindOf(name: string): string {
  return isAngled(name) ? "<" : (/^(?:\$\{|\{+)/.exec(name.normalize("NFKC"))?.[0] ?? name.charAt(0));
}

function isAngled(name: string): boolean {
  return /^[<‹]/.test(name);
}
