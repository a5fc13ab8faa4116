import { findLoneBrackets, hasPairedQuotes, mayHaveLoneBrackets } from "./brackets.ts";
import { withoutEnumerators } from "./enumerators.ts";
import type { Half } from "../pairs/half.ts";
import type { Comparison } from "../pairs/pair-list.ts";
import { ANGLE, BACKTICK, BRACKET, inTarget, URL } from "../pairs/traits.ts";

/** A bracket without partner. */
interface LoneBracket {
  readonly offset: number;
  readonly character: string;
}

/** `segment/corrupt-markup` reports what a translation tool left in place of `()`, and repairs it. */
const LEFT_BY_TOOL = /^\( # [AB]\d/i;

/**
 * The first bracket or quotation mark of a translation without partner, unless the English has one too, such as `1)` and
 * `:-)`, so that nothing can be told.
 */
export const loneBracket: Comparison<LoneBracket> = {
  needs: inTarget(BRACKET),
  mayFind: (target, _source, traits) =>
    (traits & inTarget(BACKTICK | ANGLE | URL)) !== 0 || mayHaveLoneBrackets(target),
  find: findLoneBracket,
};

function findLoneBracket(target: Half, source: Half): LoneBracket | undefined {
  const { text, prose } = target;
  // Nearly always all of them come in pairs, and the English need not be read.
  if (!mayHaveLoneBrackets(prose)) return undefined;
  if (findLoneBrackets(prose, { quotesOf: text }).length === 0) return undefined;
  // A quotation that goes on in the next sentence is translated as one.
  const options = hasPairedQuotes(source.prose) ? { quotesOf: text } : {};
  const [offset] = findLoneBrackets(withoutEnumerators(prose), options);
  if (offset === undefined || findLoneBrackets(source.prose).length > 0) return undefined;
  if (LEFT_BY_TOOL.test(prose.slice(offset, offset + 6))) return undefined;
  return { offset, character: prose.charAt(offset) };
}
