import { findInPairs, type ComparablePair, type PairContext } from "../compare/comparable-pairs.ts";
import type { Find } from "../compare/pair-memory.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Finding } from "./rule.ts";

/**
 * What a rule says of the pairs of a page that differ: `find` compares the halves of every pair, and `report` is asked
 * for the few where that gives something. A fix that would reach over the end of a line in a quote or a list is left
 * out: it would take the markers of the next line with it.
 */
export function* comparePairs<T>(
  context: PairContext,
  find: Find<T>,
  report: (pair: ComparablePair, found: T) => Iterable<Finding>,
): Iterable<Finding> {
  for (const [pair, found] of findInPairs(context, find)) {
    for (const finding of report(pair, found)) {
      const fixes = finding.fixes?.filter(({ edits }) => edits.every((edit) => isSound(pair, edit)));
      yield fixes === undefined ? finding : { ...finding, fixes };
    }
  }
}

function isSound({ seams }: ComparablePair, { span, newText }: TextEdit): boolean {
  return !newText.includes("\n") && !seams.some((seam) => seam.start < span.end && span.start < seam.end);
}
