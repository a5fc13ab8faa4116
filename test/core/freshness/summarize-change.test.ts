import assert from "node:assert/strict";
import { test } from "node:test";
import { summarizeChange } from "../../../server/src/core/freshness/summarize-change.ts";

test("a change of words is told by the words", () => {
  assert.equal(summarizeChange("Open a page.", "Open your page."), "now says `your` in place of `a`");
  assert.equal(summarizeChange("Open it.", "Open it now."), "now also says `now`");
  assert.equal(summarizeChange("", "Press it."), "now also says `Press it.`");
});

test("a mark behind a word that changed is left out, unless it changed itself", () => {
  assert.equal(summarizeChange("Open port 80.", "Open port 443."), "now says `443` in place of `80`");
  assert.equal(
    summarizeChange("Run `go`.", "Run `go --now`."),
    "now says `` `go --now` `` in place of `` `go` ``",
  );
  assert.equal(summarizeChange("Wait 1.5 s.", "Wait 2.5 s."), "now says `2.5` in place of `1.5`");
  assert.equal(summarizeChange("Open it.", "Open it!"), "now says `it!` in place of `it.`");
  assert.equal(summarizeChange("If so, stop.", "If so, stop, and wait."), "now also says `, and wait`");
  assert.equal(
    summarizeChange("Use the XLL, and open it.", "Use the XLL. Note the name, and open it."),
    "now also says `. Note the name`",
  );
  assert.equal(
    summarizeChange("Use the XLL, note it.", "Use the XLL. Note its name."),
    "now says `XLL. Note its name` in place of `XLL, note it`",
  );
});

test("code is told as a whole, not with one of its two backticks", () => {
  const tighten = (torque: string): string => `Tighten it with \`${torque}\` at most.`;
  assert.equal(
    summarizeChange(tighten("4 Nm"), tighten("5 Nm")),
    "now says `` `5 Nm` `` in place of `` `4 Nm` ``",
  );
  assert.equal(summarizeChange("Press `a now.", "Press `b now."), "now says `` `b `` in place of `` `a ``");
});
