import { isBlank } from "../../segments/is-blank.ts";
import { segmentsOutsideCode } from "../../segments/markup-findings.ts";
import { findIn } from "../find-in.ts";
import { defineRule, type Fix } from "../rule.ts";

/** Where a sentence should be, readers find nothing: in all of 651,215 pairs there is something. */
export const emptyTarget = defineRule({
  id: "segment/empty-target",
  summary: "Every segment has a translation.",
  severity: "error",
  check({ document }) {
    if (!document.segments.some(({ target }) => isBlank(target))) return [];
    return findIn(segmentsOutsideCode(document), (segment) => {
      const { id, idSpan, span, target, targetSpan, source } = segment;
      if (!isBlank(target)) return undefined;
      const remove: Fix = {
        title: "Remove the empty segment",
        edits: [{ span, newText: target }],
        isPreferred: true,
      };
      const insert: Fix = {
        title: "Insert the English text",
        edits: [{ span: targetSpan, newText: source }],
      };
      return {
        span: idSpan,
        message: isBlank(source)
          ? `Segment \`${id}\` is empty on both sides.`
          : `Segment \`${id}\` has no translation. Translate its English half.`,
        fixes: isBlank(source) ? [remove] : [insert],
      };
    });
  },
});
