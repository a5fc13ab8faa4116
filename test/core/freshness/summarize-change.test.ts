import assert from "node:assert/strict";
import { test } from "node:test";
import { summarizeChange } from "../../../server/src/core/freshness/summarize-change.ts";

test("a change of words is told by the words", () => {
  assert.equal(summarizeChange("Open a page.", "Open your page."), "now says `your` in place of `a`");
  assert.equal(summarizeChange("Open it.", "Open it now."), "now says `it now.` in place of `it.`");
  assert.equal(summarizeChange("", "Press it."), "now also says `Press it.`");
});

test("code is told as a whole, not with one of its two backticks", () => {
  const tighten = (torque: string): string => `Tighten it with \`${torque}\` at most.`;
  assert.equal(
    summarizeChange(tighten("4 Nm"), tighten("5 Nm")),
    "now says `` `5 Nm` `` in place of `` `4 Nm` ``",
  );
  assert.equal(summarizeChange("Press `a now.", "Press `b now."), "now says `` `b `` in place of `` `a ``");
});
