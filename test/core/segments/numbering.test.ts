import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { areIdsRegular } from "../../../server/src/core/segments/numbering.ts";
import { scanSegments } from "../../../server/src/core/segments/scan-segments.ts";
import { segmentPair } from "../../segment-pair.ts";

/** Whether a page whose segments have these ids, in this order, is one of the usual pages. */
function isRegular(...ids: (string | readonly [target: string, source: string])[]): boolean {
  const pairs = ids.map((each) => {
    const [id, sourceId] = typeof each === "string" ? [each, each] : each;
    return `${segmentPair(id, "甲", "A", sourceId)}\n`;
  });
  return areIdsRegular(scanSegments(pairs.join("\n"), 0).segments);
}

describe("the ids of a page", () => {
  test("are regular where numbers ascend, with gaps, and those of paragraphs among themselves", () => {
    assert.ok(isRegular());
    assert.ok(isRegular("45297-101"));
    assert.ok(isRegular("45297-101", "45297-103", "45297-p101", "45297-104", "45297-p102", "45297-999"));
    assert.ok(isRegular("45297-998", "45297-999", "45297-1000", "45297-1001"));
  });

  test("are not where one has another form, another prefix or another half", () => {
    assert.ok(!isRegular("45297-101", "45297-12"));
    assert.ok(!isRegular("4529g-101"));
    assert.ok(!isRegular("45297-101", "45298-102"));
    assert.ok(!isRegular("45297-101", ["45297-102", "45297-103"]));
  });

  test("are not where one comes twice or too late", () => {
    assert.ok(!isRegular("45297-101", "45297-101"));
    assert.ok(!isRegular("45297-102", "45297-101"));
    assert.ok(!isRegular("45297-1000", "45297-999"));
    assert.ok(!isRegular("45297-p102", "45297-101", "45297-p101"));
    assert.ok(!isRegular("45297-102", "45297-0101"));
  });
});
