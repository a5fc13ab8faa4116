import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { alignPageBlocks } from "../../../server/src/core/structure/align-page-blocks.ts";
import { type PageBlock, pageBlocks } from "../../../server/src/core/structure/page-blocks.ts";

function blocksOf(text: string): readonly PageBlock[] {
  return pageBlocks(parseDocument(text));
}

test("aligns pages that have more blocks between two landmarks than a function takes arguments", () => {
  const count = 150_000;
  const sources = blocksOf(`# a\n\n${"a\n\n".repeat(count)}`);
  const pairs = alignPageBlocks(sources, blocksOf("# 甲\n\n甲\n"));
  assert.equal(pairs.filter(({ source }) => source !== undefined).length, count + 1);
});
