import { segmentsOutsideCode } from "../../segments/markup-findings.ts";
import { Numbering } from "../../segments/numbering.ts";
import { defineRule } from "../rule.ts";

/** A segment that was moved, or numbered by hand. Gaps are normal: picture texts take numbers without a segment. */
export const idOutOfOrder = defineRule({
  id: "segment/id-out-of-order",
  summary: "The numbers of a page's segments ascend; paragraph segments (`p101`) ascend among themselves.",
  severity: "warning",
  *check({ document }) {
    const numbering = new Numbering(segmentsOutsideCode(document));
    if (numbering.isInOrder) return;
    const seen = new Set<string>();
    for (const { segment, id, isInOrder } of numbering.numbered) {
      const isDuplicate = seen.has(segment.id);
      seen.add(segment.id);
      // Those have rules of their own.
      const isMismatch = segment.sourceId !== "" && segment.sourceId !== segment.id;
      if (isInOrder || isDuplicate || isMismatch || id.prefix !== numbering.prefix) continue;

      yield {
        span: segment.idSpan,
        message: `The id \`${segment.id}\` is out of order: expected a number ${rangeOf(numbering.boundsOf(segment, id.isParagraph))} here.`,
        fixes: numbering.renumber(segment, id.isParagraph, id.prefix),
      };
    }
  },
});

function rangeOf({ above, below }: { above: number | undefined; below: number | undefined }): string {
  if (above === undefined) return `below ${below ?? 0}`;
  return below === undefined ? `above ${above}` : `between ${above} and ${below}`;
}
