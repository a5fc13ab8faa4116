import assert from "node:assert/strict";
import { test } from "node:test";
import { codeBlockChanged } from "../../../../server/src/core/rules/structure/code-block-changed.ts";
import { headingMismatch } from "../../../../server/src/core/rules/structure/heading-mismatch.ts";
import { checkFix, checkRule, fixTitles } from "../../../check.ts";
import { fixed, localized, pair } from "./localized.ts";

const ENGLISH = 'Run this:\n\n```js\nstart("hub");\nwait(5);\n// Stop it.\nstop();\n```\n\nThen go on.\n';
const page = (code: string, fence = "```js"): string => `运行：\n\n${fence}\n${code}\n\`\`\`\n\n继续。\n`;
const CODE = 'start("hub");\nwait(5);\n// Stop it.\nstop();';

test("accepts the English code", () => {
  checkRule(codeBlockChanged, localized(page(CODE), ENGLISH));
});

test("accepts blanks for no-break spaces, other indentation and translated comments", () => {
  checkRule(
    codeBlockChanged,
    localized(
      page("start();\n  wait();"),
      ENGLISH.replace(/start[\s\S]*stop\(\);/, "start();\n\u00A0\u00A0wait();"),
    ),
  );
  checkRule(codeBlockChanged, localized(page(CODE.replace("Stop it.", "停止。🛑")), ENGLISH));
  checkRule(
    codeBlockChanged,
    localized(
      `运行：\n\n${page(CODE)
        .split("\n")
        .slice(2, 8)
        .map((line) => `  ${line}`)
        .join("\n")}\n\n继续。\n`,
      ENGLISH,
    ),
  );
});

test("reports the line that differs, and restores it", () => {
  checkRule(
    codeBlockChanged,
    localized(
      page(
        CODE.replace(
          'start("hub");',
          '[|start(&quot;hub&quot;);|]\n//^ structure/code-block-changed: The code differs from the English: `start(&quot;hub&quot;);`, expected `start("hub");`.',
        ),
      ),
      ENGLISH,
    ),
  );
  checkFix(
    codeBlockChanged,
    localized(page(CODE.replace('"hub"', "&quot;hub&quot;")), ENGLISH),
    fixed(page(CODE), ENGLISH),
  );
});

test("takes a URL for no comment, and a string neither", () => {
  const code = (text: string): string => page(text);
  const english = ENGLISH.replace("wait(5);", 'open("https://example.com/a");');
  checkRule(
    codeBlockChanged,
    localized(
      code(
        CODE.replace(
          "wait(5);",
          '[|open("https://example.com/b");|]\n//^ structure/code-block-changed: The code differs from the English: `open("https://example.com/b");`, expected `open("https://example.com/a");`.',
        ),
      ),
      english,
    ),
  );
});

test("restores several lines in a list and a quote, with CRLF", () => {
  const english = "1. Run this:\n\n   > ```\n   > a\n   > b\n   > c\n   > ```\n".replaceAll("\n", "\r\n");
  const at = (lines: string): string =>
    `1. 运行：\n\n   > \`\`\`\n${lines}   > \`\`\`\n`.replaceAll("\n", "\r\n");
  checkFix(
    codeBlockChanged,
    localized(at("   > a\n   > x\n   > y\n   > c\n"), english),
    fixed(at("   > a\n   > b\n   > c\n"), english),
  );
  checkFix(
    codeBlockChanged,
    localized(at("   > a\n   > c\n"), english),
    fixed(at("   > a\n   > b\n   > c\n"), english),
  );
  checkFix(
    codeBlockChanged,
    localized(at("   > b\n   > c\n"), english),
    fixed(at("   > a\n   > b\n   > c\n"), english),
  );
  checkFix(
    codeBlockChanged,
    localized(at("   > a\n   > b\n   > c\n   > d\n"), english),
    fixed(at("   > a\n   > b\n   > c\n"), english),
  );
});

test("says how many lines are missing or too many", () => {
  checkRule(
    codeBlockChanged,
    localized(
      page(
        '[|start("hub");|]\n//^ structure/code-block-changed: The English code has 2 more lines here, from `wait(5);` on.\nstop();',
      ),
      ENGLISH,
    ),
  );
  checkRule(
    codeBlockChanged,
    localized(
      page(
        `[|init();|]\n//^ structure/code-block-changed: The English code does not have 1 line here, from \`init();\` on.\n${CODE}`,
      ),
      ENGLISH,
    ),
  );
});

test("reports another language of the block, but not another letter case", () => {
  checkRule(codeBlockChanged, localized(page(CODE, "```JS"), ENGLISH));
  checkRule(
    codeBlockChanged,
    localized(
      page(
        CODE,
        "[|```json|]\n//^ structure/code-block-changed: The code block is marked as `json`, the English one as `js`.",
      ),
      ENGLISH,
    ),
  );
  checkFix(
    codeBlockChanged,
    localized(page(CODE, "``` json"), ENGLISH),
    fixed(page(CODE, "``` js"), ENGLISH),
  );
  checkFix(codeBlockChanged, localized(page(CODE, "```"), ENGLISH), fixed(page(CODE), ENGLISH));
});

test("reports a code block that is missing, and puts it back unmarked", () => {
  checkRule(
    codeBlockChanged,
    localized(
      '[|运行：|]\n//^ structure/code-block-changed: The English code block `start("hub");` is missing after this line.\n\n继续。\n',
      ENGLISH,
    ),
  );
  checkFix(codeBlockChanged, localized("运行：\n\n继续。\n", ENGLISH), fixed(page(CODE), ENGLISH));
});

test("reports a code block that the English page does not have", () => {
  checkRule(
    codeBlockChanged,
    localized(
      `${page(CODE)}\n[|    缩进|]\n//^ structure/code-block-changed: The English page has no code block \`缩进\` here.\n`,
      ENGLISH,
    ),
  );
});

test("leaves segments in code to the rule about them", () => {
  checkRule(codeBlockChanged, localized(page(pair(101, "开始", "start")), ENGLISH));
});

test("leaves a fence that became indented code with its list item to the rule about lists", () => {
  const english = "1. Run this:\n\n    ```js\n    start();\n    ```\n";
  checkRule(codeBlockChanged, localized("1.运行：\n\n    ```js\n    start();\n    ```\n", english));
});

const TWO_BLOCKS =
  "Run this:\n\n```js\nstart();\nwait(5);\n```\n\nThen check:\n\n```console\nstatus\n```\n\n## See also\n\nThe manual.\n";
const BOTH_CLOSED = `运行：

\`\`\`js
start();
wait(5);
\`\`\`

然后检查：

\`\`\`console
status
\`\`\`

## <a name="see-also"></a>另请参阅

手册。
`;

test("closes code that lost its end, and takes away or puts in nothing that reads as code since", () => {
  for (const lineEnd of ["\n", "\r\n"]) {
    const whole = BOTH_CLOSED.replaceAll("\n", lineEnd);
    for (const [lines, opened] of [
      [2, whole.replace(`wait(5);${lineEnd}\`\`\``, "wait(5);")],
      [1, whole.replace(`status${lineEnd}\`\`\``, "status")],
    ] as const) {
      checkFix(codeBlockChanged, localized(opened, TWO_BLOCKS), fixed(whole, TWO_BLOCKS));
      const titles = [codeBlockChanged, headingMismatch].flatMap((rule) =>
        fixTitles(rule, localized(opened, TWO_BLOCKS)),
      );
      assert.deepEqual(titles, ["Close it where the English one ends"], `after ${lines}`);
    }
  }
});

test("says where the English code ends, and the same in a list", () => {
  checkRule(
    codeBlockChanged,
    localized(
      BOTH_CLOSED.replace("```console", "[|```console|]").replace("status\n```", "status") +
        "//^ structure/code-block-changed: The code block has no end, the English one ends after 1 line. What follows is shown as code.",
      TWO_BLOCKS,
    ),
  );
  const english = "1. Run:\n\n   ```js\n   start();\n   ```\n\n   Wait.\n\n1. Read.\n";
  const listed = "1. 运行：\n\n   ```js\n   start();\n   ```\n\n   等待。\n\n1. 阅读。\n";
  const opened = listed.replace("start();\n   ```", "start();");
  checkFix(codeBlockChanged, localized(opened, english), fixed(listed, english));
});

test("leaves code without an end alone where the English has none either", () => {
  const english = "Run this:\n\n```js\nstart();\n\nThen go on.\n";
  checkRule(codeBlockChanged, localized("运行：\n\n```js\nstart();\n\nThen go on.\n", english));
});
