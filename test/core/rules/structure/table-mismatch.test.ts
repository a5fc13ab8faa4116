import { test } from "node:test";
import { tableMismatch } from "../../../../server/src/core/rules/structure/table-mismatch.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { fixed, localized, pair } from "./localized.ts";

const ENGLISH =
  "Lights:\n\n| Light | Meaning |\n| --- | --- |\n| `red` | Wait. |\n| `green` | Go. |\n| `blue` | Stop. |\n\nDone.\n";
const HEAD = "灯：\n\n| 灯 | 含义 |\n| --- | --- |\n";
const RED = "| `red` | 等待。|\n";
const GREEN = "| `green` | 走。|\n";
const BLUE = "| `blue` | 停。|\n";
const END = "\n完成。\n";

test("accepts as many rows and columns", () => {
  checkRule(tableMismatch, localized(HEAD + RED + GREEN + BLUE + END, ENGLISH));
});

test("reports a row that is missing, and inserts the English one", () => {
  checkRule(
    tableMismatch,
    localized(
      `${HEAD}[|| \`red\` | 等待。⏳||]
//^ structure/table-mismatch: The table has 2 rows, the English one has 3. One is missing after this one.
${BLUE}${END}`,
      ENGLISH,
    ),
  );
  checkFix(
    tableMismatch,
    localized(HEAD + RED + BLUE + END, ENGLISH),
    fixed(`${HEAD}${RED}| \`green\` | Go. <!--lockstep:new--> |\n${BLUE}${END}`, ENGLISH),
  );
});

test("inserts a row at the top, in a quote and with CRLF", () => {
  const inQuote = (text: string): string =>
    text
      .split("\n")
      .map((line) => `> ${line}`)
      .join("\r\n");
  const english = inQuote(ENGLISH);
  checkFix(
    tableMismatch,
    localized(inQuote(HEAD + GREEN + BLUE + END), english),
    fixed(inQuote(`${HEAD}| \`red\` | Wait. <!--lockstep:new--> |\n${GREEN}${BLUE}${END}`), english),
  );
});

test("reports another number of columns", () => {
  checkRule(
    tableMismatch,
    localized(
      `灯：

[|| 灯 | 含义 | 颜色 ||]
//^ structure/table-mismatch: The table has 3 columns, the English one has 2.
| --- | --- | --- |
${RED}${GREEN}${BLUE}${END}`,
      ENGLISH,
    ),
  );
});

test("reports a header that makes no table", () => {
  checkRule(
    tableMismatch,
    localized(
      `灯：

[|| 灯 | 含义 | 颜色 ||]
//^ structure/table-mismatch: This is no table, in the English page it is one with 2 columns; its header and the dashes below need as many cells.
| --- | --- |
${RED}${GREEN}${BLUE}${END}`,
      ENGLISH,
    ),
  );
});

test("reports a row with another number of cells", () => {
  checkRule(
    tableMismatch,
    localized(
      `${HEAD}${RED}[|| \`green\` | 走 | 快。||]
//^ structure/table-mismatch: The row has 3 cells, the English one has 2.
${BLUE}${END}`,
      ENGLISH,
    ),
  );
});

test("points at a row that was broken in two", () => {
  checkRule(
    tableMismatch,
    localized(
      `${HEAD}${RED}[|| \`green\`|]
//^ structure/table-mismatch: The table has 4 rows, the English one has 3.
走。|
${BLUE}${END}`,
      ENGLISH,
    ),
  );
});

test("reports a table that is missing", () => {
  checkRule(
    tableMismatch,
    localized(
      "[|灯：|]\n//^ structure/table-mismatch: The English table `| Light | Meaning |` is missing after this line.\n\n完成。\n",
      ENGLISH,
    ),
  );
});

test("leaves a pipe that a translation added to the rule about segments", () => {
  const english = "| Light |\n| --- |\n| Wait. |\n";
  checkRule(tableMismatch, localized(`| 灯 |\n| --- |\n| ${pair(101, "等|待", "Wait.")} |\n`, english));
});

test("does not read tables in code", () => {
  checkRule(tableMismatch, localized("```\n| a | b |\n| --- | --- |\n```\n", "```\n| a |\n| --- |\n```\n"));
});
