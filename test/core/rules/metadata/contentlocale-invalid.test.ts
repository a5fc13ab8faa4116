import assert from "node:assert/strict";
import { test } from "node:test";
import { contentlocaleInvalid } from "../../../../server/src/core/rules/metadata/contentlocale-invalid.ts";
import { checkFix, checkRule, fixTitles } from "../../../check.ts";

test("a tag that is not in its canonical form is found", () => {
  checkRule(
    contentlocaleInvalid,
    `---
title: 設定 👩‍💻
ms.contentlocale: [|zh-cn|]
//^ metadata/contentlocale-invalid: \`ms.contentlocale\` is \`zh-cn\`, expected \`zh-CN\`.
---
`,
  );
});

test("canonical tags are fine, and code is not looked at", () => {
  for (const value of ["zh-CN", "ja-JP", "sr-Latn-RS", "zh-Hans", "es-419", '"fr-FR"', "fil-PH"])
    checkRule(contentlocaleInvalid, `---\r\nms.contentlocale: ${value}\r\n---\r\n`);
  checkRule(contentlocaleInvalid, "```yaml\nms.contentlocale: zh_CN\n```\n");
});

test("lower case is as the pipeline wrote it up to 2018, and not later", () => {
  const page = (year: number, locale = "[|pl-pl|]"): string =>
    `---\nms.contentlocale: ${locale}\nms.lasthandoff: 04/13/${year}\n---\n`;
  checkRule(contentlocaleInvalid, page(2017, "pl-pl"));
  checkRule(contentlocaleInvalid, page(2018, "sr-latn-rs"));
  const finding = "//^ metadata/contentlocale-invalid: `ms.contentlocale` is `pl-pl`, expected `pl-PL`.\n";
  checkRule(contentlocaleInvalid, page(2019).replace("ms.last", `${finding}ms.last`));
  checkRule(
    contentlocaleInvalid,
    page(2018, "[|pl_PL|]").replace("ms.last", `${finding.replace("pl-pl", "pl_PL")}ms.last`),
  );
});

test("the canonical form is offered", () => {
  for (const [before, after] of [
    ["zh_CN", "zh-CN"],
    ["ZH-CN", "zh-CN"],
    ["ja", "ja-JP"],
    ["sr-latn-rs", "sr-Latn-RS"],
    ["zh-CHS", "zh-CN"],
    ['"fr-fr"', '"fr-FR"'],
  ])
    checkFix(
      contentlocaleInvalid,
      `---\r\nms.contentlocale: ${before}\r\n---\r\n`,
      `---\r\nms.contentlocale: ${after}\r\n---\r\n`,
    );
});

test("what names no language or region is found, and nothing is guessed", () => {
  for (const value of ["Chinese", "xx-YY", "jp-JP", "中文", "zh-CN; x"]) {
    checkRule(
      contentlocaleInvalid,
      `---\nms.contentlocale: [|${value}|]\n//^ metadata/contentlocale-invalid: \`ms.contentlocale\` is \`${value}\`, expected a language tag such as \`zh-CN\`.\n---\n`,
    );
    assert.deepEqual(fixTitles(contentlocaleInvalid, `---\nms.contentlocale: ${value}\n---\n`), []);
  }
  checkRule(
    contentlocaleInvalid,
    "---\n[|ms.contentlocale|]:\n//^ metadata/contentlocale-invalid: `ms.contentlocale` is empty, expected a language tag such as `zh-CN`.\n---\n",
  );
});
