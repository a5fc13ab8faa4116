import { isAboutCmdlets, lostCmdlets } from "../../compare/names/cmdlet-names.ts";
import { type ComparablePair, toPageSpan } from "../../compare/pairs/comparable-pairs.ts";
import { type MiscasedName, miscasedNames } from "../../compare/names/identifiers.ts";
import { type LostName, lostNames } from "../../compare/names/underscored-names.ts";
import { quote, quoteAll } from "../../text/quote.ts";
import { findAt, textAt } from "../../text/span.ts";
import { comparePairs } from "../compare-pairs.ts";
import { inTurn } from "../in-turn.ts";
import { defineRule, type Finding, type RuleContext } from "../rule.ts";

/** A product or a class has one spelling; readers search for it, and compilers insist on it. */
export const identifierCase = defineRule({
  id: "segment/identifier-case",
  summary: "A translation writes names in Latin letters as its English does, with the same capitals.",
  severity: "hint",
  check: (context) =>
    inTurn(
      comparePairs(context, miscasedNames, reportMiscased),
      comparePairs(context, lostNames, reportLost),
      isAboutCmdlets(context.path, context.document) ? lostCmdletsIn(context) : [],
    ),
});

function lostCmdletsIn(context: RuleContext): Iterable<Finding> {
  const { headings } = context.document.structure;
  return comparePairs(context, lostCmdlets, (pair, names) => {
    // In a list or a table, `-Required` may be a word with a dash in front.
    const isHeading = findAt(headings, pair.span.start, ({ span }) => span) !== undefined;
    return reportLost(pair, isHeading ? names : names.filter(({ name }) => !name.startsWith("-")));
  });
}

function* reportMiscased(pair: ComparablePair, names: readonly MiscasedName[]): Iterable<Finding> {
  for (const { expected, found, spans } of names) {
    const places = spans.map((span) => toPageSpan(pair, span));
    const edits = places.map((span) => ({ span, newText: expected }));
    yield {
      span: places[0] ?? pair.span,
      message: `The English writes ${quote(expected)}, not ${quote(found)}.`,
      fixes: [{ title: `Write ${quote(expected)}`, edits, isPreferred: true }],
    };
  }
}

/** What stands nowhere has no place of its own, and one finding will do. */
function* reportLost(pair: ComparablePair, names: readonly LostName[]): Iterable<Finding> {
  const gone: string[] = [];
  for (const { name, span } of names) {
    if (span === undefined) {
      gone.push(name);
      continue;
    }
    const place = toPageSpan(pair, span);
    const newText = name.replaceAll("_", textAt(pair.target.text, span).includes("\\_") ? "\\_" : "_");
    yield {
      span: place,
      message: `The English writes ${quote(name)}, not ${quote(textAt(pair.target.text, span))}.`,
      fixes: [{ title: `Write ${quote(name)}`, edits: [{ span: place, newText }], isPreferred: true }],
    };
  }
  if (gone.length === 0) return;
  const message = `${quoteAll(gone)} of the English ${gone.length > 1 ? "are" : "is"} missing in the translation.`;
  yield { span: pair.span, message };
}
