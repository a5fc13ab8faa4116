import assert from "node:assert/strict";
import { test } from "node:test";
import { defineRule } from "../../server/src/core/rules/rule.ts";
import { checkPage } from "../../server/src/lsp/check-page.ts";
import { Slices } from "../../server/src/lsp/slices.ts";
import { openFixture } from "../open.ts";

test("reports findings of a page that has more of them than a function takes arguments", async () => {
  const count = 150_000;
  const rule = defineRule({
    id: "segment/test",
    summary: "A page has no findings.",
    severity: "hint",
    check: () => Array.from({ length: count }, () => ({ span: { start: 0, end: 1 }, message: "Found." })),
  });
  const page = openFixture("甲\n")[0];
  assert.ok(page);
  const reports = await checkPage(page.context, {
    rules: [rule],
    slices: new Slices(() => 0),
    cancellation: undefined,
    onCrash: (_rule, error) => {
      throw error;
    },
  });
  assert.equal(reports.length, count);
});
