import { comparablePairs, type ComparablePair, type PairContext } from "../compare/comparable-pairs.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Finding } from "./rule.ts";

/**
 * What `compare` finds in the pairs of a page that differ. A fix that would reach over the end of a line in a quote or a
 * list is left out: it would take the markers of the next line with it.
 */
export function* comparePairs(
  context: PairContext,
  compare: (pair: ComparablePair) => Iterable<Finding>,
): Iterable<Finding> {
  for (const pair of comparablePairs(context)) {
    for (const finding of compare(pair)) {
      const fixes = finding.fixes?.filter(({ edits }) => edits.every((edit) => isSound(pair, edit)));
      yield fixes === undefined ? finding : { ...finding, fixes };
    }
  }
}

function isSound({ seams }: ComparablePair, { span, newText }: TextEdit): boolean {
  return !newText.includes("\n") && !seams.some((seam) => seam.start < span.end && span.start < seam.end);
}
