import { findLoneBrackets, hasPairedQuotes } from "../../compare/brackets.ts";
import { toPageSpan } from "../../compare/comparable-pairs.ts";
import { withoutEnumerators } from "../../compare/enumerators.ts";
import { quote } from "../../text/quote.ts";
import { comparePairs } from "../compare-pairs.ts";
import { defineRule } from "../rule.ts";

/** Where a bracket is gone, a word or a link mostly went with it. */
export const bracketImbalance = defineRule({
  id: "segment/bracket-imbalance",
  summary: "Brackets of a translation come in pairs where those of its English do.",
  severity: "warning",
  check: (context) =>
    comparePairs(context, function* (pair) {
      const { prose, text } = pair.target;
      const source = pair.source.prose;
      // A quotation that goes on in the next sentence is translated as one.
      const options = hasPairedQuotes(source) ? { quotesOf: text } : {};
      if (findLoneBrackets(prose, options).length === 0) return;
      const [lone] = findLoneBrackets(withoutEnumerators(prose), options);
      // `1)` and `:-)` need no partner: where the English has such, nothing can be told.
      if (lone === undefined || findLoneBrackets(source).length > 0) return;
      yield {
        span: toPageSpan(pair, { start: lone.offset, end: lone.offset + 1 }),
        message: `${quote(lone.character)} has no partner in the translation, while the English closes all that it opens.`,
      };
    }),
});
