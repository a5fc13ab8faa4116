import assert from "node:assert/strict";
import { test } from "node:test";
import { findDifference } from "../../../../server/src/core/compare/pairs/difference.ts";
import { toMinimalEdit } from "../../../../server/src/core/compare/pairs/minimal-edit.ts";
import { applyEdits } from "../../../../server/src/core/text/edit.ts";

test("a difference counts, and does not mind the order", () => {
  const differ = (source: string, target: string): unknown =>
    findDifference(source.split(","), target.split(","), (x) => x);
  assert.deepEqual(differ("a,b,c", "c,a,b"), { lost: [], added: [] });
  assert.deepEqual(differ("a,a,b", "a,b,b"), { lost: ["a"], added: ["b"] });
  assert.deepEqual(differ("a", "a,c"), { lost: [], added: ["c"] });
});

test("a minimal edit leaves alone what both texts begin and end with", () => {
  assert.deepEqual(toMinimalEdit("abcd", "abxcd"), { span: { start: 2, end: 2 }, newText: "x" });
  assert.deepEqual(toMinimalEdit("aaa", "aa"), { span: { start: 2, end: 3 }, newText: "" });
  for (const [before, after] of [
    ["", "a"],
    ["abab", "ab"],
    ["a", ""],
    ["ab", "ba"],
  ] as const) {
    assert.equal(applyEdits(before, [toMinimalEdit(before, after)]), after);
  }
});
