import assert from "node:assert/strict";
import { test } from "node:test";
import { MOST_FINDINGS } from "../../../server/src/core/rules/run.ts";
import { checkText } from "../../check.ts";

test("a rule ends with its last finding that is shown, which says so", () => {
  const reports = checkText("[a](b\\c.png)\n".repeat(MOST_FINDINGS + 10)).filter(
    ({ ruleId }) => ruleId === "link/backslash",
  );
  assert.equal(reports.length, MOST_FINDINGS);
  assert.match(
    reports.at(-1)?.message ?? "",
    /The page was not searched for more than 5000 findings of this rule\.$/,
  );
  assert.doesNotMatch(reports.at(-2)?.message ?? "", /not searched/);
});

test("a page with as many entries that are no YAML says from where on they were not read", () => {
  const header = Array.from({ length: 300 }, (_, nth) => `k${nth}: b: c\n`).join("");
  const reports = checkText(`---\n${header}title: A\n---\n\nText.\n`).filter(
    ({ ruleId }) => ruleId === "metadata/yaml-syntax-error",
  );
  assert.equal(reports.length, 201);
  assert.match(reports.at(-1)?.message ?? "", /^200 entries of the front matter before this one/);
});
