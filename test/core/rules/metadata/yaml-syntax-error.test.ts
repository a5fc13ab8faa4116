import assert from "node:assert/strict";
import { test } from "node:test";
import { yamlSyntaxError } from "../../../../server/src/core/rules/metadata/yaml-syntax-error.ts";
import { checkFix, checkRule, fixTitles } from "../../../check.ts";
import { checkGrowth } from "../../../count-steps.ts";

test("a colon inside a plain value is an error, and quotes repair it", () => {
  checkRule(
    yamlSyntaxError,
    `---
[|title: Set up: part two|]
//^ metadata/yaml-syntax-error: The value of \`title\` holds a colon followed by a blank, which YAML takes for another key. Put the value in quotes.
ms.date: 07/01/2020
---
# Set up`,
  );
  checkFix(
    yamlSyntaxError,
    "---\ntitle: Set up: part two\nms.date: 07/01/2020\n---\n# Set up\n",
    "---\ntitle: 'Set up: part two'\nms.date: 07/01/2020\n---\n# Set up\n",
  );
});

test("the quotes fit what is in the value", () => {
  checkFix(yamlSyntaxError, "---\ntitle: It's on: go\n---\n", '---\ntitle: "It\'s on: go"\n---\n');
  checkFix(yamlSyntaxError, '---\ntitle: It\'s "on": go\n---\n', "---\ntitle: 'It''s \"on\": go'\n---\n");
  checkFix(yamlSyntaxError, "---\ntitle: @home\n---\n", "---\ntitle: '@home'\n---\n");
  checkFix(yamlSyntaxError, "---\ntitle: [Beta] set up\n---\n", "---\ntitle: '[Beta] set up'\n---\n");
  checkFix(yamlSyntaxError, '---\ntitle: "Set up" now\n---\n', "---\ntitle: '\"Set up\" now'\n---\n");
});

test("open quotes are closed", () => {
  checkRule(
    yamlSyntaxError,
    `---
[|title: "设置路由器|]
//^ metadata/yaml-syntax-error: The value of \`title\` starts with \`"\`, but the closing quote is missing.
ms.date: 07/01/2020
---
`,
  );
  checkFix(
    yamlSyntaxError,
    '---\ntitle: "设置路由器\nms.date: 07/01/2020\n---\n',
    '---\ntitle: "设置路由器"\nms.date: 07/01/2020\n---\n',
  );
});

test("each broken entry is one finding", () => {
  checkRule(
    yamlSyntaxError,
    `---
[|title: a: b|]
//^ metadata/yaml-syntax-error: The value of \`title\` holds a colon followed by a blank, which YAML takes for another key. Put the value in quotes.
ms.date: 07/01/2020
[|ms.topic how-to|]
//^ metadata/yaml-syntax-error: \`ms.topic how-to\` in the front matter is no \`key: value\` entry.
author: someone
---
`,
  );
});

test("a colon or the blank behind it is put in after a known key", () => {
  checkFix(
    yamlSyntaxError,
    "---\r\ntitle: x\r\nms.date 07/01/2020\r\n---\r\n",
    "---\r\ntitle: x\r\nms.date: 07/01/2020\r\n---\r\n",
  );
  checkFix(yamlSyntaxError, "---\ntitle:设置\nauthor: x\n---\n", "---\ntitle: 设置\nauthor: x\n---\n");
  assert.deepEqual(fixTitles(yamlSyntaxError, "---\ntitle: x\nsome words\n---\n"), []);
});

test("an unclosed header is an error, and the fix closes it before the body", () => {
  checkRule(
    yamlSyntaxError,
    `---
title: 設定 👩‍💻
[|ms.date: 07/01/2020|]
//^ metadata/yaml-syntax-error: The front matter is not closed, expected a line \`---\` after its last entry.

# Title

Text.`,
  );
  checkFix(
    yamlSyntaxError,
    "---\ntitle: x\nms.date: 07/01/2020\n\n# Title\n",
    "---\ntitle: x\nms.date: 07/01/2020\n---\n\n# Title\n",
  );
  checkFix(yamlSyntaxError, "---\ntitle: x", "---\ntitle: x\n---\n");
});

test("a fence of the wrong length is replaced", () => {
  checkFix(yamlSyntaxError, "---\ntitle: x\n----\n# Title\n", "---\ntitle: x\n---\n# Title\n");
  checkFix(yamlSyntaxError, "---\ntitle: x\n--\n# Title\n", "---\ntitle: x\n---\n# Title\n");
  checkFix(yamlSyntaxError, "---\ntitle: x\n—\n# Title\n", "---\ntitle: x\n---\n# Title\n");
});

test("in a page with CRLF the fix writes CRLF", () => {
  checkFix(
    yamlSyntaxError,
    "---\r\ntitle: x\r\nms.date: 07/01/2020\r\n\r\n# Title\r\n",
    "---\r\ntitle: x\r\nms.date: 07/01/2020\r\n---\r\n\r\n# Title\r\n",
  );
  checkFix(yamlSyntaxError, "---\r\ntitle: a: b\r\n---\r\n", "---\r\ntitle: 'a: b'\r\n---\r\n");
});

test("a header in another language is an error", () => {
  checkRule(
    yamlSyntaxError,
    `[|---js|]
//^ metadata/yaml-syntax-error: The front matter is marked as \`js\`, expected YAML between \`---\` and \`---\`.
{ title: "x" }
---
`,
  );
});

test("a header that is a list or a text is an error", () => {
  checkRule(
    yamlSyntaxError,
    `---
[|- title|]
//^ metadata/yaml-syntax-error: The front matter is no list of \`key: value\` entries.
---
`,
  );
});

test("sound headers, pages without one and horizontal rules are silent", () => {
  checkRule(
    yamlSyntaxError,
    `//- a.md
---
title: "Set up: part two"
url: https://example.org/a:b
time: 12:30
keys: [a, b]
long: >-
  one: two
---
# Title
//- b.md
---

A page that starts with a rule.

---
//- c.md
---
Note: read this first.

Text.
//- d.md
---
---
//- e.md
# Title

\`\`\`yaml
---
title: a: b
\`\`\`
`,
  );
});

test("a header in which every entry is broken gets its fixes in a time that grows with it", () => {
  for (const line of ["k: b: c\n", 'k: "b\n', "k: [\n"]) {
    const build = (count: number): string => `---\n${line.repeat(count)}---\n`;
    checkGrowth(build, (text) => fixTitles(yamlSyntaxError, text), 50);
    assert.equal(fixTitles(yamlSyntaxError, build(30)).length, 30, line);
  }
});

test("a header whose keys stand in segments is no header", () => {
  const start = `<span data-ttu-id="1a2b3-101">titre : auteur :</span><span class="sxs-lookup"><span data-stu-id="1a2b3-101">title: author:</span></span>
- <span data-ttu-id="1a2b3-102">'Skylark'</span><span class="sxs-lookup"><span data-stu-id="1a2b3-102">'Skylark'</span></span>`;
  const message =
    "//^ metadata/yaml-syntax-error: The front matter was translated as text: its keys stand in segments, where neither the build nor the pipeline reads them.";
  for (const end of ["\n---\n# Titre", "\n\n---\n# Titre", "\n# Titre"])
    checkRule(yamlSyntaxError, `[|---|]\n${start}${end}\n${message}`);
  checkRule(yamlSyntaxError, `---\n\n${start}\n\n---\n`);
});

test("a segment below a horizontal rule is no header, whatever it begins with", () => {
  for (const source of ["The fox ran.", "Note: the fox ran.", "</a>"])
    checkRule(
      yamlSyntaxError,
      `---\n<span data-ttu-id="1a2b3-101">${source}</span><span class="sxs-lookup"><span data-stu-id="1a2b3-101">${source}</span></span>\n`,
    );
});
