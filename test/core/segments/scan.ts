import assert from "node:assert/strict";
import { type ScannedSegments, scanSegments } from "../../../server/src/core/segments/scan-segments.ts";
import type { Segment } from "../../../server/src/core/segments/segment.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { textAt } from "../../../server/src/core/text/span.ts";
import { pair } from "../compare/pair.ts";

/** A page with a segment in each place where segments stand, by the census of the format. */
export const PAGE = [
  `# <a name="settings"></a>${pair("设置", "Settings", 103)}`,
  "",
  `${pair("第一句。", "First sentence.", 104)} ${pair("选择 **确定**。", "Choose **OK**.", 105)}`,
  "",
  "> [!NOTE]",
  `> ${pair("注意。", "Note.", 106)}`,
  "",
  `- [${pair("说明", "Help", 107)}](help.md)`,
  `- ${pair("`<span>` 标记", "The `<span>` tag", 108)}`,
  "",
  "| A | B |",
  "| --- | --- |",
  `| ${pair("甲", "A", 109)} | ${pair("乙", "B", 1000)} |`,
  "",
  `<td>${pair("段一。段二。", "One. Two.", 110).replaceAll("-110", "-p101")}</td>`,
  "",
].join("\n");

/** The segments of a page without front matter. */
export function scan(text: string): ScannedSegments {
  return scanSegments(text, 0);
}

/** What a segment says, in one line. */
export function brief({ id, target, source }: Segment): string {
  return `${id}|${target}|${source}`;
}

/** Holds whatever is found in a text to what is true of any: segments ascend, and all places lie inside. */
export function checkShape(text: string): void {
  const { segments, problems } = scan(text);
  let position = 0;
  for (const segment of segments) {
    const { span, targetSpan, sourceSpan, idSpan, sourceIdSpan } = segment;
    assert.ok(span.start >= position, "segments ascend and do not overlap");
    position = span.end;
    for (const inner of [targetSpan, sourceSpan, idSpan, sourceIdSpan]) {
      assert.ok(
        span.start <= inner.start && inner.start <= inner.end && inner.end <= span.end,
        "parts lie inside",
      );
    }
    assert.equal(textAt(text, targetSpan), segment.target);
    assert.equal(textAt(text, sourceSpan), segment.source);
    assert.equal(textAt(text, idSpan), segment.id);
    assert.equal(textAt(text, sourceIdSpan), segment.sourceId);
  }
  assert.ok(position <= text.length, "segments lie inside the text");
  for (const { span, repairs, leftovers } of problems) {
    assert.ok(
      0 <= span.start && span.start <= span.end && span.end <= text.length,
      "problems lie inside the text",
    );
    for (const { edits } of repairs) applyEdits(text, edits);
    for (const each of leftovers) assert.ok(each.end <= text.length);
  }
}
