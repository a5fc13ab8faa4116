import { test } from "node:test";
import { emptyTarget } from "../../../../server/src/core/rules/segment/empty-target.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

const MESSAGE = "segment/empty-target: Segment `1a2b3-101` has no translation. Translate its English half.";

/** A pair with a mark around the id of its translation. */
function marked(target: string, source: string): string {
  return pair(target, source).replace(/"([^"]+)"/, '"[|$1|]"');
}

test("reports a translation of nothing but blanks", () => {
  for (const blank of ["", " ", "\u00A0", "\u3000", "\u200B", "&nbsp;", " &#160; "]) {
    checkRule(emptyTarget, `${marked(blank, "Text.")}\n//^ ${MESSAGE}`);
  }
});

test("reports a segment that is empty on both sides once", () => {
  checkRule(
    emptyTarget,
    `${marked("", " ")}\n//^ segment/empty-target: Segment \`1a2b3-101\` is empty on both sides.`,
  );
});

test("accepts a translation of one character", () => {
  checkRule(emptyTarget, pair("-", "Not available"));
});

test("is silent in code", () => {
  checkRule(emptyTarget, `\`\`\`\n${pair("", "Text.")}\n\`\`\``);
});

test("finds the place with CRLF, emoji and combining marks", () => {
  checkRule(emptyTarget, `か\u3099 😀\r\n\r\n| ${marked("", "Text.")} |\r\n\n//^ ${MESSAGE}`);
});

test("offers the English text to start from", () => {
  checkFix(emptyTarget, pair("", "Text."), pair("Text.", "Text."), "Insert the English text");
});

test("removes a segment that is empty on both sides", () => {
  checkFix(emptyTarget, `甲${pair("", "")}乙`, "甲乙");
});
