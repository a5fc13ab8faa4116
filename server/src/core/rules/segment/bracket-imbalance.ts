import { toPageSpan } from "../../compare/pairs/comparable-pairs.ts";
import { crossingLinks } from "../../compare/markup/crossing-links.ts";
import { emptyBrackets } from "../../compare/wording/empty-brackets.ts";
import { loneBracket } from "../../compare/wording/lone-bracket.ts";
import { quote } from "../../text/quote.ts";
import { textAt } from "../../text/span.ts";
import { comparePairs } from "../compare-pairs.ts";
import { inTurn } from "../in-turn.ts";
import { defineRule } from "../rule.ts";

/** Where a bracket is gone, a word or a link mostly went with it. */
export const bracketImbalance = defineRule({
  id: "segment/bracket-imbalance",
  summary:
    "Brackets of a translation come in pairs, hold something where those of its English do, and no link covers only one of two.",
  severity: "warning",
  check: (context) =>
    inTurn(
      comparePairs(context, loneBracket, function* (pair, { offset, character }) {
        yield {
          span: toPageSpan(pair, { start: offset, end: offset + 1 }),
          message: `${quote(character)} has no partner in the translation, while the English closes all that it opens.`,
        };
      }),
      comparePairs(context, emptyBrackets, function* (pair, span) {
        yield {
          span: toPageSpan(pair, span),
          message: `Nothing stands in ${quote(textAt(pair.target.text, span))}, while all brackets of the English hold something.`,
        };
      }),
      comparePairs(context, crossingLinks, function* (pair, span) {
        yield {
          span: toPageSpan(pair, span),
          message: `The link ${quote(textAt(pair.target.text, span))} covers only one of two brackets or quotation marks. Put both inside or both outside.`,
        };
      }),
    ),
});
