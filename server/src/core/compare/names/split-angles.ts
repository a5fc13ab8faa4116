import { firstMatches } from "../../text/first-matches.ts";
import type { Half } from "../pairs/half.ts";
import type { SplitName } from "./split-names.ts";

const NONE: readonly SplitName[] = [];
/** `\<uri>`, `&lt;uri&gt;`. */
export const ANGLED = /(?:\\<|&lt;)[A-Za-z]/;
const WHOLE = /(?:\\<|&lt;)[^\s<>&@][^<>&@\n]{0,60}?(?:\\?>|&gt;)/g;
/** With blanks inside of one of its signs or both. */
const TORN =
  /(?:\\<|&lt;)(?:[ \u00a0]+[^\s<>&@](?:[^<>&@\n]{0,60}?[^\s<>&@])?[ \u00a0]*|[^\s<>&@](?:[^<>&@\n]{0,60}?[^\s<>&@])?[ \u00a0]+)(?:\\?>|&gt;)/g;
const BLANKS = /^(\\<|&lt;)[ \u00a0]+|[ \u00a0]+(\\?>|&gt;)$/g;
const BLANK_INSIDE = /\s(?:\\?>|&gt;)$/;
const COMPARISON = /(?:\\<|&lt;)\s/;
const MOST_NAMES = 50;

/**
 * Placeholders and names of elements that machine translation put blanks into, `\<uri >`, whatever language they are in.
 * Where the English has signs of comparison, too, nobody can tell.
 */
export function findSplitAngles(target: Half, source: Half): readonly SplitName[] {
  const torn = firstMatches(target.prose, TORN, MOST_NAMES);
  if (torn.length === 0) return NONE;
  const expected = wholeNames(source);
  const areMore = expected.length < torn.length + wholeNames(target).filter(isWhole).length;
  if (areMore || !expected.every(isWhole) || COMPARISON.test(source.prose)) return NONE;
  return torn.map(({ 0: found, index }) => ({
    expected: found.replace(BLANKS, "$1$2"),
    found,
    span: { start: index, end: index + found.length },
  }));
}

function wholeNames({ prose }: Half): string[] {
  return firstMatches(prose, WHOLE, MOST_NAMES).map(([name]) => name);
}

function isWhole(name: string): boolean {
  return !BLANK_INSIDE.test(name);
}
