import assert from "node:assert/strict";
import { test } from "node:test";
import { translationtypeInvalid } from "../../../../server/src/core/rules/metadata/translationtype-invalid.ts";
import { checkFix, checkRule, fixTitles } from "../../../check.ts";

test("another type is found", () => {
  checkRule(
    translationtypeInvalid,
    `//- a.md
---
title: 設定 👩‍💻
ms.translationtype: [|人工翻译|]
//^ metadata/translationtype-invalid: \`ms.translationtype\` is \`人工翻译\`, expected \`HT\` or \`MT\`.
---
//- b.md
---
[|ms.translationtype|]:
//^ metadata/translationtype-invalid: \`ms.translationtype\` is empty, expected \`HT\` or \`MT\`.
---
`,
  );
});

test("HT and MT are fine, and so is what earlier pipelines wrote", () => {
  for (const value of [
    "HT",
    "MT",
    '"MT"',
    "MTE75",
    "MTE95",
    "Human Translation",
    "Machine Translation",
    "Auto",
  ])
    checkRule(translationtypeInvalid, `---\r\nms.translationtype: ${value}\r\n---\r\n`);
});

test("code and the body are not looked at", () => {
  checkRule(translationtypeInvalid, "# x\n\nms.translationtype: x\n\n```yaml\nms.translationtype: x\n```\n");
});

test("letter case is put right", () => {
  checkFix(
    translationtypeInvalid,
    "---\r\nms.translationtype: ht\r\n---\r\n",
    "---\r\nms.translationtype: HT\r\n---\r\n",
  );
  checkFix(
    translationtypeInvalid,
    "---\nms.translationtype: 'Mt'\n---\n",
    "---\nms.translationtype: 'MT'\n---\n",
  );
  assert.deepEqual(fixTitles(translationtypeInvalid, "---\nms.translationtype: PE\n---\n"), []);
});
