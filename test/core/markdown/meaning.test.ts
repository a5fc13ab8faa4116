import assert from "node:assert/strict";
import { test } from "node:test";
import { readInlineMeaning } from "../../../server/src/core/markdown/meaning.ts";

/** The stretches of a text that a list of spans covers. */
function cut(text: string, spans: readonly { start: number; end: number }[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}

test("tells bold, italic and asterisks that are shown", () => {
  const text = "**a** *b* ** c** \\* d";
  const { strong, emphasis, literalAsterisks, shown } = readInlineMeaning(text);
  assert.deepEqual(cut(text, strong), ["**a**"]);
  assert.deepEqual(cut(text, emphasis), ["*b*"]);
  assert.deepEqual(cut(text, literalAsterisks), ["**", "**"]);
  assert.equal(shown, "a b ** c** * d");
});

test("bold next to Chinese punctuation does not render before a letter", () => {
  assert.equal(readInlineMeaning("**「保存」**を").strong.length, 0);
  assert.equal(readInlineMeaning("「**保存**」を").strong.length, 1);
});

test("a piece that begins like a block is a paragraph all the same", () => {
  for (const text of [
    "1. **a**",
    "# **a**",
    "- **a**",
    "> **a**",
    "    **a**",
    "a\n- **b**",
    "| **a** |\n| - |",
  ]) {
    assert.deepEqual(cut(text, readInlineMeaning(text).strong).length, 1, text);
  }
});

test("emphasis at the very start and after emoji has its place", () => {
  const text = "**a** 😀 **b**";
  assert.deepEqual(cut(text, readInlineMeaning(text).strong), ["**a**", "**b**"]);
});

test("the same piece is read once", () => {
  assert.equal(readInlineMeaning("**once**"), readInlineMeaning("**once**"));
});

test("delimiters without end are text", () => {
  const text = `${"**".repeat(4750)}a${"**".repeat(4750)} ** b`;
  const started = performance.now();
  assert.deepEqual(readInlineMeaning(text), { strong: [], emphasis: [], literalAsterisks: [], shown: text });
  assert.ok(performance.now() - started < 500);
});

test("emphasis nested hundreds of times is read", () => {
  const text = `${"**".repeat(400)}a${"**".repeat(400)}`;
  assert.equal(readInlineMeaning(text).strong.length, 400);
});
