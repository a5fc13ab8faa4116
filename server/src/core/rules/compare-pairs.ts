import { findInPairs, type ComparablePair, type PairContext } from "../compare/pairs/comparable-pairs.ts";
import type { Comparison } from "../compare/pairs/pair-list.ts";
import type { Match } from "../compare/pairs/pair-memory.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Finding } from "./rule.ts";

/**
 * What a rule says of the pairs of a page that differ: a comparison looks at the halves of every pair, and `report` is
 * asked for the few where that finds something. A fix that would reach over the end of a line in a quote or a list is
 * left out: it would take the markers of the next line with it.
 */
export function comparePairs<T>(
  context: PairContext,
  comparison: Comparison<T>,
  report: (pair: ComparablePair, found: T) => Iterable<Finding>,
): Iterable<Finding> {
  const matches = findInPairs(context, comparison);
  return matches.length === 0 ? [] : reportAll(matches, report);
}

function* reportAll<T>(
  matches: readonly Match<ComparablePair, T>[],
  report: (pair: ComparablePair, found: T) => Iterable<Finding>,
): Iterable<Finding> {
  for (const [pair, found] of matches) {
    for (const finding of report(pair, found)) {
      const fixes = finding.fixes?.filter(({ edits }) => edits.every((edit) => isSound(pair, edit)));
      yield fixes === undefined ? finding : { ...finding, fixes };
    }
  }
}

function isSound({ seams }: ComparablePair, { span, newText }: TextEdit): boolean {
  return !newText.includes("\n") && !seams.some((seam) => seam.start < span.end && span.start < seam.end);
}
