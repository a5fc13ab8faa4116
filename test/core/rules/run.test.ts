import assert from "node:assert/strict";
import { test } from "node:test";
import { readProjectConfig } from "../../../server/src/core/config/read-project-config.ts";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { rules } from "../../../server/src/core/rules/registry.ts";
import { MOST_FINDINGS, type Report, runRules } from "../../../server/src/core/rules/run.ts";
import { openTexts, TODAY } from "../../open.ts";

function check(text: string): Report[] {
  const path = "page.md";
  const { config } = readProjectConfig(undefined);
  const document = parseDocument(text);
  const { workspace, sourcesOf } = openTexts(new Map([[path, text]]), config);
  const context = { document, path, workspace, sources: sourcesOf(path, document), config, today: TODAY };
  return runRules(rules, context, {
    onCrash: (_rule, error) => {
      throw error;
    },
  });
}

test("a rule ends with its last finding that is shown, which says so", () => {
  const reports = check("[a](b\\c.png)\n".repeat(MOST_FINDINGS + 10)).filter(
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
  const reports = check(`---\n${header}title: A\n---\n\nText.\n`).filter(
    ({ ruleId }) => ruleId === "metadata/yaml-syntax-error",
  );
  assert.equal(reports.length, 201);
  assert.match(reports.at(-1)?.message ?? "", /^200 entries of the front matter before this one/);
});
