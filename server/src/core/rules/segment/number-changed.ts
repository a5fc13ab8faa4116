import { type CommaVersion, commaVersions } from "../../compare/wording/comma-versions.ts";
import { type ComparablePair, toPageSpan } from "../../compare/pairs/comparable-pairs.ts";
import { type FoundNumber, numberDifference } from "../../compare/wording/numbers.ts";
import { quote } from "../../text/quote.ts";
import { comparePairs } from "../compare-pairs.ts";
import { inTurn } from "../in-turn.ts";
import { defineRule, type Finding } from "../rule.ts";

/** A wrong version or limit is read as a fact. */
export const numberChanged = defineRule({
  id: "segment/number-changed",
  summary: "A translation has the numbers of its English.",
  severity: "hint",
  check: (context) =>
    inTurn(
      comparePairs(context, numberDifference, function* (pair, { lost, added }) {
        for (const [nth, number] of lost.entries()) yield report(pair, number, added[nth], lost.length === 1);
      }),
      comparePairs(context, commaVersions, reportVersions),
    ),
});

function* reportVersions(pair: ComparablePair, versions: readonly CommaVersion[]): Iterable<Finding> {
  for (const { expected, found, span, isCertain } of versions) {
    const place = toPageSpan(pair, span);
    yield {
      span: place,
      message: `${quote(found)} is a version, which the English writes ${quote(expected)}.`,
      fixes: [
        {
          title: `Write ${quote(expected)}`,
          edits: [{ span: place, newText: expected }],
          ...(isCertain && { isPreferred: true }),
        },
      ],
    };
  }
}

function report(
  pair: ComparablePair,
  { digits }: FoundNumber,
  other: FoundNumber | undefined,
  isOnly: boolean,
): Finding {
  if (other === undefined) {
    return {
      span: pair.span,
      message: `Number ${quote(digits)} of the English is missing in the translation.`,
    };
  }
  const span = toPageSpan(pair, other.span);
  return {
    span,
    message: `Number ${quote(other.digits)} is not in the English, which has ${quote(digits)}.`,
    ...(isOnly && {
      fixes: [{ title: `Use the English ${quote(digits)}`, edits: [{ span, newText: digits }] }],
    }),
  };
}
