import { compareSegments } from "../../freshness/compare-segments.ts";
import { segmentsOutsideCode } from "../../segments/markup-findings.ts";
import { areIdsRegular, Numbering } from "../../segments/numbering.ts";
import { findIn } from "../find-in.ts";
import { defineRule, type RuleContext } from "../rule.ts";

/**
 * A segment that was moved, or numbered by hand. Gaps are normal: picture texts take numbers without a segment. Where
 * English itself has the segments in the order of the page, it was English that moved them: measured on pages that were
 * brought up to a later English, whose segments keep their ids.
 */
export const idOutOfOrder = defineRule({
  id: "segment/id-out-of-order",
  summary: "The numbers of a page's segments ascend; paragraph segments (`p101`) ascend among themselves.",
  severity: "warning",
  check(context) {
    const { document } = context;
    if (areIdsRegular(document.segments)) return [];
    const numbering = new Numbering(segmentsOutsideCode(document));
    if (numbering.numbered.every(({ isInOrder }) => isInOrder) || isOrderOfEnglish(context)) return [];
    const seen = new Set<string>();
    return findIn(numbering.numbered, ({ segment, id, isInOrder }) => {
      const isDuplicate = seen.has(segment.id);
      seen.add(segment.id);
      // Those have rules of their own.
      const isMismatch = segment.sourceId !== "" && segment.sourceId !== segment.id;
      if (isInOrder || isDuplicate || isMismatch || id.prefix !== numbering.prefix) return undefined;

      return {
        span: segment.idSpan,
        message: `The id \`${segment.id}\` is out of order: expected a number ${rangeOf(numbering.boundsOf(segment, id.isParagraph))} here.`,
        fixes: numbering.renumber(segment, id.isParagraph, id.prefix),
      };
    });
  },
});

/** Whether an English page, as it is now or as it was, has the page's segments in their order. */
function isOrderOfEnglish({ document, sources }: RuleContext): boolean {
  const halves = document.segments.map(({ source }) => source);
  return [sources.current, sources.base].some((english) => {
    // The page's own halves are in its order, whatever that is.
    if (english === undefined || english.origin === "english-halves") return false;
    return compareSegments(halves, english.document).verdicts.every(({ state }) => state !== "moved");
  });
}

function rangeOf({ above, below }: { above: number | undefined; below: number | undefined }): string {
  if (above === undefined) return `below ${below ?? 0}`;
  return below === undefined ? `above ${above}` : `between ${above} and ${below}`;
}
