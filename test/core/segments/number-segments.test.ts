import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { cutSource } from "../../../server/src/core/segments/cut-source.ts";
import { numberSegments } from "../../../server/src/core/segments/number-segments.ts";

function checkNumbers(page: string, expected: readonly (readonly [number, string])[]): void {
  const document = parseDocument(page);
  const numbered = numberSegments(document);
  assert.deepEqual(
    numbered.map(({ number, text }) => [number, text]),
    expected,
  );
  assert.deepEqual(
    numbered.map(({ span, text }) => ({ span, text })),
    cutSource(document),
  );
}

test("a page without title and description counts from 101", () => {
  checkNumbers("# Set up\n\nOpen it. Wait.\n", [
    [101, "Set up"],
    [102, "Open it."],
    [103, "Wait."],
  ]);
});

test("the sentences of title and description come first", () => {
  checkNumbers("---\ntitle: Set up\n---\nGo.\n", [[102, "Go."]]);
  checkNumbers("---\r\ntitle: Set up\r\ndescription: 'Open it. Wait.'\r\n---\r\nGo.\r\n", [[104, "Go."]]);
  checkNumbers('---\ntitle: ""\ndescription:\n---\nGo.\n', [[101, "Go."]]);
});

test("alternative texts take a number for each sentence", () => {
  checkNumbers("One.\n\n![The page. It is open.](a.png)\n\nTwo.\n", [
    [101, "One."],
    [104, "Two."],
  ]);
  checkNumbers('One.\n\n:::image source="a.png" alt-text="The page.":::\n\nTwo.\n', [
    [101, "One."],
    [103, "Two."],
  ]);
  checkNumbers("One.\n\n![](a.png)\n\nTwo.\n", [
    [101, "One."],
    [102, "Two."],
  ]);
});

test("a picture inside a segment takes no number of its own", () => {
  checkNumbers("Open ![The icon. Blue.](a.png) now. Wait.\n", [
    [101, "Open ![The icon. Blue.](a.png) now."],
    [102, "Wait."],
  ]);
});

test("code takes no number; definitions, comments and emoji names do", () => {
  checkNumbers("One. `code`\n\n```\ncode\n```\n\nTwo.\n", [
    [101, "One."],
    [102, "Two."],
  ]);
  checkNumbers("One.\n\n[x]: y.md\n[z]: y.md\n\nTwo.\n", [
    [101, "One."],
    [104, "Two."],
  ]);
  checkNumbers("One.\n\n[//]: # (Check this. Soon.)\n\nTwo.\n", [
    [101, "One."],
    [104, "Two."],
  ]);
  checkNumbers("|A|B|\n|-|-|\n|:check:|b|\n", [
    [101, "A"],
    [102, "B"],
    [104, "b"],
  ]);
});

test("a page of any quality gives numbers", () => {
  for (const page of ["", "---", "|", "![", ':::image alt-text="', "[//]: # (", "\uD83D"]) {
    assert.doesNotThrow(() => numberSegments(parseDocument(page)));
  }
});
