import { segmentsOutsideCode } from "../../segments/markup-findings.ts";
import { areIdsRegular, Numbering } from "../../segments/numbering.ts";
import { parseSegmentId, type Segment } from "../../segments/segment.ts";
import { findIn } from "../find-in.ts";
import { defineRule } from "../rule.ts";

/** Tools pair the halves by their ids: in all of 651,215 pairs they are the same. */
export const idMismatch = defineRule({
  id: "segment/id-mismatch",
  summary: "Both halves of a segment have the same id.",
  severity: "error",
  check({ document }) {
    if (areIdsRegular(document.segments)) return [];
    const segments = segmentsOutsideCode(document);
    const numbering = new Numbering(segments);
    return findIn(segments, (segment) => {
      const { id, idSpan, sourceId, sourceIdSpan } = segment;
      // An id that damage took away is put back with the markup.
      if (id === sourceId || id === "" || sourceId === "") return undefined;

      const targetRank = rank(numbering, segment, id, 1);
      const sourceRank = rank(numbering, segment, sourceId, 0);
      const isTargetBetter = targetRank >= sourceRank;
      const useTarget = {
        title: `Use the translation's id \`${id}\``,
        edits: [{ span: sourceIdSpan, newText: id }],
      };
      const useSource = {
        title: `Use the English id \`${sourceId}\``,
        edits: [{ span: idSpan, newText: sourceId }],
      };
      const [best, other] = isTargetBetter ? [useTarget, useSource] : [useSource, useTarget];
      const isOtherAnId = Math.min(targetRank, sourceRank) > 0;
      return {
        span: isTargetBetter ? sourceIdSpan : idSpan,
        message: `The translation has the id \`${id}\`, its English half \`${sourceId}\`: both need the same.`,
        fixes: [
          { ...best, isPreferred: true, isSafe: targetRank !== sourceRank },
          ...(isOtherAnId ? [other] : []),
        ],
      };
    });
  },
});

/** How well an id suits a segment; `uses` is how often the page may have it in its translations. */
function rank(numbering: Numbering, segment: Segment, text: string, uses: number): number {
  const id = parseSegmentId(text);
  if (id === undefined) return 0;
  const { above = 0, below = Number.POSITIVE_INFINITY } = numbering.boundsOf(segment, id.isParagraph);
  const isUnique = numbering.count(text) <= uses;
  const isOwn = id.prefix === numbering.prefix;
  return 1 + (isOwn ? 4 : 0) + (isUnique ? 2 : 0) + (id.number > above && id.number < below ? 1 : 0);
}
