import { test } from "node:test";
import { tablePipe } from "../../../../server/src/core/rules/segment/table-pipe.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

const MESSAGE = "segment/table-pipe: `|` is not in the English and splits the table cell here. Write `\\|`.";

/** A table with one cell to look at. */
function table(cell: string): string {
  return `| A | B |\n| --- | --- |\n| ${cell} | b |`;
}

test("reports a pipe that the translation adds to a cell", () => {
  checkRule(tablePipe, `${table(pair("列 [|||] 步", "List"))}\n//^ ${MESSAGE}`);
});

test("reports it inside code, where a table splits, too", () => {
  checkRule(tablePipe, `${table(pair("`甲[|||]乙`", "`A or B`"))}\n//^ ${MESSAGE}`);
});

test("reports it in the header, which is no header then", () => {
  checkRule(tablePipe, `| ${pair("甲[|||]乙", "A")} | B |\n//^ ${MESSAGE}\n| --- | --- |\n| a | b |`);
});

test("reports it in a header without a pipe at the edge", () => {
  checkRule(tablePipe, `${pair("甲[|||]乙", "A")} | B\n//^ ${MESSAGE}\n--- | ---\na | b`);
});

test("accepts an escaped pipe and one that the English has", () => {
  checkRule(tablePipe, table(pair("甲 \\| 乙", "A or B")));
  checkRule(tablePipe, table(pair("甲 | 乙", "A | B")));
});

test("accepts a pipe outside tables", () => {
  checkRule(tablePipe, pair("甲 | 乙", "A or B"));
});

test("is silent in code blocks", () => {
  checkRule(tablePipe, `\`\`\`\n${table(pair("甲 | 乙", "A"))}\n\`\`\``);
});

test("finds the place with CRLF, emoji and combining marks", () => {
  const page = table(pair("😀 が[|||]", "A")).replaceAll("\n", "\r\n");
  checkRule(tablePipe, `か\u3099\r\n\r\n${page}\r\n\n//^ ${MESSAGE}`);
});

test("escapes it", () => {
  checkFix(tablePipe, table(pair("甲 | 乙", "A or B")), table(pair("甲 \\| 乙", "A or B")));
});
