import assert from "node:assert/strict";
import { test } from "node:test";
import { KEY_VALUES } from "../../../server/src/core/front-matter/key-values.ts";
import { findKnownKey, knownKeys, pipelineKeys } from "../../../server/src/core/front-matter/keys.ts";
import { findNearestKey } from "../../../server/src/core/front-matter/nearest-key.ts";

test("each key is described once, in sentences", () => {
  assert.equal(new Set(knownKeys.map(({ name }) => name)).size, knownKeys.length);
  for (const { name, description } of knownKeys) assert.match(description, /^[A-Z`].*\.$/, name);
});

test("the pipeline's keys are known as such, in the order that it writes them", () => {
  const known = knownKeys.filter(({ writtenBy }) => writtenBy === "pipeline").map(({ name }) => name);
  assert.deepEqual(known, pipelineKeys);
});

test("values are told of known keys only", () => {
  for (const name of Object.keys(KEY_VALUES)) assert.ok(findKnownKey(name), name);
});

test("keys are case-sensitive", () => {
  assert.equal(findKnownKey("ms.topic")?.values.kind, "choice");
  assert.equal(findKnownKey("MS.Topic"), undefined);
});

test("no known key is taken for a misspelt one", () => {
  for (const { name } of knownKeys) assert.equal(findNearestKey(name), undefined, name);
});
