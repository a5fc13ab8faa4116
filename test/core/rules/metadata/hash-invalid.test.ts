import assert from "node:assert/strict";
import { test } from "node:test";
import { hashInvalid } from "../../../../server/src/core/rules/metadata/hash-invalid.ts";
import { checkFix, checkRule, fixTitles } from "../../../check.ts";

const HASH = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c";

test("a hash that is too short is found", () => {
  checkRule(
    hashInvalid,
    `---
title: 設定 👩‍💻
ms.openlocfilehash: [|0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3|]
//^ metadata/hash-invalid: \`ms.openlocfilehash\` is \`0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3\` (39 characters), expected 40 or 64 lower-case hexadecimal digits.
[|ms.sourcegitcommit|]:
//^ metadata/hash-invalid: \`ms.sourcegitcommit\` is empty, expected 40 lower-case hexadecimal digits.
---
`,
  );
});

test("a hash with other characters is found", () => {
  for (const value of [`g${HASH.slice(1)}`, `${HASH}${HASH.slice(0, 24)}`, "master"])
    checkRule(
      hashInvalid,
      `---\nms.sourcegitcommit: [|${value}|]\n//^ metadata/hash-invalid: \`ms.sourcegitcommit\` is \`${value}\` (${value.length} characters), expected 40 lower-case hexadecimal digits.\n---\n`,
    );
});

test("a hash of 40 digits is fine, also one that looks like a number or stands in quotes", () => {
  for (const value of [
    HASH,
    "1234567890123456789012345678901234567890",
    "12345678e1234567890123456789012345678901",
    `"${HASH}"`,
  ])
    checkRule(hashInvalid, `---\r\nms.openlocfilehash: ${value}\r\nms.sourcegitcommit: ${value}\r\n---\r\n`);
});

test("an SHA-256 is fine as the hash of the file", () => {
  checkRule(hashInvalid, `---\nms.openlocfilehash: ${HASH}${HASH.slice(0, 24)}\n---\n`);
});

test("code is not looked at", () => {
  checkRule(hashInvalid, "```yaml\nms.openlocfilehash: x\n```\n");
});

test("capitals are put right", () => {
  checkFix(
    hashInvalid,
    `---\r\nms.openlocfilehash: ${HASH.toUpperCase()}\r\n---\r\n`,
    `---\r\nms.openlocfilehash: ${HASH}\r\n---\r\n`,
  );
  assert.deepEqual(fixTitles(hashInvalid, "---\nms.openlocfilehash: abc\n---\n"), []);
});
