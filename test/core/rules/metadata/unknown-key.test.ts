import assert from "node:assert/strict";
import { test } from "node:test";
import { unknownKey } from "../../../../server/src/core/rules/metadata/unknown-key.ts";
import { checkFix, checkRule, fixTitles } from "../../../check.ts";

test("a misspelt key is found", () => {
  checkRule(
    unknownKey,
    `---
[|titel|]: 設定 👩‍💻
//^ metadata/unknown-key: \`titel\` is not a known key, expected \`title\`.
[|mms.date|]: 07/01/2020
//^ metadata/unknown-key: \`mms.date\` is not a known key, expected \`ms.date\`.
---
`,
  );
});

test("slips seen in real pages lead to the right key", () => {
  for (const [found, expected] of [
    ["ems.prod", "ms.prod"],
    ["msreviewer", "ms.reviewer"],
    ["ms.reviwer", "ms.reviewer"],
    ["f1keywords", "f1.keywords"],
    ["ms.tgt.pltfrm", "ms.tgt_pltfrm"],
    ["ms.search.validfrom", "ms.search.validFrom"],
    ["MS.collection", "ms.collection"],
    ["ms-prod", "ms.prod"],
    ["Title", "title"],
    ["desciption", "description"],
    ["ms.openlocfilehahs", "ms.openlocfilehash"],
  ])
    checkFix(unknownKey, `---\r\n${found}: x\r\n---\r\n`, `---\r\n${expected}: x\r\n---\r\n`);
});

test("keys that are known, and keys that resemble none, are fine", () => {
  const keys =
    "title titleSuffix ms.prod ms.product ms.service ms.services ms.tgt_pltfrm ROBOTS robots f1.keywords f1_keywords " +
    "ms:assetid ms.assetid uid no-loc monikerRange search.appverid caps.latest.revision translationtype " +
    "tag tags data date authors layout permalink weight sidebar_position ms.foo contoso applies_to";
  const yaml = keys.split(" ").map((key) => `${key}: x`);
  checkRule(unknownKey, `---\n${yaml.join("\n")}\n---\n`);
});

test("beside the known key, one that resembles it is one of its own", () => {
  checkRule(unknownKey, "---\nkeyword: a\nkeywords: b\n---\n");
  checkRule(
    unknownKey,
    "---\ntitle: a\n[|Title|]: b\n//^ metadata/unknown-key: `Title` is not a known key, expected `title`.\n---\n",
  );
  assert.deepEqual(fixTitles(unknownKey, "---\ntitle: a\nTitle: b\n---\n"), []);
});

test("keys below the first level and code are not looked at", () => {
  checkRule(unknownKey, "---\nmap:\n  titel: x\n---\n```yaml\ntitel: x\n```\n");
});

test("a key that has no effect any more may have any letter case", () => {
  checkRule(unknownKey, "---\ndocumentationCenter: na\n---\n");
});
