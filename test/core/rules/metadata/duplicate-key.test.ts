import assert from "node:assert/strict";
import { test } from "node:test";
import { duplicateKey } from "../../../../server/src/core/rules/metadata/duplicate-key.ts";
import { checkFix, checkRule, fixTitles } from "../../../check.ts";

test("the second of two equal keys is found", () => {
  checkRule(
    duplicateKey,
    `---
title: 設定
ms.date: 07/01/2020
[|title|]: 設定する 👩‍💻
//^ metadata/duplicate-key: \`title\` stands twice in the front matter, expected once. The last one counts.
---
`,
  );
});

test("keys that differ, in letter case or behind the colon, are not equal", () => {
  checkRule(
    duplicateKey,
    `---
ms:assetid: a
ms:mtpsurl: b
ROBOTS: c
robots: d
nested:
  title: e
title: f
---
\`\`\`yaml
title: a
title: b
\`\`\`
`,
  );
});

test("the same entry twice is removed once", () => {
  checkFix(
    duplicateKey,
    "---\r\nauthor: a\r\ntitle: x\r\nauthor: a\r\n---\r\n",
    "---\r\nauthor: a\r\ntitle: x\r\n---\r\n",
  );
});

test("where the values differ, the writer chooses", () => {
  const page = "---\nkeywords:\n- a\n- b\ntitle: x\nkeywords:\n- c\n---\n";
  assert.deepEqual(fixTitles(duplicateKey, page), ["Remove the first entry", "Remove this entry"]);
  checkFix(duplicateKey, page, "---\ntitle: x\nkeywords:\n- c\n---\n", "Remove the first entry");
  checkFix(duplicateKey, page, "---\nkeywords:\n- a\n- b\ntitle: x\n---\n", "Remove this entry");
});
