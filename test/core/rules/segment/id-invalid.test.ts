import { test } from "node:test";
import { idInvalid } from "../../../../server/src/core/rules/segment/id-invalid.ts";
import { checkFix, checkRule } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

/** A pair with another id in both halves. */
function withId(id: string, target = "甲"): string {
  return pair(target, "A").replaceAll("1a2b3-101", id);
}

function message(id: string): string {
  return `segment/id-invalid: \`${id}\` is not a segment id: expected five hexadecimal digits in lower case, a hyphen and a number, such as \`45297-103\`.`;
}

function checkInvalid(id: string): void {
  checkRule(idInvalid, `${withId(id).replace(id, `[|${id}|]`)}\n//^ ${message(id)}`);
}

test("reports ids that the pipeline could not have written", () => {
  for (const id of [
    "1a2b-101",
    "1a2b3c-101",
    "1A2B3-101",
    "1a2g3-101",
    "1a2b3101",
    "1a2b3-10",
    "1a2b3-10000",
    "1a2b3-q101",
  ]) {
    checkInvalid(id);
  }
});

test("accepts sentence and paragraph ids of three and four digits", () => {
  for (const id of ["1a2b3-101", "00000-999", "1a2b3-1000", "1a2b3-p101", "1a2b3-p1000"])
    checkRule(idInvalid, withId(id));
});

test("leaves a segment with one good id to segment/id-mismatch", () => {
  checkRule(idInvalid, pair("甲", "A").replace("1a2b3-101", "1a2b3-1x1"));
});

test("is silent in code", () => {
  checkRule(idInvalid, `\`\`\`\n${withId("12345")}\n\`\`\``);
});

test("finds the place with CRLF, emoji and combining marks", () => {
  const page = `か\u3099\r\n\r\n> ${withId("1a2b3-1", "😀").replace("1a2b3-1", "[|1a2b3-1|]")}\r\n`;
  checkRule(idInvalid, `${page}\n//^ ${message("1a2b3-1")}`);
});

test("writes the id in lower case where that is all", () => {
  checkFix(idInvalid, withId("1A2B3-101"), withId("1a2b3-101"), "Change the id to `1a2b3-101`");
});

test("gives a free number with the page's prefix otherwise", () => {
  checkFix(
    idInvalid,
    `${pair("甲", "A", 103)} ${withId("1a2b3-10")} ${pair("乙", "B", 106)}`,
    `${pair("甲", "A", 103)} ${withId("1a2b3-104")} ${pair("乙", "B", 106)}`,
    "Renumber it to `1a2b3-104`",
  );
});
