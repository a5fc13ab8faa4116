import assert from "node:assert/strict";
import { test } from "node:test";
import { nested } from "../../../../server/src/core/rules/segment/nested.ts";
import { checkFix, checkRule, checkText } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

const MESSAGE =
  "segment/nested: Segment `1a2b3-102` starts inside segment `1a2b3-101`. Segments stand side by side.";

/** The pair 102 with a mark around its first tag. */
function marked(): string {
  return pair("乙", "B", 102).replace(/^<[^>]+>/, "[|$&|]");
}

test("reports a segment inside a translation", () => {
  checkRule(nested, `${pair(`甲 ${marked()} 丙`, "A C")}\n//^ ${MESSAGE}`);
});

test("reports a segment inside an English half", () => {
  checkRule(nested, `${pair("甲", `A ${marked()} C`)}\n//^ ${MESSAGE}`);
});

test("accepts segments side by side, with and without a blank", () => {
  checkRule(nested, `${pair("甲", "A")} ${pair("乙", "B", 102)}${pair("丙", "C", 103)}`);
});

test("accepts the page's own spans inside a segment", () => {
  checkRule(nested, pair('<span class="ui">甲</span>', '<span class="ui">A</span>'));
});

test("is silent in code", () => {
  checkRule(nested, `\`\`\`\n${pair(`甲 ${pair("乙", "B", 102)}`, "A")}\n\`\`\``);
});

test("finds the place with CRLF, emoji and combining marks", () => {
  checkRule(nested, `か\u3099\r\n\r\n${pair(`😀 ${marked()}`, "A")}\r\n\n//^ ${MESSAGE}`);
});

test("moves the inner segment behind the outer one", () => {
  const inner = pair("乙", "B", 102);
  checkFix(nested, pair(`甲${inner}`, "A"), `${pair("甲", "A")} ${inner}`);
});

test("unwraps the inner segment, each half in its half", () => {
  const title = "Remove the inner markup and keep its text";
  checkFix(nested, pair(`甲${pair("乙", "B", 102)}丙`, "A"), pair("甲乙丙", "A"), title);
  checkFix(nested, pair("甲", `A${pair("乙", "B", 102)}C`), pair("甲", "ABC"), title);
});

test("leaves an inner segment of many pages where it is", () => {
  const fixesFor = (translation: string): number | undefined =>
    checkText(pair(`甲${pair(translation, "B", 102)}`, "A")).find(({ ruleId }) => ruleId === "segment/nested")
      ?.fixes?.length;
  assert.equal(fixesFor("乙".repeat(100)), 2);
  assert.equal(fixesFor("乙".repeat(20_000)) ?? 0, 0);
});
