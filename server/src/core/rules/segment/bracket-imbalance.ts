import { toPageSpan } from "../../compare/comparable-pairs.ts";
import { loneBracket } from "../../compare/lone-bracket.ts";
import { quote } from "../../text/quote.ts";
import { comparePairs } from "../compare-pairs.ts";
import { defineRule } from "../rule.ts";

/** Where a bracket is gone, a word or a link mostly went with it. */
export const bracketImbalance = defineRule({
  id: "segment/bracket-imbalance",
  summary: "Brackets of a translation come in pairs where those of its English do.",
  severity: "warning",
  check: (context) =>
    comparePairs(context, loneBracket, function* (pair, { offset, character }) {
      yield {
        span: toPageSpan(pair, { start: offset, end: offset + 1 }),
        message: `${quote(character)} has no partner in the translation, while the English closes all that it opens.`,
      };
    }),
});
