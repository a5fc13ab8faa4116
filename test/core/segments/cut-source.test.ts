import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { cutSource } from "../../../server/src/core/segments/cut-source.ts";

function checkSegments(page: string, expected: readonly string[]): void {
  assert.deepEqual(
    cutSource(parseDocument(page)).map(({ text }) => text),
    expected,
  );
}

test("headings, paragraphs and list items are cut into sentences", () => {
  checkSegments("# Set up\n\nOpen it. Wait.\n\n- One\n- Two. Three.\n\n1. First\n", [
    "Set up",
    "Open it.",
    "Wait.",
    "One",
    "Two.",
    "Three.",
    "First",
  ]);
});

test("front matter is left out", () => {
  checkSegments("---\ntitle: Set up. Then go.\n---\n\nOpen it.\n", ["Open it."]);
});

test("spans are offsets into the page, front matter and quote markers included", () => {
  const page = "---\r\ntitle: x\r\n---\r\n> Open 😀 it.\r\n> Wait.\r\n";
  const segments = cutSource(parseDocument(page));
  assert.deepEqual(
    segments.map(({ span }) => page.slice(span.start, span.end)),
    ["Open 😀 it.", "Wait."],
  );
});

test("a segment that goes over lines is without the quote markers between them", () => {
  checkSegments("> Open the\n> page now.\n", ["Open the\npage now."]);
});

test("of a link that is all there is, the text is the segment", () => {
  checkSegments("- [Set up. Then go](a.md)\n", ["Set up. Then go"]);
});

test("a link with brackets or parentheses inside is wrapped as a whole, as is a reference", () => {
  checkSegments("[f(a, [b])](a.md)\n\n[x](a(1).md)\n\n[y][]\n\n[y]: b.md\n", [
    "[f(a, [b])](a.md)",
    "[x](a(1).md)",
    "[y][]",
  ]);
});

test("an anchor before the text stays outside", () => {
  checkSegments('# <a name="set-up"></a>Set up\n', ["Set up"]);
});

test("cells are passages of their own, whatever the number of dashes", () => {
  checkSegments("|A|B. C.|\n|-|-|\n|[l](x.md)|`code`|\n", ["A", "B.", "C.", "l"]);
  checkSegments("|A|B|\n|-|-|-|\n|c|d|\n", ["A", "B", "c", "d"]);
});

test("line breaks end a passage, line ends do not", () => {
  checkSegments("One<br>two\n\nThree  \nfour\n\nFive\nsix\n", ["One", "two", "Three", "four", "Five\nsix"]);
});

test("text in HTML blocks is cut at block tags and flows through others", () => {
  checkSegments("<table><tr><td>One. <b>Two</b>.</td><td>Three</td></tr></table>\n", [
    "One.",
    "<b>Two</b>.",
    "Three",
  ]);
});

test("alert markers, includes, directives and definitions are left out", () => {
  checkSegments(
    '> [!NOTE]\n> Look here.\n\n[!INCLUDE [more](../includes/more.md)]\n\n:::image source="a.png" alt-text="A. B.":::\n\n[x]: y.md\n',
    ["Look here."],
  );
  checkSegments("[!INCLUDE[more](more.md)] Look here.\n", ["Look here."]);
});

test("pictures, code and comments are left out", () => {
  checkSegments("![A. B.](a.png)\n\n```js\nx. y.\n```\n\n    indented\n\n`code`\n\n<!-- One. Two. -->\n", []);
});

test("a sentence that is nothing but code is left out, code with a comma is not", () => {
  checkSegments("Which name? `app`\n\n`a`, `b`\n", ["Which name?", "`a`, `b`"]);
});

test("a page of any quality gives segments", () => {
  for (const page of ["", "---", "|", "[", "<", "> ", "- \n-", "\u0000", "\uD83D"]) {
    assert.doesNotThrow(() => cutSource(parseDocument(page)));
  }
});
