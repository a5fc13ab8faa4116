import { test } from "node:test";
import { foreignPrefix } from "../../../../server/src/core/rules/segment/foreign-prefix.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

const MESSAGE =
  "segment/foreign-prefix: The prefix `99999` is foreign to this page: expected `1a2b3`, as in its other segments.";

function foreign(target: string, source: string, number?: number): string {
  return pair(target, source, number).replaceAll("1a2b3", "99999");
}

function marked(target: string, source: string, number?: number): string {
  return foreign(target, source, number).replace(/"([^"]+)"/, '"[|$1|]"');
}

test("reports a prefix that most segments do not have", () => {
  checkRule(
    foreignPrefix,
    `${marked("甲", "A")} ${pair("乙", "B", 102)} ${pair("丙", "C", 103)}\n//^ ${MESSAGE}`,
  );
});

test("goes by the first segment where two prefixes are as frequent", () => {
  checkRule(foreignPrefix, `${pair("甲", "A")} ${marked("乙", "B", 102)}\n//^ ${MESSAGE}`);
});

test("accepts one prefix for sentences and paragraphs", () => {
  checkRule(foreignPrefix, `${pair("甲", "A")} ${pair("乙", "B").replaceAll("-101", "-p101")}`);
});

test("leaves halves that differ to segment/id-mismatch", () => {
  checkRule(foreignPrefix, `${pair("甲", "A")} ${pair("乙", "B", 102).replace("1a2b3", "99999")}`);
});

test("is silent in code", () => {
  checkRule(foreignPrefix, `${pair("甲", "A")}\n\n\`\`\`\n${foreign("乙", "B", 102)}\n\`\`\``);
});

test("finds the place with CRLF, emoji and combining marks", () => {
  checkRule(
    foreignPrefix,
    `か\u3099\r\n\r\n${pair("😀", "A")}\r\n- ${marked("乙", "B", 102)}\r\n\n//^ ${MESSAGE}`,
  );
});

test("changes the prefix alone where the number is free and in order", () => {
  checkFix(
    foreignPrefix,
    `${pair("甲", "A")} ${foreign("乙", "B", 102)} ${pair("丙", "C", 103)}`,
    `${pair("甲", "A")} ${pair("乙", "B", 102)} ${pair("丙", "C", 103)}`,
    "Change the id to `1a2b3-102`",
  );
});

test("renumbers where the number is taken", () => {
  checkFix(
    foreignPrefix,
    `${pair("甲", "A")} ${foreign("乙", "B", 103)} ${pair("丙", "C", 103)}`,
    `${pair("甲", "A")} ${pair("乙", "B", 102)} ${pair("丙", "C", 103)}`,
    "Renumber it to `1a2b3-102`",
  );
});
