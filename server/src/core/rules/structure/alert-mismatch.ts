import { quote } from "../../text/quote.ts";
import { almostMarker } from "../../structure/alert-marker.ts";
import {
  type MatchedBlock,
  type StructureComparison,
  whereCompared,
} from "../../structure/compare-structure.ts";
import { findingsOfGaps, firstLineOf } from "../../structure/findings-of-gaps.ts";
import { withLineEndsOf } from "../../structure/insert-english.ts";
import { textAt } from "../../text/span.ts";
import { findIn } from "../find-in.ts";
import { defineRule, type Finding, type Fix, type RuleContext } from "../rule.ts";

/** The site knows five words, in English; with any other, readers see brackets in a grey box. */
export const alertMismatch = defineRule({
  id: "structure/alert-mismatch",
  summary: "A page has the notes, tips and warnings of its English page, and they are of the same kind.",
  severity: "error",
  comparesWithBase: true,
  check: whereCompared(findDifferences),
});

function* findDifferences(context: RuleContext, { matched }: StructureComparison): Iterable<Finding> {
  yield* findingsOfGaps(context, "alert");
  yield* findIn(matched, (pair) => checkAlert(context, pair));
}

function checkAlert({ document }: RuleContext, { source, target }: MatchedBlock): Finding | undefined {
  const english = source.alert;
  const { alert } = target;
  if (english === undefined) {
    if (alert === undefined) return undefined;
    return { span: alert.span, message: `The English page has no alert ${quote(`[!${alert.kind}]`)} here.` };
  }
  const marker = `[!${english.kind}]`;
  if (alert === undefined) return lostAlert(document, target, source, marker);
  if (alert.kind.toUpperCase() === english.kind.toUpperCase()) return undefined;
  return {
    span: alert.span,
    message: `The alert is ${quote(textAt(document.text, alert.span))}, the English one is ${quote(marker)}.`,
    fixes: [
      { title: `Change to \`${marker}\``, edits: [{ span: alert.span, newText: marker }], isPreferred: true },
    ],
  };
}

function lostAlert(
  document: RuleContext["document"],
  target: MatchedBlock["target"],
  source: MatchedBlock["source"],
  marker: string,
): Finding {
  const span = firstLineOf(document, target);
  const fixes = restoreMarker(document, target, source, marker);
  return {
    span,
    message: `The English page has an alert ${quote(marker)} here, this page has none.`,
    ...(fixes.length > 0 && { fixes }),
  };
}

function restoreMarker(
  document: RuleContext["document"],
  target: MatchedBlock["target"],
  source: MatchedBlock["source"],
  marker: string,
): Fix[] {
  if (target.containers.join() !== source.containers.join()) return [];
  const title = `Restore \`${marker}\``;
  const line = firstLineOf(document, target);
  const almost = almostMarker(target);
  if (almost !== undefined) {
    // Inside of side-by-side markup the line is longer than what readers get of it.
    if (textAt(document.text, line).trimEnd() !== almost) return [];
    return [{ title, edits: [{ span: line, newText: marker }], isPreferred: true }];
  }
  const start = target.lines.start + target.prefix.length;
  const isPlain = document.text.startsWith(target.prefix, target.lines.start);
  if (!isPlain) return [];
  const newText = withLineEndsOf(document, `${marker}\n${target.prefix.replace(/[^>\s]/g, " ")}`);
  return [{ title, edits: [{ span: { start, end: start }, newText }], isPreferred: true }];
}
