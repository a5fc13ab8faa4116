import type { Segment } from "../../segments/segment.ts";
import { LOOKUP_TAG } from "../../segments/tags.ts";
import { contains, type Span } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";

/**
 * Code is never translated, so a segment inside it tells of a fence that starts or ends at the wrong place. In 235 of
 * 651,215 pairs that is so, always for this reason; the English page has the same defect.
 */
export const insideCode = defineRule({
  id: "segment/inside-code",
  summary: "No segment stands inside code.",
  severity: "warning",
  *check({ document: { segments, structure } }) {
    // Indented code that begins with a segment begins, on the page, with its translation.
    for (const { span } of structure.codeBlocks) {
      const inside = segmentsIn(segments, span, "targetSpan");
      if (inside.length > 0) yield report(inside, "a code block");
    }
    for (const { span } of structure.codeSpans) {
      if (span.end - span.start < LEAST_PAIR) continue;
      const inside = segmentsIn(segments, span, "span");
      if (inside.length > 0) yield report(inside, "inline code");
    }
  },
});

/** No pair is shorter, however damaged, than one of the tags that it has. */
const LEAST_PAIR = LOOKUP_TAG.length;

/** `inside` has at least one. */
function report(inside: readonly Segment[], kind: string): Finding {
  const first = inside[0] as Segment;
  const more = inside.length === 1 ? "" : ` and ${inside.length - 1} more`;
  return {
    span: first.idSpan,
    message: `Segment \`${first.id}\`${more} in ${kind}: readers of this page see the markup as text. Check where the code starts and ends.`,
    fixes: [
      {
        title: "Remove the markup and keep the translation",
        edits: inside.map(({ span, target }) => ({ span, newText: target })),
      },
    ],
  };
}

/** The segments whose `part` lies in a place. Binary search for the first, then on from there. */
function segmentsIn(segments: readonly Segment[], place: Span, part: "span" | "targetSpan"): Segment[] {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle] as Segment)[part].start < place.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < segments.length && contains(place, (segments[end] as Segment)[part])) end += 1;
  return segments.slice(low, end);
}
