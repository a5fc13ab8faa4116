import { test } from "node:test";
import { insideCode } from "../../../../server/src/core/rules/segment/inside-code.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

function message(which: string, kind: string): string {
  return `segment/inside-code: Segment \`1a2b3-101\`${which} in ${kind}: readers of this page see the markup as text. Check where the code starts and ends.`;
}

/** A pair with a mark around the id of its translation. */
function marked(target: string, source: string): string {
  return pair(target, source).replace(/"([^"]+)"/, '"[|$1|]"');
}

test("reports a block of code with segments once", () => {
  checkRule(
    insideCode,
    `\`\`\`js\n${marked("甲", "A")}\n${pair("乙", "B", 102)}\n\`\`\`\n//^ ${message(" and 1 more", "a code block")}`,
  );
});

test("reports segments in indented code", () => {
  checkRule(insideCode, `文。\n\n    ${marked("甲", "A")}\n//^ ${message("", "a code block")}`);
});

test("reports a segment in inline code", () => {
  checkRule(insideCode, `选择 \`${marked("甲", "A")}\`。\n//^ ${message("", "inline code")}`);
});

test("accepts code inside a segment, and segments next to code", () => {
  checkRule(insideCode, `\`\`\`js\nx\n\`\`\`\n\n${pair("`甲`", "`A`")} \`Excel\``);
});

test("finds the place with CRLF, emoji and combining marks", () => {
  checkRule(
    insideCode,
    `か\u3099\r\n\r\n~~~\r\n😀 ${marked("甲", "A")}\r\n~~~\r\n\n//^ ${message("", "a code block")}`,
  );
});

test("offers to keep the translations alone", () => {
  checkFix(
    insideCode,
    `\`\`\`\n${pair("甲", "A")}\n${pair("乙", "B", 102)}\n\`\`\``,
    "```\n甲\n乙\n```",
    "Remove the markup and keep the translation",
  );
});
