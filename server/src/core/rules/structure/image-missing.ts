import { whereCompared } from "../../structure/compare-structure.ts";
import { findingsOfGaps } from "../../structure/findings-of-gaps.ts";
import { lostLinks } from "../../structure/lost-links.ts";
import { defineRule, type Finding, type RuleContext } from "../rule.ts";

/** A picture often is the step that the text around it leaves out. */
export const imageMissing = defineRule({
  id: "structure/image-missing",
  summary: "A page has the images of its English page.",
  severity: "error",
  comparesWithBase: true,
  check: whereCompared(findLost),
});

function* findLost(context: RuleContext): Iterable<Finding> {
  yield* findingsOfGaps(context, "image");
  yield* lostLinks(context, ({ isImage }) => isImage, "image");
}
