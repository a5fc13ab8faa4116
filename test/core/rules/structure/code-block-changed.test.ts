import { test } from "node:test";
import { codeBlockChanged } from "../../../../server/src/core/rules/structure/code-block-changed.ts";
import { checkFix, checkRule } from "../../../check.ts";
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
