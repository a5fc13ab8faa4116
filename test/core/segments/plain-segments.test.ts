import assert from "node:assert/strict";
import { test } from "node:test";
import { OF_SOURCE, PLAIN_SOURCE, traitsOf } from "../../../server/src/core/compare/pairs/traits.ts";
import { scanSegments } from "../../../server/src/core/segments/scan-segments.ts";
import { pair } from "../compare/pair.ts";

/** Whether the English of a pair is known to be plain. */
function isKnownAsPlain(source: string): boolean {
  const [segment] = scanSegments(pair("词", source), 0).segments;
  assert.equal(segment?.source, source);
  return segment.hasPlainSource === true;
}

test("a source is known to be plain only where nobody would find in it what is looked for in English", () => {
  for (let code = 0; code <= 0xffff; code++) {
    const unit = String.fromCharCode(code);
    for (const source of [`A ${unit} b`, `A ${unit}${unit}b`, unit]) {
      // These may be the markup itself.
      if (unit === "<" || !isKnownAsPlain(source)) continue;
      assert.equal(traitsOf(source) & OF_SOURCE, PLAIN_SOURCE, code.toString(16));
    }
  }
});

test("words, their punctuation and emphasis make a plain source, and addresses, code and numbers make none", () => {
  for (const source of ["Select **New view** (well-known): it’s new!", "*(Now*", "W", "w w - [x"]) {
    assert.ok(isKnownAsPlain(source), source);
  }
  for (const source of [
    "",
    " ",
    "See www.example",
    "WWW",
    "a/b",
    "Use `x`",
    "Step 2",
    "a_b",
    "…",
    "a\nb",
    "A sxs-lookup here",
  ]) {
    assert.ok(!isKnownAsPlain(source), source);
  }
});

test("a source of more joined words than any sentence has is read all the same", () => {
  const source = "w-".repeat(5_000) + "a";
  assert.ok(!isKnownAsPlain(source));
});
