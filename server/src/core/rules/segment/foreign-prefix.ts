import { segmentsOutsideCode } from "../../segments/markup-findings.ts";
import {
  areIdsRegular,
  formatId,
  idEdits,
  Numbering,
  type NumberedSegment,
} from "../../segments/numbering.ts";
import { findIn } from "../find-in.ts";
import { defineRule, type Fix } from "../rule.ts";

/** The prefix is new at every handback and the same on the whole page: another one came in from another page. */
export const foreignPrefix = defineRule({
  id: "segment/foreign-prefix",
  summary: "All segments of a page have ids with the same prefix.",
  severity: "warning",
  check({ document }) {
    if (areIdsRegular(document.segments)) return [];
    const numbering = new Numbering(segmentsOutsideCode(document));
    return findIn(numbering.numbered, (each) => {
      const { segment, id } = each;
      // Where the halves differ, `segment/id-mismatch` says which is right.
      if (id.prefix === numbering.prefix || numbering.prefix === undefined || segment.sourceId !== segment.id)
        return undefined;
      return {
        span: segment.idSpan,
        message: `The prefix \`${id.prefix}\` is foreign to this page: expected \`${numbering.prefix}\`, as in its other segments.`,
        fixes: fixesFor(numbering, each, numbering.prefix),
      };
    });
  },
});

function fixesFor(numbering: Numbering, { segment, id }: NumberedSegment, prefix: string): Fix[] {
  const own = formatId(prefix, id.isParagraph, id.number);
  const { above = 0, below = Number.POSITIVE_INFINITY } = numbering.boundsOf(segment, id.isParagraph);
  if (numbering.count(own) === 0 && id.number > above && id.number < below) {
    return [{ title: `Change the id to \`${own}\``, edits: idEdits(segment, own), isPreferred: true }];
  }
  return numbering.renumber(segment, id.isParagraph, prefix);
}
