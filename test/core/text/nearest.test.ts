import assert from "node:assert/strict";
import { test } from "node:test";
import { didYouMean, findNearest } from "../../../server/src/core/text/nearest.ts";

test("the nearest candidate wins, letter case aside", () => {
  assert.equal(findNearest("SEGMENT", ["check", "segments", "strip"]), "segments");
});

test("a word that is far from all candidates has no nearest one", () => {
  assert.equal(findNearest("publish", ["check", "segments", "strip"]), undefined);
  assert.equal(findNearest("ab", ["cd"]), undefined);
});

test("a question is asked only where there is a candidate", () => {
  assert.equal(didYouMean("chek", ["check"]), " Did you mean `check`?");
  assert.equal(didYouMean("publish", ["check"]), "");
});
