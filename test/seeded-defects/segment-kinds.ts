import type { Segment } from "../../server/src/core/segments/segment.ts";
import { lineAt } from "../../server/src/core/text/lines.ts";
import { type Kind, replace, segmentKind } from "./kind.ts";

const END = "</span>".length;

export const segmentKinds: readonly Kind[] = [
  segmentKind("segment: end tag of the translation deleted", ({ targetSpan: { end } }) => [
    replace(end, end + END, ""),
  ]),
  segmentKind("segment: end tag of the English deleted", ({ span: { end } }) => [
    replace(end - END, end, ""),
  ]),
  segmentKind("segment: start tag of the translation deleted", ({ span, targetSpan }) => [
    replace(span.start, targetSpan.start, ""),
  ]),
  segmentKind("segment: start tag of the English deleted", ({ sourceSpan: { start } }, { document }) => [
    replace(document.text.lastIndexOf("<", start - 1), start, ""),
  ]),
  segmentKind("segment: lookup tag deleted", ({ targetSpan, sourceSpan }, { document }) => [
    replace(targetSpan.end + END, document.text.lastIndexOf("<", sourceSpan.start - 1), ""),
  ]),
  segmentKind("segment: English half deleted", ({ targetSpan, span }) => [
    replace(targetSpan.end + END, span.end, ""),
  ]),
  segmentKind("segment: translated half deleted", ({ targetSpan, span }) => [
    replace(span.start, targetSpan.end + END, ""),
  ]),
  segmentKind("segment: end tag too many", ({ span: { end } }) => [replace(end, end, "</span>")]),
  segmentKind("segment: digit of one id changed", ({ id, idSpan, sourceIdSpan }, _page, random) => {
    const { start } = random.pick([idSpan, sourceIdSpan]);
    const nth = random.pick([...id.matchAll(/\d/g)].map(({ index }) => index));
    return [replace(start + nth, start + nth + 1, String((Number(id[nth]) + 1) % 10))];
  }),
  segmentKind("segment: id of its neighbour", (segment, { document: { segments } }) => {
    const before = segments[segments.indexOf(segment) - 1];
    return before && reid(segment, before.id);
  }),
  segmentKind("segment: two neighbours change ids", (segment, { document: { segments } }) => {
    const before = segments[segments.indexOf(segment) - 1];
    // Paragraph ids have a counter of their own, which says nothing about the others.
    if (before === undefined || before.id.includes("p") || segment.id.includes("p")) return undefined;
    return [...reid(before, segment.id), ...reid(segment, before.id)];
  }),
  segmentKind("segment: another page's prefix", (segment, { document: { segments } }, random) => {
    if (segments.length < 3) return undefined;
    const nth = random.below(5);
    const digit = segment.id[nth] === "f" ? "0" : "f";
    return reid(segment, segment.id.slice(0, nth) + digit + segment.id.slice(nth + 1));
  }),
  segmentKind("segment: id malformed", (segment, _page, random) =>
    reid(
      segment,
      random.pick([
        segment.id.replace("-", "_"),
        segment.id.replace("-", ""),
        segment.id.slice(1),
        `x${segment.id}`,
      ]),
    ),
  ),
  segmentKind("segment: pair inside its neighbour", (segment, { document: { segments, text } }) => {
    const next = segments[segments.indexOf(segment) + 1];
    if (next === undefined || text.slice(segment.span.end, next.span.start).trim() !== "") return undefined;
    const { end } = segment.targetSpan;
    return [
      replace(end, end, text.slice(next.span.start, next.span.end)),
      replace(segment.span.end, next.span.end, ""),
    ];
  }),
  segmentKind("segment: &quot; in a tag", ({ span, targetSpan }, { document: { text } }) => [
    replace(span.start, targetSpan.start, text.slice(span.start, targetSpan.start).replaceAll('"', "&quot;")),
  ]),
  segmentKind(
    "segment: typographic quotation marks in a tag",
    ({ targetSpan, sourceSpan }, { document: { text } }) => [
      replace(
        targetSpan.end,
        sourceSpan.start,
        text.slice(targetSpan.end, sourceSpan.start).replace(/"/, "“").replace(/"/, "”"),
      ),
    ],
  ),
  segmentKind("segment: blank in a tag", ({ targetSpan: { end } }) => [replace(end, end + END, "< /span>")]),
  segmentKind("segment: translation emptied", ({ targetSpan }) => [
    replace(targetSpan.start, targetSpan.end, ""),
  ]),
  segmentKind("segment: English emptied", ({ sourceSpan }) => [
    replace(sourceSpan.start, sourceSpan.end, ""),
  ]),
  segmentKind("segment: line put into a code block", ({ span }, { document: { text } }) => {
    const line = lineAt(text, span.start);
    if (line.start !== span.start) return undefined;
    return [replace(line.start, line.start, "```\n"), replace(line.end, line.end, "\n```")];
  }),
];

/** Writes another id into both halves. */
function reid({ idSpan, sourceIdSpan }: Segment, id: string): ReturnType<typeof replace>[] {
  return [replace(idSpan.start, idSpan.end, id), replace(sourceIdSpan.start, sourceIdSpan.end, id)];
}
