import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { cutSource, cutVersions } from "../../../server/src/core/segments/cut-source.ts";

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

test("a link with brackets, parentheses or a title is wrapped as a whole, as is a reference", () => {
  checkSegments('[f(a, [b])](a.md)\n\n[x](a(1).md)\n\n[z](a.md "Z")\n\n[y][]\n\n[y]: b.md\n', [
    "[f(a, [b])](a.md)",
    "[x](a(1).md)",
    '[z](a.md "Z")',
    "[y][]",
  ]);
});

test("of a sentence that is nothing but a link, the text is the segment", () => {
  checkSegments("Start here. [Learn more](https://example.com/p/?LinkId=5&clcid=0x409)\n", [
    "Start here.",
    "Learn more",
  ]);
  checkSegments("[Start here](a.md). Then [go on](b.md).\n", ["[Start here](a.md).", "Then [go on](b.md)."]);
});

test("two links in a quote are one segment", () => {
  checkSegments("> [Previous](a.md)\n> [Next](b.md)\n", ["[Previous](a.md)\n[Next](b.md)"]);
});

test("a by-line is one segment", () => {
  checkSegments("by [Kim Akers](https://example.com/kim)\n", ["by [Kim Akers](https://example.com/kim)"]);
});

test("the text of a tab heading is a segment", () => {
  checkSegments("# [On the web](#tab/web)\n\nOpen it.\n\n---\n", ["On the web", "Open it."]);
});

test("a heading without a blank behind its marks is one", () => {
  checkSegments("####Set up\nOpen it.\n\n#1 is best.\n", ["Set up", "Open it.", "#1 is best."]);
});

test("a list below text starts new segments", () => {
  checkSegments("Do this:\n2. Open it.\n3. Wait.\n", ["Do this:", "Open it.", "Wait."]);
  checkSegments("- Two flows.\n      - One\n      - Two\n", ["Two flows.", "One", "Two"]);
});

test("a landing page has no segments", () => {
  checkSegments("---\nlayout: LandingPage\n---\n\n# Set up\n", []);
  checkSegments("---\nlayout: Article\n---\n\n# Set up\n", ["Set up"]);
});

test("an anchor before the text stays outside", () => {
  checkSegments('# <a name="set-up"></a>Set up\n', ["Set up"]);
  checkSegments('# <a id="14"/></a> Set up\n', ["Set up"]);
  checkSegments('<a name="a"></a><a name="b"> </a>\nSet up <a name="c"></a>\n', ['Set up <a name="c"></a>']);
});

test("cells are passages of their own, whatever the number of dashes", () => {
  checkSegments("|A|B. C.|\n|-|-|\n|[l](x.md)|`code`|\n", ["A", "B.", "C.", "l"]);
  checkSegments("|A|B|\n|-|-|-|\n|c|d|\n", ["A", "B", "c", "d"]);
});

test("a pipe in code ends no cell", () => {
  checkSegments("|A|B|\n|-|-|\n|GET|`a|b` or `c`|\n", ["A", "B", "GET", "`a|b` or `c`"]);
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

test("pictures are wrapped where they are links, have a title, or stand among sentences", () => {
  checkSegments("[![The page.](a.png)](b.png#lightbox)\n", ["[![The page.](a.png)](b.png#lightbox)"]);
  checkSegments('![The page.](a.png "Page")\n', ['![The page.](a.png "Page")']);
  checkSegments("Open it.\n![The page.](a.png)\n", ["Open it.", "![The page.](a.png)"]);
  checkSegments("[![](a.png)](b.png)\n\nOpen it. ![](a.png)\n", ["Open it."]);
});

test("what shares a line with a picture directive is left out", () => {
  checkSegments('**Example** :::image source="a.png" alt-text="A.":::.\nOpen it.\n', ["Open it."]);
});

test("preformatted text is left out", () => {
  checkSegments("<pre><code>Open it.\n\nWait.\n</code></pre>\n\n<p>Go.</p>\n", ["Go."]);
});

test("addresses, emoji names and marks that look like markup are left out", () => {
  checkSegments("https://example.com/a\n\n<https://example.com>\n\nkim@example.com\n", []);
  checkSegments("|:check:|@|< |[!x-z]|?|\n|-|-|-|-|-|\n", ["?"]);
});

test("a definition is left out, what only looks like one is not", () => {
  checkSegments('[x]: y.md "Title"\n[//]: # (A comment.)\n', []);
  checkSegments("Text\n[Note]: it is late.\n", ["Text\n[Note]: it is late."]);
});

test("a sentence that is nothing but code is left out, code with a comma is not", () => {
  checkSegments("Which name? `app`\n\n`a`, `b`\n", ["Which name?", "`a`, `b`"]);
});

test("a page of any quality gives segments", () => {
  for (const page of ["", "---", "|", "[", "<", "> ", "- \n-", "\u0000", "\uD83D"]) {
    assert.doesNotThrow(() => cutSource(parseDocument(page)));
  }
});

test("hostile pages are cut in time that grows with their length", () => {
  const started = performance.now();
  const pieces = [
    "[![a](b)](c) ",
    "[a](b). ",
    "|`",
    "<pre>",
    "[!note",
    ":::image a",
    '[x]: y "',
    "a@",
    "- a\n",
    ":a",
    "<a></a>",
  ];
  for (const piece of pieces) cutSource(parseDocument(piece.repeat(20_000)));
  cutSource(parseDocument(`[!note ${"x".repeat(200_000)}`));
  cutSource(parseDocument(`a\n[x]:${" ".repeat(200_000)}y`));
  assert.ok(performance.now() - started < 20_000);
});

test("versions of a page that are cut together are cut as each by itself", () => {
  const versions = [
    "---\ntitle: x\n---\n# Set up\n\nOpen it. Wait.\n\n> Open the\n> page now.\n\n::: zone\n",
    "# Set up\n\nNew.\n\nOpen it. Wait.\n\nOpen the\npage now.\n\n| Set up | `::: zone` |\n| - | - |\n| Wait. | Open it. Wait. |\n",
  ];
  const documents = versions.map(parseDocument);
  cutVersions(...documents);
  assert.deepEqual(
    documents.map(cutSource),
    versions.map((version) => cutSource(parseDocument(version))),
  );
});
