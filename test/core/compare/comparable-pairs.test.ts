import assert from "node:assert/strict";
import { test } from "node:test";
import {
  comparablePairs,
  identicalPairs,
  type PairContext,
} from "../../../server/src/core/compare/comparable-pairs.ts";
import type { Document } from "../../../server/src/core/document/document.ts";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { NO_SOURCES } from "../../../server/src/core/source/page-sources.ts";
import { pair } from "./pair.ts";

/** A page of which no English is known but what stands in it. */
function alone(document: Document): PairContext {
  return { document, sources: NO_SOURCES };
}

test("pairs are read once and sorted by whether their halves differ", () => {
  const document = parseDocument(`${pair("甲", "A", 101)} ${pair("B ", "B", 102)} ${pair(" ", "C", 103)}`);
  assert.deepEqual(
    comparablePairs(alone(document)).map(({ source }) => source.text),
    ["A"],
  );
  assert.deepEqual(
    identicalPairs(alone(document)).map(({ source }) => source.text),
    ["B"],
  );
  assert.equal(comparablePairs(alone(document)), comparablePairs(alone(document)));
});

test("a pair inside code is not compared", () => {
  const document = parseDocument(`\`\`\`\n${pair("甲", "A")}\n\`\`\`\n\n\`${pair("乙", "B", 102)}\``);
  assert.deepEqual(comparablePairs(alone(document)), []);
});
