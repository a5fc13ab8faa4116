import { test } from "node:test";
import { idMismatch } from "../../../../server/src/core/rules/segment/id-mismatch.ts";
import { checkFix, checkRule, fixTitles } from "../../../check.ts";
import assert from "node:assert/strict";
import { segmentPair } from "../../../segment-pair.ts";

/** A pair whose halves have ids of their own. */
function pair(targetId: string, sourceId: string, target = "甲"): string {
  return segmentPair(targetId, target, "A", sourceId);
}

function message(targetId: string, sourceId: string): string {
  return `segment/id-mismatch: The translation has the id \`${targetId}\`, its English half \`${sourceId}\`: both need the same.`;
}

const BEFORE = pair("1a2b3-101", "1a2b3-101");
const AFTER = pair("1a2b3-103", "1a2b3-103");

test("reports the English id where the translation's suits the page", () => {
  checkRule(
    idMismatch,
    `${BEFORE} ${pair("1a2b3-102", "[|1a2b3-109|]")} ${AFTER}\n//^ ${message("1a2b3-102", "1a2b3-109")}`,
  );
});

test("reports the translation's id where the English one suits better", () => {
  for (const id of ["1a2b3-103", "1a2b3-12", "99999-102", "1a2b3-150"]) {
    checkRule(
      idMismatch,
      `${BEFORE} ${pair(`[|${id}|]`, "1a2b3-102")} ${AFTER}\n//^ ${message(id, "1a2b3-102")}`,
    );
  }
});

test("accepts equal ids, good or bad", () => {
  checkRule(idMismatch, `${BEFORE} ${pair("xyz", "xyz")}`);
});

test("leaves an id that is not there to segment/corrupt-markup", () => {
  checkRule(idMismatch, pair("", "1a2b3-101"));
  checkRule(idMismatch, pair("1a2b3-101", ""));
});

test("is silent in code", () => {
  checkRule(idMismatch, `\`\`\`\n${pair("1a2b3-101", "1a2b3-102")}\n\`\`\``);
});

test("finds the place with CRLF, emoji and combining marks", () => {
  const page = `か\u3099\r\n\r\n${BEFORE} ${pair("1a2b3-102", "[|1a2b3-122|]", "😀")}\r\n`;
  checkRule(idMismatch, `${page}\n//^ ${message("1a2b3-102", "1a2b3-122")}`);
});

test("offers both ids, the better one first", () => {
  const page = `${BEFORE} ${pair("1a2b3-150", "1a2b3-102")} ${AFTER}`;
  checkFix(idMismatch, page, `${BEFORE} ${pair("1a2b3-102", "1a2b3-102")} ${AFTER}`);
  assert.deepEqual(fixTitles(idMismatch, page), [
    "Use the English id `1a2b3-102`",
    "Use the translation's id `1a2b3-150`",
  ]);
});

test("an id in full width, in digits of the language, with blanks or with another hyphen is replaced as a whole", () => {
  for (const id of [
    "1a2b3-１02",
    "１a2b3-102",
    "1a2b3－102",
    "1a2b3- 102",
    "1a2b3 - 102",
    "1a2b3–102",
    "1a2b3-١٠٢",
    "1a2b3-१०२",
  ]) {
    const mended = `${BEFORE} ${pair("1a2b3-102", "1a2b3-102")} ${AFTER}`;
    for (const page of [pair(id, "1a2b3-102"), pair("1a2b3-102", id)].map(
      (each) => `${BEFORE} ${each} ${AFTER}`,
    )) {
      checkFix(idMismatch, page, mended);
      assert.equal(fixTitles(idMismatch, page).length, 1, "what is no id is not offered for one");
    }
  }
});
