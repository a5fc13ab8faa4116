import { segmentsOutsideCode } from "../../segments/markup-findings.ts";
import { areIdsRegular, idEdits, Numbering } from "../../segments/numbering.ts";
import { parseSegmentId, type Segment } from "../../segments/segment.ts";
import { findIn } from "../find-in.ts";
import { defineRule, type Fix } from "../rule.ts";

const NEW_PREFIX = "00000";

/** The next handback does not find a segment by an id that it could not have written. */
export const idInvalid = defineRule({
  id: "segment/id-invalid",
  summary:
    "A segment's id is five hexadecimal digits in lower case, a hyphen, and a number of three or four digits.",
  severity: "error",
  check({ document }) {
    if (areIdsRegular(document.segments)) return [];
    const segments = segmentsOutsideCode(document);
    let numbering: Numbering | undefined;
    return findIn(segments, (segment) => {
      // With one good id, the halves differ (`segment/id-mismatch`), or damage took the other (`corrupt-markup`).
      if ((parseSegmentId(segment.id) ?? parseSegmentId(segment.sourceId)) !== undefined) return undefined;
      if (segment.id === "" && segment.sourceId === "") return undefined;

      numbering ??= new Numbering(segments);
      const found = segment.id === "" ? segment.sourceId : segment.id;
      return {
        span: segment.id === "" ? segment.sourceIdSpan : segment.idSpan,
        message: `\`${found}\` is not a segment id: expected five hexadecimal digits in lower case, a hyphen and a number, such as \`45297-103\`.`,
        fixes: fixesFor(numbering, segment, found),
      };
    });
  },
});

function fixesFor(numbering: Numbering, segment: Segment, found: string): Fix[] {
  const lower = found.toLowerCase();
  if (parseSegmentId(lower) !== undefined && numbering.count(lower) === 0) {
    const title = `Change the id to \`${lower}\``;
    return [{ title, edits: idEdits(segment, lower), isPreferred: true, isSafe: true }];
  }
  return numbering.renumber(segment, /-p/i.test(found), numbering.prefix ?? NEW_PREFIX);
}
