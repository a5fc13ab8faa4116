import { segmentsOutsideCode } from "../../segments/markup-findings.ts";
import { areIdsRegular, Numbering } from "../../segments/numbering.ts";
import type { Segment } from "../../segments/segment.ts";
import { findIn } from "../find-in.ts";
import { defineRule } from "../rule.ts";

/** Mostly a pair that was copied. The next handback gives both the same translation. */
export const duplicateId = defineRule({
  id: "segment/duplicate-id",
  summary: "No two segments of a page have the same id.",
  severity: "error",
  check({ document }) {
    if (areIdsRegular(document.segments)) return [];
    const numbering = new Numbering(segmentsOutsideCode(document));
    if (numbering.isUnique) return [];
    const firsts = new Map<string, Segment>();
    return findIn(numbering.numbered, ({ segment, id }) => {
      const first = firsts.get(segment.id);
      if (first === undefined) {
        firsts.set(segment.id, segment);
        return undefined;
      }
      // With another id in its English half, `segment/id-mismatch` says which is right.
      if (segment.sourceId !== "" && segment.sourceId !== segment.id) return undefined;
      return {
        span: segment.idSpan,
        message: `Another segment of this page has the id \`${segment.id}\` already. Give this one its own.`,
        fixes: numbering.renumber(segment, id.isParagraph, numbering.prefix ?? id.prefix),
        related: [{ span: first.idSpan, message: "The first segment with this id." }],
      };
    });
  },
});
