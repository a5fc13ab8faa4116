import { test } from "node:test";
import { emptySource } from "../../../../server/src/core/rules/segment/empty-source.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

const MESSAGE =
  "segment/empty-source: The English half of segment `1a2b3-101` is empty. Put the English text back, or remove the markup.";

/** A pair with a mark around the id of its English half. */
function marked(target: string, source: string): string {
  return pair(target, source).replace(/stu-id="([^"]+)"/, 'stu-id="[|$1|]"');
}

test("reports an English half of nothing but blanks", () => {
  for (const blank of ["", " ", "\u00A0", "\u200B", "&nbsp;"]) {
    checkRule(emptySource, `${marked("译文。", blank)}\n//^ ${MESSAGE}`);
  }
});

test("leaves a segment that is empty on both sides to segment/empty-target", () => {
  checkRule(emptySource, pair("", ""));
});

test("accepts English of one character", () => {
  checkRule(emptySource, pair("是", "Y"));
});

test("is silent in code", () => {
  checkRule(emptySource, `\`\`\`\n${pair("译文。", "")}\n\`\`\``);
});

test("finds the place with CRLF, emoji and combining marks", () => {
  checkRule(emptySource, `か\u3099\r\n\r\n- ${marked("😀。", "")}\r\n\n//^ ${MESSAGE}`);
});

test("offers to keep the translation alone", () => {
  checkFix(emptySource, `- ${pair("译文。", "")}`, "- 译文。", "Remove the markup and keep the translation");
});
