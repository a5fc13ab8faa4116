import assert from "node:assert/strict";
import { test } from "node:test";
import { pickFixes } from "../../../../server/src/core/rules/pick-fixes.ts";
import { duplicateId } from "../../../../server/src/core/rules/segment/duplicate-id.ts";
import { applyEdits } from "../../../../server/src/core/text/edit.ts";
import { checkFix, checkRule, checkText } from "../../../check.ts";
import { pair } from "../../compare/pair.ts";

const MESSAGE =
  "segment/duplicate-id: Another segment of this page has the id `1a2b3-101` already. Give this one its own.";

/** A pair with a mark around the id of its translation. */
function marked(target: string, source: string, number?: number): string {
  return pair(target, source, number).replace(/"([^"]+)"/, '"[|$1|]"');
}

test("reports the second segment with an id", () => {
  checkRule(duplicateId, `${pair("甲", "A")}\n\n${marked("乙", "B")}\n//^ ${MESSAGE}`);
});

test("accepts gaps, and the same number in both counters", () => {
  checkRule(
    duplicateId,
    `${pair("甲", "A")} ${pair("乙", "B", 109)} ${pair("丙", "C").replaceAll("-101", "-p101")}`,
  );
});

test("leaves ids that differ between the halves to segment/id-mismatch", () => {
  checkRule(
    duplicateId,
    `${pair("甲", "A")} ${pair("乙", "B").replace('stu-id="1a2b3-101', 'stu-id="1a2b3-102')}`,
  );
});

test("is silent in code", () => {
  checkRule(duplicateId, `\`\`\`\n${pair("甲", "A")}\n${pair("乙", "B")}\n\`\`\``);
});

test("finds the place with CRLF, emoji and combining marks", () => {
  checkRule(duplicateId, `か\u3099\r\n\r\n${pair("😀", "A")}\r\n- ${marked("乙", "B")}\r\n\n//^ ${MESSAGE}`);
});

test("takes the next free number where there is a gap", () => {
  checkFix(
    duplicateId,
    `${pair("甲", "A")} ${pair("乙", "B")} ${pair("丙", "C", 105)}`,
    `${pair("甲", "A")} ${pair("乙", "B", 102)} ${pair("丙", "C", 105)}`,
  );
});

test("moves the numbers behind it up where there is no gap", () => {
  checkFix(
    duplicateId,
    `${pair("甲", "A")} ${pair("乙", "B")} ${pair("丙", "C", 102)} ${pair("丁", "D", 103)} ${pair("戊", "E", 105)}`,
    `${pair("甲", "A")} ${pair("乙", "B", 102)} ${pair("丙", "C", 103)} ${pair("丁", "D", 104)} ${pair("戊", "E", 105)}`,
    "Renumber it to `1a2b3-102`, and the 2 segments behind it",
  );
});

test("takes a free number also where another segment has an id without the right form", () => {
  const broken = pair("丙", "C").replaceAll("1a2b3-101", "1a2-105");
  checkFix(
    duplicateId,
    `${pair("甲", "A")} ${pair("乙", "B")} ${pair("丁", "D", 103)} ${broken}`,
    `${pair("甲", "A")} ${pair("乙", "B", 102)} ${pair("丁", "D", 103)} ${broken}`,
  );
});

test("several copies are given numbers that differ, so that all of them can be mended at once", () => {
  const page = (...numbers: readonly number[]): string =>
    numbers.map((number) => pair("甲", "A", number)).join(" ");
  const fixed = (text: string): string => {
    const fixes = pickFixes(checkText(text).filter(({ ruleId }) => ruleId === duplicateId.id));
    return applyEdits(
      text,
      fixes.flatMap(({ edits }) => edits),
    );
  };
  assert.equal(fixed(page(101, 101, 101, 105)), page(101, 102, 103, 105));
  assert.equal(fixed(page(101, 101, 102, 102)), page(101, 102, 103, 104));
});
