import { firstMatches } from "../../text/first-matches.ts";
import { lazily } from "../../text/lazily.ts";
import type { Half } from "../pairs/half.ts";
import type { SplitName } from "./split-names.ts";

/** `=SUM(`, `=SKYLARK.ADD(`: a formula as it is typed into a cell, and no equation. */
export const FORMULA = /(?<![\w=<>!:)])=[A-Z][A-Z0-9.]*\(/;
const FORMULAS = new RegExp(FORMULA.source, "g");
const WHOLE = lazily(() => /(?<![\w=<>!:)])=\p{Lu}[\p{Lu}\p{M}0-9.]*\(/gu);
/**
 * One that was torn; the function may have the name that it has in another language. Behind a single letter an equation
 * has its brackets: `F = G (x)`.
 */
const TORN = lazily(
  () =>
    /(?<![\w=<>!:)])=(?:[ \u00a0\u202f]\p{Lu}[\p{Lu}\p{M}0-9.]+[ \u00a0\u202f]?|\p{Lu}[\p{Lu}\p{M}0-9.]+[ \u00a0\u202f])\(/gu,
);
const BLANK = /[ \u00a0\u202f]/g;
const NONE: readonly SplitName[] = [];

/**
 * Beginnings of formulas that the translation writes with blanks: what is copied into a cell is to work. Those that it
 * has whole, in code or not, are no longer looked for, and none where the English has an equation of that look.
 */
export function findSplitFormulas({ prose, text }: Half, source: Half): readonly SplitName[] {
  const expected = source.prose.match(FORMULAS)?.length ?? 0;
  if (expected === 0 || !prose.includes("=") || source.prose.search(TORN()) !== -1) return NONE;
  const missing = expected - (text.match(WHOLE())?.length ?? 0);
  return firstMatches(prose, TORN(), missing).map(({ 0: found, index }) => {
    const span = { start: index, end: index + found.length };
    return { expected: found.replace(BLANK, ""), found, span };
  });
}
