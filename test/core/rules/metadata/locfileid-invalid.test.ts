import assert from "node:assert/strict";
import { test } from "node:test";
import { locfileidInvalid } from "../../../../server/src/core/rules/metadata/locfileid-invalid.ts";
import { checkFix, checkRule, fixTitles } from "../../../check.ts";

test("a number without quotes is found and quoted", () => {
  checkRule(
    locfileidInvalid,
    `---
title: 設定 👩‍💻
ms.locfileid: [|20001234|]
//^ metadata/locfileid-invalid: \`ms.locfileid\` is \`20001234\`, expected seven to nine digits in double quotes.
---
`,
  );
  checkFix(
    locfileidInvalid,
    "---\r\nms.locfileid: 20001234\r\n---\r\n",
    '---\r\nms.locfileid: "20001234"\r\n---\r\n',
  );
});

test("what is no such number is found, and nothing is guessed", () => {
  for (const value of ['"2000x234"', '"123"', '"12345678901"', '"2000 1234"', "abc", "[1]"]) {
    checkRule(
      locfileidInvalid,
      `---\nms.locfileid: [|${value}|]\n//^ metadata/locfileid-invalid: \`ms.locfileid\` is \`${value}\`, expected seven to nine digits in double quotes.\n---\n`,
    );
    assert.deepEqual(fixTitles(locfileidInvalid, `---\nms.locfileid: ${value}\n---\n`), []);
  }
  checkRule(
    locfileidInvalid,
    "---\n[|ms.locfileid|]:\n//^ metadata/locfileid-invalid: `ms.locfileid` is empty, expected seven to nine digits in double quotes.\n---\n",
  );
});

test("single quotes, which some repositories have throughout, make a text of it as well", () => {
  checkRule(locfileidInvalid, "---\nms.locfileid: '20001234'\n---\n");
});

test("six to ten digits in double quotes are fine, and code is not looked at", () => {
  for (const value of ["300012", "3000123", "20001234", "100001234", "1000000000"])
    checkRule(locfileidInvalid, `---\nms.locfileid: "${value}"\n---\n\`\`\`yaml\nms.locfileid: 1\n\`\`\`\n`);
});
