import assert from "node:assert/strict";
import { test } from "node:test";
import { Half } from "../../../../server/src/core/compare/pairs/half.ts";
import { readRenderedEmphasis } from "../../../../server/src/core/compare/emphasis/rendered-emphasis.ts";
import { readInlineMeaning } from "../../../../server/src/core/markdown/meaning.ts";
import type { Span } from "../../../../server/src/core/text/span.ts";

const SAMPLES = 400;
const PIECES = [
  "*",
  "**",
  "***",
  "_",
  "__",
  "a",
  "字",
  " ",
  "。",
  "（",
  "\\",
  "`b*c`",
  "[",
  "](x)",
  "&nbsp;",
  "\n",
];

/** Markers without partner, in each other, next to letters and punctuation: more kinds than anybody thinks of. */
function* sampleTexts(): Iterable<string> {
  // A generator of its own, so that every run tries the same.
  let state = 1;
  const next = (below: number): number => {
    state = (state * 48_271) % 0x7fffffff;
    return state % below;
  };
  for (let nth = 0; nth < SAMPLES; nth++) {
    let text = "";
    for (let count = 4 + next(9); count > 0; count--) text += PIECES[next(PIECES.length)] ?? "";
    if (text.trim() !== "") yield text;
  }
}

test("tells what renders as remark does", () => {
  for (const text of sampleTexts()) {
    const { strong, emphasis, literalAsterisks } = readRenderedEmphasis(new Half(text));
    const meaning = readInlineMeaning(text);
    assert.deepEqual(
      { strong, emphasis: inOrder(emphasis), literalAsterisks },
      {
        strong: meaning.strong,
        emphasis: inOrder(meaning.emphasis),
        literalAsterisks: meaning.literalAsterisks,
      },
      JSON.stringify(text),
    );
  }
});

test("takes a reference that the half alone cannot follow for text", () => {
  const half = new Half("[_a_][_b_] *c*", () => "target.md");
  assert.deepEqual(
    readRenderedEmphasis(half).emphasis.map(({ start, end }) => half.text.slice(start, end)),
    ["_a_", "_b_", "*c*"],
  );
});

function inOrder(spans: readonly Span[]): Span[] {
  return [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
}
