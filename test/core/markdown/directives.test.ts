import assert from "node:assert/strict";
import { test } from "node:test";
import { DirectiveCursor } from "../../../server/src/core/markdown/directives.ts";

test("triple-colon lines have a name and attributes", () => {
  const page = '::: zone pivot="a"\n:::image source=\'b.png\' alt-text="c &amp; d":::\n:::zone-end ';
  const found: string[][] = [];
  for (const directive = new DirectiveCursor(page); directive.advance();) {
    const { name, start, end, attributes } = directive;
    const values = attributes.map((each) => `${each.name}=${each.value}`);
    found.push([name, page.slice(start, end), ...values]);
  }
  assert.deepEqual(found, [
    ["zone", '::: zone pivot="a"', "pivot=a"],
    ["image", ":::image source='b.png' alt-text=\"c &amp; d\":::", "source=b.png", "alt-text=c & d"],
    ["zone-end", ":::zone-end"],
  ]);
});
