import assert from "node:assert/strict";
import { test } from "node:test";
import { listMismatch } from "../../../server/src/core/rules/structure/list-mismatch.ts";
import { MOST_FINDINGS, runRules } from "../../../server/src/core/rules/run.ts";
import { sourceHashOf } from "../../../server/src/core/source/hash.ts";
import { checkText } from "../../check.ts";
import { pair } from "../../localized-page.ts";
import { openFixture } from "../../open.ts";

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

test("what a page lacks of another locale's segments is a hint, and nothing is applied unasked", () => {
  const english = "To clean it:\n\n1. Open the lid.\n\n2. Wipe it with `clean`.";
  const header = `---\nms.openlocfilehash: ${sourceHashOf(english)}\nms.translationtype: MT\n---\n`;
  const pairs = [
    pair(101, "清洁：", "To clean it:"),
    `1. ${pair(102, "打开盖子。", "Open the lid.")}`,
    `2. ${pair(103, "用 `clean` 擦拭。", "Wipe it with `clean`.")}`,
  ];
  const sibling = pairs.join("\n\n");
  const clean = "Nettoyage :\n\n1. Ouvrez le couvercle.";
  const found = (beside: string): unknown[] => {
    const [page] = openFixture(`//- fr-fr/a.md\n${header}${clean}\n${beside}`);
    assert.ok(page);
    const reports = runRules([listMismatch], page.context, {
      onCrash: (_rule, error) => assert.fail(String(error)),
    });
    return reports.map(({ ruleId, severity, fixes }) => [ruleId, severity, fixes?.[0]?.isPreferred]);
  };
  assert.deepEqual(found(`//- en-us/a.md\n${english}`), [["structure/list-mismatch", "error", true]]);
  assert.deepEqual(found(`//- zh-cn/a.md\n${header}${sibling}`), [
    ["structure/list-mismatch", "hint", false],
  ]);
});
