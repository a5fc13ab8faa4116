import assert from "node:assert/strict";
import { test } from "node:test";
import { findLoneBrackets, hasPairedQuotes } from "../../../server/src/core/compare/brackets.ts";

/** The lone brackets as characters with their offsets. */
function lone(text: string, withQuotes = false): string {
  return findLoneBrackets(text, { withQuotes })
    .map(({ offset, character }) => `${character}${offset}`)
    .join(" ");
}

test("each kind of bracket is counted by itself, full-width ones with half-width ones", () => {
  assert.equal(lone("(a [b) c]"), "");
  assert.equal(lone("（a)"), "");
  assert.equal(lone(")a("), ")0 (2");
  assert.equal(lone("((a)"), "(0");
  assert.equal(lone("[a}"), "[0 }2");
});

test("quotation marks count on request", () => {
  assert.equal(lone("「a"), "");
  assert.equal(lone("「a", true), "「0");
  assert.ok(hasPairedQuotes('"a" “b” it’s'));
  assert.ok(!hasPairedQuotes('"a'));
  assert.ok(!hasPairedQuotes("“a"));
});
