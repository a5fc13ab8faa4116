import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { textAt } from "../../../server/src/core/text/span.ts";
import { segmentPair as pair } from "../../segment-pair.ts";

describe("links", () => {
  test("a link inside a segment is found once, in the translation, where it stands in the page", () => {
    const page = pair("0a1b2-101", "参阅[设置](set-up.md#a)。", "See [Set up](set-up.md#a).");
    const { links } = parseDocument(page).structure;
    assert.equal(links.length, 1);
    assert.equal(textAt(page, links[0]?.span ?? { start: 0, end: 0 }), "[设置](set-up.md#a)");
    assert.equal(textAt(page, links[0]?.targetSpan ?? { start: 0, end: 0 }), "set-up.md#a");
  });

  test("a link around a segment covers the markup, its text does not", () => {
    const page = `- [${pair("0a1b2-101", "设置", "Set up [now]")}](set-up.md)`;
    const [link] = parseDocument(page).structure.links;
    assert.ok(link?.textSpan);
    assert.equal(textAt(page, link.span), page.slice(2));
    assert.equal(textAt(page, link.textSpan), "设置");
    assert.equal(link.target, "set-up.md");
  });

  test("code, comments and front matter hold no links", () => {
    const page = "---\nauthor: '[a](b)'\n---\n`[c](d)` <!-- [e](f) -->\n\n```\n[g](h)\n```\n\n    [i](j)\n";
    assert.deepEqual(parseDocument(page).structure.links, []);
  });

  test("href and src of tags are links, in paragraphs and in HTML blocks", () => {
    const page = "<div><a href=\"a.md?b=1&amp;c=2\">x</a></div>\n\ntext <img src='d.png'/>";
    const { links } = parseDocument(page).structure;
    assert.deepEqual(
      links.map(({ form, isImage, target }) => [form, isImage, target]),
      [
        ["html", false, "a.md?b=1&c=2"],
        ["html", true, "d.png"],
      ],
    );
  });

  test("a reference takes its target from its definition", () => {
    const page = "[指南][g]\n\n[G]: guide.md";
    const [link] = parseDocument(page).structure.links;
    assert.equal(link?.target, "guide.md");
    assert.equal(textAt(page, link.targetSpan), "guide.md");
  });

  test("a reference without definition is told apart from plain brackets", () => {
    const { undefinedReferences } = parseDocument("[a][gone] [b][] [c] x[0][1]").structure;
    assert.deepEqual(
      undefinedReferences.map(({ label }) => label),
      ["gone", "b", "1"],
    );
  });

  test("what begins in one block does not end in the next, and hides nothing there", () => {
    const page =
      "[a](b.md) `c\n\n[d](e.md) `f` [g][h\n\ni] [j](k.md) x <!-- l\n\n" +
      '- [m](n.md) --> <a href="o.md\n- [p](q.md)" [r\n\ns](t.md) https://u.example `v`\n';
    const { links, codeSpans, comments, undefinedReferences } = parseDocument(page).structure;
    assert.deepEqual(
      links.map(({ target }) => target),
      ["b.md", "e.md", "k.md", "n.md", "q.md", "https://u.example"],
    );
    assert.deepEqual(
      codeSpans.map(({ span }) => textAt(page, span)),
      ["`f`", "`v`"],
    );
    assert.deepEqual([comments, undefinedReferences], [[], []]);
  });

  test("what a cell of a table holds is found, whatever reaches over the border of another", () => {
    for (const row of ["| `c [x](y.md)` | x `d [e | f](g.md) `` |", "| `c [x](y.md)` | `d [e | f](g.md) |"]) {
      const page = `x \`\` y \` z\n\n| a | b | c |\n|---|---|---|\n${row}\n`;
      const { links, codeSpans } = parseDocument(page).structure;
      assert.deepEqual(
        [links.map(({ target }) => target), codeSpans.map(({ span }) => textAt(page, span))],
        [[], ["`c [x](y.md)`"]],
      );
    }
  });

  test("includes, videos and code samples are links with a role", () => {
    const page =
      "[!INCLUDE [note](../includes/note.md)]\n\n> [!VIDEO https://v.example/1]\n\n[!code-js[Main](~/a.js)]\n\n" +
      ':::image type="content" source="b.png" alt-text="[x](y)":::';
    const { links } = parseDocument(page).structure;
    assert.deepEqual(
      links.map(({ role, target }) => [role, target]),
      [
        ["include", "../includes/note.md"],
        ["video", "https://v.example/1"],
        ["code", "~/a.js"],
        ["image", "b.png"],
      ],
    );
  });

  test("a bare URL ends where a Chinese sentence goes on", () => {
    const page = "请访问 https://a.example/b(c)。然后";
    const [link] = parseDocument(page).structure.links;
    assert.equal(link?.target, "https://a.example/b(c)");
  });
});

describe("headings", () => {
  test("a localized heading answers to its own slug, to the English one and to its anchor", () => {
    const page = `## <a name="set-up-the-app"></a>${pair("0a1b2-101", "设置*应用*", "Set up the `App`!")}`;
    const [heading] = parseDocument(page).structure.headings;
    assert.ok(heading !== undefined);
    assert.equal(heading.level, 2);
    assert.deepEqual([heading.text, heading.sourceText], ["设置*应用*", "Set up the `App`!"]);
    assert.deepEqual(heading.anchorNames, ["set-up-the-app"]);
    assert.deepEqual([heading.slug, heading.sourceSlug], ["设置应用", "set-up-the-app"]);
    assert.equal(heading.tabId, undefined);
  });

  test("a heading of several segments has all of them in its English", () => {
    const page = `# ${pair("0a1b2-101", "一。", "One.")} ${pair("0a1b2-102", "二", "Two")}`;
    assert.equal(parseDocument(page).structure.headings[0]?.sourceText, "One. Two");
  });

  test("a heading under definitions starts behind them", () => {
    const page = "[a]: b.md\nHeading with [a]\n===\n\n[c]: d.md\n===";
    const { headings, definitions } = parseDocument(page).structure;
    assert.deepEqual(
      headings.map(({ span }) => textAt(page, span)),
      ["Heading with [a]\n==="],
    );
    assert.equal([...definitions].length, 2);
  });

  test("a tab is told apart from a section", () => {
    const { headings } = parseDocument("# [Windows](#tab/win)\n# Windows").structure;
    assert.deepEqual(
      headings.map(({ tabId }) => tabId),
      ["win", undefined],
    );
  });
});

describe("English of headings with an anchor", () => {
  const anchor = '<a name="a"></a>';
  const one = pair("0a1b2-101", "一", "One ");
  for (const [what, heading, english] of [
    ["one segment", `## ${anchor}${one}`, "One"],
    ["one segment, and marks at its end", `## ${anchor}${one} ##`, "One"],
    ["two segments", `## ${anchor}${one}${pair("0a1b2-102", "二", "Two")}`, "One Two"],
    ["text before a segment", `## ${anchor}A ${one}`, "A One"],
    ["an anchor in its segment", `## ${pair("0a1b2-101", `${anchor}一`, `${anchor}One`)}`, "One"],
    ["an anchor in its English", `## ${anchor}${pair("0a1b2-101", "一", '<a id="b"></a>One')}`, "One"],
    ["an empty segment before it", `## ${anchor}${pair("0a1b2-101", "", "No ")}${one}`, "No One"],
    ["no segment", `## ${anchor}One`, undefined],
  ] as const) {
    test(what, () => {
      const [found] = parseDocument(`${pair("0a1b2-100", "零", "Zero")}\n\n${heading}\n\n零\n`).structure
        .headings;
      assert.deepEqual([found?.sourceText, found?.anchorNames], [english, ["a"]]);
    });
  }
});

describe("other constructs", () => {
  test("table cells are where they stand in the page, segment markup or not", () => {
    const page = `| ${pair("0a1b2-101", "键", "Key")} | \`值\` |\n|---|---|\n| a | b |`;
    const [table] = parseDocument(page).structure.tables;
    assert.deepEqual(
      table?.headerCells.map((cell) => textAt(page, cell)),
      ["键", "`值`"],
    );
    assert.deepEqual(
      table.rows[0]?.cells.map((cell) => textAt(page, cell)),
      ["a", "b"],
    );
    assert.equal(table.columnCount, 2);
  });

  test("a row ends with its last character that is no blank", () => {
    const page = "a | b\n--|--\n| c | d |  \n| e | f |\t\r\n  g | h  \n";
    const [table] = parseDocument(page).structure.tables;
    assert.deepEqual(
      table?.rows.map(({ span }) => textAt(page, span)),
      ["| c | d |", "| e | f |", "g | h"],
    );
  });

  for (const [construct, row, found] of [
    ["code", "| `a | b` | `c` |", ["`c`"]],
    ["code with a pipe that ends no cell", "| `a \\| b` | `c` |", ["`a \\| b`", "`c`"]],
    ["code behind two backslashes", "| \\\\| `a | b` |", []],
    ["a link", "| [a | b](c) | [d](e) |", ["[d](e)"]],
    ["a link over two rows", "| [a\n| b](c) | [d](e) |", ["[d](e)"]],
    ["a tag", '| <a href="x | y"> <a href="z"> |', ['<a href="z">']],
    ["a comment", "| <!-- | [d](e) | --> |", ["[d](e)"]],
    ["a declaration", "| <!A | [d](e) | > |", ["[d](e)"]],
    ["what would be the label of a link", "| [d][^e | f] |", ["[d]"]],
  ] as const) {
    test(`${construct} does not reach over the border of a table's cell`, () => {
      const page = `| g | h |\n|---|---|\n${row}\n\n[d]: e`;
      const { links, codeSpans } = parseDocument(page).structure;
      assert.deepEqual(
        [...links, ...codeSpans].map(({ span }) => textAt(page, span)),
        found,
      );
    });
  }

  test("alerts are known by their marker in a quote", () => {
    const { alerts } = parseDocument("> [!NOTE]\n> a\n\n[!TIP]\n\n> [!WARNING] b").structure;
    assert.deepEqual(
      alerts.map(({ kind }) => kind),
      ["NOTE"],
    );
  });

  test("anchors are known in headings, paragraphs and HTML blocks, not in code", () => {
    const page =
      '# <a name="a"></a>x\n\ny<a id="b"></a> `<a id="no"></a>`\n\n<div id="c">\n<h2 id=d>z</h2>\n</div>';
    const { anchors } = parseDocument(page).structure;
    assert.deepEqual(
      anchors.map(({ name }) => name),
      ["a", "b", "c", "d"],
    );
  });

  test("a fence says whether it is closed, and gives its lines without the list's indentation", () => {
    const page = "- a\n\n  ```js\n  x\n    y\n  ```\n\n```\nz";
    const { codeBlocks } = parseDocument(page).structure;
    assert.deepEqual(
      codeBlocks.map(({ info, isClosed, lineSpans }) => [
        info,
        isClosed,
        lineSpans.map((line) => textAt(page, line)),
      ]),
      [
        ["js", true, ["x", "  y"]],
        [undefined, false, ["z"]],
      ],
    );
  });

  test("spans hold for CRLF, a byte order mark, wide characters and emoji", () => {
    const page = `\uFEFF---\r\ntitle: 😀\r\n---\r\n# 見出し👩‍👩‍👧\r\n\r\n${pair("0a1b2-101", "é[リンク](目标.md)\`码\`", "[link](x.md)`c`")}\r\n`;
    const { headings, links, codeSpans } = parseDocument(page).structure;
    assert.equal(textAt(page, headings[0]?.contentSpan ?? { start: 0, end: 0 }), "見出し👩‍👩‍👧");
    assert.equal(textAt(page, links[0]?.span ?? { start: 0, end: 0 }), "[リンク](目标.md)");
    assert.equal(textAt(page, codeSpans[0]?.span ?? { start: 0, end: 0 }), "`码`");
  });
});
