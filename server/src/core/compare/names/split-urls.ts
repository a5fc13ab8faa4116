import { firstMatches } from "../../text/first-matches.ts";
import type { Half } from "../pairs/half.ts";
import type { SplitName } from "./split-names.ts";

const BLANK = /[ \u00a0\u202f]/g;
const NONE: readonly SplitName[] = [];
/** The beginning of a URL, whose first slash may be escaped so that it is no link. */
export const SCHEME = /https?:\\?\/\\?\//i;
/** One with a blank somewhere, or with the full-width colon of Chinese and Japanese. */
const TORN_SCHEME =
  /https?(?:(?:[ \u00a0\u202f][:：]|：|:(?=[ \u00a0\u202f]))[ \u00a0\u202f]?\\?\/[ \u00a0\u202f]?\\?\/|:\\?\/[ \u00a0\u202f]\\?\/)/gi;
const MOST_URLS = 50;

/**
 * Beginnings of URLs that the translation writes with blanks or a full-width colon, as in `https: \/ /contoso.com`, unless
 * the English has one, too.
 */
export function findSplitUrls({ prose }: Half, { text }: Half): readonly SplitName[] {
  if (!SCHEME.test(text) || text.search(TORN_SCHEME) !== -1) return NONE;
  return firstMatches(prose, TORN_SCHEME, MOST_URLS).map(({ 0: found, index }) => {
    const span = { start: index, end: index + found.length };
    return { expected: found.replace(BLANK, "").replace("：", ":"), found, span };
  });
}
