import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf, rangesOf } from "../../server/src/cli/positions.ts";
import { countSteps } from "../count-steps.ts";

/** The lines of a stretch of a text. */
function linesAround(text: string, start: number, end: number): string {
  return linesOf(text)(rangesOf(text)({ start, end }));
}

test("a range has the lines that it starts and ends in, without the last line's end", () => {
  for (const newline of ["\n", "\r\n"]) {
    const text = ["# A", "", "甲 😀 乙", "", "end"].join(newline);
    assert.equal(linesAround(text, 1, 2), "# A");
    assert.equal(linesAround(text, text.indexOf("乙"), text.indexOf("乙") + 1), "甲 😀 乙");
    assert.equal(linesAround(text, text.indexOf("甲"), text.length), ["甲 😀 乙", "", "end"].join(newline));
    assert.equal(linesAround(text, text.length, text.length), "end");
  }
  assert.equal(linesAround("", 0, 0), "");
});

test("many ranges in one long line cost no more than the line and each of them", () => {
  const text = "[a][b] ".repeat(4000);
  const steps = countSteps(() => {
    const [toRange, toLines] = [rangesOf(text), linesOf(text)];
    for (let start = 0; start < text.length; start += 7) toLines(toRange({ start, end: start + 3 }));
  });
  assert.ok(steps < text.length * 10, `${steps} steps`);
});
