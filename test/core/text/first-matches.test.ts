import assert from "node:assert/strict";
import { test } from "node:test";
import { firstMatches } from "../../../server/src/core/text/first-matches.ts";

function words(text: string, most: number): string[] {
  return firstMatches(text, /[a-z]+/g, most).map(([word]) => word);
}

test("no more matches are given than were asked for", () => {
  assert.deepEqual(words("one two three", 2), ["one", "two"]);
});

test("all matches are given where there are fewer", () => {
  assert.deepEqual(words("one two", 3), ["one", "two"]);
  assert.deepEqual(words("1, 2", 3), []);
});
