import assert from "node:assert/strict";
import { test } from "node:test";
import { comparablePairs, identicalPairs } from "../../../server/src/core/compare/comparable-pairs.ts";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { pair } from "./pair.ts";

test("pairs are read once and sorted by whether their halves differ", () => {
  const document = parseDocument(`${pair("甲", "A", 101)} ${pair("B ", "B", 102)} ${pair(" ", "C", 103)}`);
  assert.deepEqual(
    comparablePairs(document).map(({ source }) => source.text),
    ["A"],
  );
  assert.deepEqual(
    identicalPairs(document).map(({ source }) => source.text),
    ["B"],
  );
  assert.equal(comparablePairs(document), comparablePairs(document));
});

test("a pair inside code is not compared", () => {
  const document = parseDocument(`\`\`\`\n${pair("甲", "A")}\n\`\`\`\n\n\`${pair("乙", "B", 102)}\``);
  assert.deepEqual(comparablePairs(document), []);
});
