import { clingingWordsIn } from "../../compare/wording/clinging-words.ts";
import { toPageSpan } from "../../compare/pairs/comparable-pairs.ts";
import { findEntry } from "../../front-matter/front-matter.ts";
import { quote } from "../../text/quote.ts";
import { textAt } from "../../text/span.ts";
import { comparePairs } from "../compare-pairs.ts";
import { defineRule } from "../rule.ts";

/** Readers see `Optionsund` of `**Options**und`. */
export const blankMissing = defineRule({
  id: "segment/blank-missing",
  summary: "A blank stands between bold text, code or a link of a translation and the next word.",
  severity: "warning",
  check(context) {
    const locale = findEntry(context.document.frontMatter, "ms.contentlocale")?.value;
    if (typeof locale !== "string") return [];
    const clingingWords = clingingWordsIn(locale);
    if (clingingWords === undefined) return [];
    return comparePairs(context, clingingWords, function* (pair, words) {
      for (const { markup, word, isCertain } of words) {
        const isBehind = markup.end === word.start;
        const at = isBehind ? markup.end : markup.start;
        const [written, clinging] = [textAt(pair.target.text, markup), textAt(pair.target.text, word)];
        const [first, second] = isBehind ? [written, clinging] : [clinging, written];
        yield {
          span: toPageSpan(pair, word),
          message: `There is no blank between ${quote(first)} and ${quote(second)}.`,
          fixes: [
            {
              title: "Insert a blank",
              edits: [{ span: toPageSpan(pair, { start: at, end: at }), newText: " " }],
              isPreferred: isCertain,
            },
          ],
        };
      }
    });
  },
});
