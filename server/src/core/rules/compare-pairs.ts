import { comparablePairs, type ComparablePair, type PairContext } from "../compare/comparable-pairs.ts";
import type { Half } from "../compare/half.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Finding } from "./rule.ts";

/**
 * What a rule says of the pairs of a page that differ: `find` compares the halves of every pair, and `report` is asked
 * for the few where that gives something. A fix that would reach over the end of a line in a quote or a list is left
 * out: it would take the markers of the next line with it.
 */
export function* comparePairs<T>(
  context: PairContext,
  find: (target: Half, source: Half) => T | undefined,
  report: (pair: ComparablePair, found: T) => Iterable<Finding>,
): Iterable<Finding> {
  for (const pair of comparablePairs(context)) {
    const found = find(pair.target, pair.source);
    if (found === undefined) continue;
    for (const finding of report(pair, found)) {
      const fixes = finding.fixes?.filter(({ edits }) => edits.every((edit) => isSound(pair, edit)));
      yield fixes === undefined ? finding : { ...finding, fixes };
    }
  }
}

function isSound({ seams }: ComparablePair, { span, newText }: TextEdit): boolean {
  return !newText.includes("\n") && !seams.some((seam) => seam.start < span.end && span.start < seam.end);
}
