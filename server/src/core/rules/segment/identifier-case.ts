import { toPageSpan } from "../../compare/comparable-pairs.ts";
import { miscasedNames } from "../../compare/identifiers.ts";
import { quote } from "../../text/quote.ts";
import { comparePairs } from "../compare-pairs.ts";
import { defineRule } from "../rule.ts";

/** A product or a class has one spelling; readers search for it, and compilers insist on it. */
export const identifierCase = defineRule({
  id: "segment/identifier-case",
  summary: "A translation writes names in Latin letters with the capitals of its English.",
  severity: "hint",
  check: (context) =>
    comparePairs(context, miscasedNames, function* (pair, names) {
      for (const { expected, found, spans } of names) {
        const places = spans.map((span) => toPageSpan(pair, span));
        const edits = places.map((span) => ({ span, newText: expected }));
        yield {
          span: places[0] ?? pair.span,
          message: `The English writes ${quote(expected)}, not ${quote(found)}.`,
          fixes: [{ title: `Write ${quote(expected)}`, edits, isPreferred: true }],
        };
      }
    }),
});
