import assert from "node:assert/strict";
import { test } from "node:test";
import { findEmphasisDefects, readEmphasis } from "../../../../server/src/core/compare/emphasis/emphasis.ts";
import { repairEmphasis } from "../../../../server/src/core/compare/emphasis/emphasis-repair.ts";
import { Half } from "../../../../server/src/core/compare/pairs/half.ts";
import { readInlineMeaning } from "../../../../server/src/core/markdown/meaning.ts";
import { createRandom } from "../../../random.ts";

const PIECES = [
  "**", "**", "*", "***", "a", "b", "字", "。", "「", "」", " ", "(", ")", '"', "[x](y)", "`c*`", "\\*", "😀", "<br>",
]; // prettier-ignore

function randomTexts(count: number): string[] {
  const random = createRandom(7);
  return Array.from({ length: count }, () =>
    Array.from({ length: 2 + random.below(9) }, () => random.pick(PIECES)).join(""),
  );
}

test("reads the same emphasis as remark, with or without asking it", () => {
  for (const text of randomTexts(4000)) {
    const { strong, emphasis, literalAsterisks } = readInlineMeaning(text);
    const { runs, literals } = readEmphasis(new Half(text));
    // `***x***` is one run for the scan and two for remark: what it covers is the same.
    const covered = (spans: readonly { start: number; end: number }[]): number =>
      spans.reduce((sum, { start, end }) => sum + end - start, 0);
    if (literals.length === 0 && text.includes("***")) continue;
    assert.equal(covered(runs.map(({ span }) => span)), covered([...strong, ...emphasis]), text);
    assert.deepEqual(literals, literalAsterisks, text);
  }
});

test("a repaired sentence is sound and is not repaired again", () => {
  const source = new Half("Choose **Save** or **Open** now");
  for (const text of randomTexts(1500)) {
    const target = new Half(`選択 ${text} 次`);
    const defects = findEmphasisDefects(target, source);
    if (defects === undefined) continue;
    const repair = repairEmphasis(target, source, defects);
    if (repair !== undefined)
      assert.equal(findEmphasisDefects(new Half(repair.text), source), undefined, text);
  }
});

test("asks nobody about a page of asterisks without end", () => {
  for (const text of ["*a **b ".repeat(20_000), `${"**".repeat(4750)}a${"**".repeat(4750)} ** b`]) {
    assert.deepEqual(readEmphasis(new Half(text)), { runs: [], literals: [] });
  }
});
