import { whereCompared } from "../../structure/compare-structure.ts";
import { findingsOfGaps } from "../../structure/findings-of-gaps.ts";
import { isEmbedded } from "../../structure/landmarks.ts";
import { lostLinks } from "../../structure/lost-links.ts";
import { defineRule, type Finding, type RuleContext } from "../rule.ts";

/** What is included is a part of the page, although it stands in another file. */
export const includeMissing = defineRule({
  id: "structure/include-missing",
  summary: "A page includes the files and videos that its English page includes.",
  severity: "error",
  comparesWithBase: true,
  check: whereCompared(findLost),
});

function* findLost(context: RuleContext): Iterable<Finding> {
  yield* findingsOfGaps(context, "include");
  yield* lostLinks(context, isEmbedded, "include");
}
