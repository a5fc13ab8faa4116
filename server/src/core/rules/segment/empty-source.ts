import { isBlank } from "../../segments/is-blank.ts";
import { segmentsOutsideCode } from "../../segments/markup-findings.ts";
import { findIn } from "../find-in.ts";
import { defineRule } from "../rule.ts";

/** Without the English nobody can tell what the translation is of, nor when it is out of date. */
export const emptySource = defineRule({
  id: "segment/empty-source",
  summary: "Every segment has its English text.",
  severity: "error",
  check({ document }) {
    if (!document.segments.some(({ source }) => isBlank(source))) return [];
    return findIn(segmentsOutsideCode(document), ({ id, sourceId, sourceIdSpan, span, target, source }) => {
      // Empty on both sides is one defect, and `segment/empty-target` reports it.
      if (!isBlank(source) || isBlank(target)) return undefined;
      return {
        span: sourceIdSpan,
        message: `The English half of segment \`${sourceId === "" ? id : sourceId}\` is empty. Put the English text back, or remove the markup.`,
        fixes: [{ title: "Remove the markup and keep the translation", edits: [{ span, newText: target }] }],
      };
    });
  },
});
