import assert from "node:assert/strict";
import { test } from "node:test";
import { missingAttribute } from "../../../../server/src/core/rules/metadata/missing-attribute.ts";
import { checkFix, checkRule, fixTitles } from "../../../check.ts";

const PIPELINE = `ms.openlocfilehash: 0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c
ms.sourcegitcommit: a1b2c3d4e5f60718293a4b5c6d7e8f9001122334
ms.translationtype: HT
ms.contentlocale: zh-CN
ms.lasthandoff: 05/19/2021
ms.locfileid: "20001234"`;

test("a header without title is found, and the first heading offered", () => {
  checkRule(
    missingAttribute,
    `[|---|]
//^ metadata/missing-attribute: The front matter has no \`title\`.
description: x
---
# 设置 👩‍💻
`,
  );
  checkFix(
    missingAttribute,
    "---\r\nauthor: a\r\n---\r\n# 设置：第一步\r\n",
    "---\r\ntitle: 设置：第一步\r\nauthor: a\r\n---\r\n# 设置：第一步\r\n",
  );
  checkFix(
    missingAttribute,
    "---\nauthor: a\n---\n# Step 1: what's new\n",
    "---\ntitle: 'Step 1: what''s new'\nauthor: a\n---\n# Step 1: what's new\n",
  );
});

test("a heading with markup is not offered as title", () => {
  assert.deepEqual(fixTitles(missingAttribute, "---\nauthor: a\n---\n# The `code` page\n"), []);
  assert.deepEqual(fixTitles(missingAttribute, "---\nauthor: a\n---\nNo heading.\n"), []);
});

test("help of PowerShell commands has its title in the heading alone", () => {
  const page = (header: string): string => `---\n${header}\n---\n# Get-Skylark\n`;
  checkRule(
    missingAttribute,
    page("external help file: Skylark-Help.xml\nonline version: ''\nschema: 2.0.0"),
  );
  checkRule(
    missingAttribute,
    `[|---|]\n//^ metadata/missing-attribute: The front matter has no \`title\`.\nschema: 2.0.0\n---\n# Get-Skylark\n`,
  );
});

test("an empty title is found", () => {
  checkRule(
    missingAttribute,
    `---
[|title|]: ""
//^ metadata/missing-attribute: \`title\` is empty, expected the title of the page.
---
`,
  );
});

test("of the six pipeline keys, the missing ones are named", () => {
  checkRule(
    missingAttribute,
    `//- a.md
---
title: x
${PIPELINE.replace(/ms.sourcegitcommit.*\n/, "").replace("ms.translationtype", "[|ms.translationtype|]")}
//^ metadata/missing-attribute: \`ms.sourcegitcommit\` is missing, expected all six keys of the localization pipeline together.
---
//- b.md
---
title: x
[|ms.translationtype|]: MT
//^ metadata/missing-attribute: \`ms.openlocfilehash\`, \`ms.sourcegitcommit\`, \`ms.contentlocale\`, \`ms.lasthandoff\`, \`ms.locfileid\` are missing, expected all six keys of the localization pipeline together.
---
`,
  );
});

test("all six keys, or none of them, are fine", () => {
  checkRule(
    missingAttribute,
    `//- a.md\n---\ntitle: x\n${PIPELINE}\n---\n//- b.md\n---\ntitle: x\n---\n# x\n`,
  );
  checkRule(missingAttribute, `---\ntitle: x\n${PIPELINE}\n---\n`.replaceAll("\n", "\r\n"));
});

test("what earlier pipelines did not write is not missed", () => {
  checkRule(
    missingAttribute,
    `//- a.md
---
title: x
ms.translationtype: HT
ms.sourcegitcommit: a1b2c3d4e5f60718293a4b5c6d7e8f9001122334
ms.openlocfilehash: 0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c
ms.contentlocale: cs-cz
ms.lasthandoff: 09/11/2018

---
//- b.md
---
title: x
translationtype: Human Translation
ms.sourcegitcommit: a1b2c3d4e5f60718293a4b5c6d7e8f9001122334
ms.openlocfilehash: 0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c
ms.lasthandoff: 03/31/2017
---
`,
  );
});

test("includes need no title where only their folder was opened", () => {
  checkRule(missingAttribute, "//- 1-overview.md\n---\nauthor: a\n---\n", { rootName: "includes" });
  checkRule(
    missingAttribute,
    "//- 1-overview.md\n[|---|]\n//^ metadata/missing-attribute: The front matter has no `title`.\nauthor: a\n---\n",
    { rootName: "skylark-includes" },
  );
});

test("includes, tables of contents and pages of the repository need no title", () => {
  for (const path of [
    "includes/note.md",
    "docs/Includes/note.md",
    "docs/article-includes/note.md",
    "README.md",
    "docs/TOC.md",
    "CONTRIBUTING.md",
    "Issue_Template.md",
    ".github/pull_request_template.md",
    "SECURITY.md",
  ])
    checkRule(missingAttribute, `//- ${path}\n---\nauthor: a\n---\n`);
  checkRule(
    missingAttribute,
    "//- get-help/support.md\n[|---|]\n//^ metadata/missing-attribute: The front matter has no `title`.\nauthor: a\n---\n",
  );
});

test("a page without front matter says nothing, unless it has segments", () => {
  checkRule(missingAttribute, "# Title\n\n```yaml\n---\nauthor: a\n---\n```\n");
  checkRule(
    missingAttribute,
    `[|# <span data-ttu-id="1a2b3-101">标题</span><span class="sxs-lookup"><span data-stu-id="1a2b3-101">Title</span></span>|]
//^ metadata/missing-attribute: The page has segments but no front matter, expected the keys that the localization pipeline writes.
`,
  );
});

test("a misspelt key is left to metadata/unknown-key", () => {
  checkRule(missingAttribute, "---\ntitel: x\n---\n");
  checkRule(missingAttribute, `---\ntitle: x\n${PIPELINE.replace("ms.locfileid", "ms.locfielid")}\n---\n`);
  checkRule(missingAttribute, "---\nTitle: x\n---\n");
});

test("a header that cannot be read is left to metadata/yaml-syntax-error", () => {
  checkRule(missingAttribute, "---js\n{}\n---\n");
  checkRule(missingAttribute, "---\n- a\n---\n");
  checkRule(missingAttribute, "---\ntitle: a: b\nms.date: 07/01/2020\n---\n");
});

test("a header whose keys stand in segments is for the rule about its form", () => {
  checkRule(
    missingAttribute,
    '---\n<span data-ttu-id="1a2b3-101">titre :</span><span class="sxs-lookup"><span data-stu-id="1a2b3-101">title:</span></span>\n\n---\n',
  );
});
