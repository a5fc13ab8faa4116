import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BlockText } from "../../../server/src/core/markdown/block-text.ts";
import { scanBlocks } from "../../../server/src/core/markdown/scan-blocks.ts";
import { linesOf } from "../../../server/src/core/markdown/stretches.ts";
import { textAt } from "../../../server/src/core/text/span.ts";

/** Each block as its kind and its lines. */
function read(text: string): (readonly [string, string[]])[] {
  return scanBlocks(text).map((block) => {
    const lines = linesOf(text, block);
    return [block.kind, lines.map((line) => textAt(text, line))] as const;
  });
}

describe("lines of blocks", () => {
  test("are without the prefixes of their containers", () => {
    assert.deepEqual(read("> a\n> b\n\n- c\n  d\n\n1.  ```\n    e\n     f\n    ```"), [
      ["paragraph", ["a", "b"]],
      ["paragraph", ["c", "d"]],
      ["code", ["e", " f"]],
    ]);
  });

  test("a table takes the last line of the paragraph above it", () => {
    assert.deepEqual(read("a\nb | c\n--|--\nd\n\ne"), [
      ["paragraph", ["a"]],
      ["table", ["b | c", "--|--", "d"]],
      ["paragraph", ["e"]],
    ]);
  });

  test("an underline leaves the definitions above a heading a paragraph", () => {
    assert.deepEqual(read("[a]: b\n[c]: d\nTitle  \n==="), [
      ["paragraph", ["[a]: b", "[c]: d"]],
      ["heading", ["Title"]],
    ]);
  });

  test("indented code ends with its last line that is not blank", () => {
    assert.deepEqual(read("    a\n\n    b\n\n\nc"), [
      ["code", ["a", "", "b"]],
      ["paragraph", ["c"]],
    ]);
  });

  test("a table goes on with rows that begin with a pipe, and with others", () => {
    assert.deepEqual(read("a | b\n--|--\n| c | d |\n| e | f |\r\n| g |\n  h | i\n| j |\n\nk"), [
      ["table", ["a | b", "--|--", "| c | d |", "| e | f |", "| g |", "h | i", "| j |"]],
      ["paragraph", ["k"]],
    ]);
  });

  test("a table may have two million columns", () => {
    const columns = 2_000_000;
    const kinds = scanBlocks(`${"|a".repeat(columns)}\n${"|-".repeat(columns)}`).map(({ kind }) => kind);
    assert.deepEqual(kinds, ["table"]);
  });

  test("HTML ends with a blank line, in a quotation and at the end of the page, too", () => {
    assert.deepEqual(read("<div>\na\n  b\n \nc\n\n> <p>\n> d\n\n<p>\r\ne\r\n\r\n<p>\nf"), [
      ["html", ["<div>", "a", "  b"]],
      ["paragraph", ["c"]],
      ["html", ["<p>", "d"]],
      ["html", ["<p>", "e"]],
      ["html", ["<p>", "f"]],
    ]);
  });

  test("a fence ends with as many of its marks and nothing behind them", () => {
    assert.deepEqual(read("````\na\n```\n````b\n`````  \nc\n\n~~~\n```\n~~~"), [
      ["code", ["a", "```", "````b"]],
      ["paragraph", ["c"]],
      ["code", ["```"]],
    ]);
  });

  test("lines go on in as many items as their blanks ask for, and paragraphs with fewer", () => {
    assert.deepEqual(read("- a\n  - b\n\n    c\n  d\n\n   # e\n\n10. f\n\n    - g\n     h\n\n    i"), [
      ["paragraph", ["a"]],
      ["paragraph", ["b"]],
      ["paragraph", ["c", "d"]],
      ["heading", ["e"]],
      ["paragraph", ["f"]],
      ["paragraph", ["g", "h"]],
      ["paragraph", ["i"]],
    ]);
  });

  test("half a tab can be indentation and half content", () => {
    assert.deepEqual(read(">\t\ta"), [["code", ["\ta"]]]);
  });

  test("an item takes all blanks of a blank line of its code, a page takes none", () => {
    assert.deepEqual(read("- ```\n  a\n     \n\n    b\n  ```"), [["code", ["a", "", "", "  b"]]]);
    assert.deepEqual(read("```\na\n     \n```"), [["code", ["a", "     "]]]);
  });

  test("what begins like a mark is text where it is none", () => {
    assert.deepEqual(read("**a** b\n\n2021 c\n\n``d`` e\n\n- **f**\n- `g`\n* __h__"), [
      ["paragraph", ["**a** b"]],
      ["paragraph", ["2021 c"]],
      ["paragraph", ["``d`` e"]],
      ["paragraph", ["**f**"]],
      ["paragraph", ["`g`"]],
      ["paragraph", ["__h__"]],
    ]);
    const kinds = ["***", "* **", "- --", "_ _ _", "- ___", "```a", "- ~~~"].map(
      (line) => read(line)[0]?.[0],
    );
    assert.deepEqual(kinds, [...Array<string>(5).fill("thematic-break"), "code", "code"]);
  });

  test("a quotation goes on with its mark, and its paragraph without", () => {
    assert.deepEqual(read("> a\n> b\nc\n\n> d\n> - e\n> f\n\n- g\n\n> h"), [
      ["paragraph", ["a", "b", "c"]],
      ["paragraph", ["d"]],
      ["paragraph", ["e", "f"]],
      ["paragraph", ["g"]],
      ["paragraph", ["h"]],
    ]);
  });

  test("of code the carriage returns are line ends, and marks amid a line end nothing", () => {
    assert.deepEqual(read("```\r\na\r\n\r\nb ``` c\r\n    ```\r\nd\r\n```\r\ne"), [
      ["code", ["a", "", "b ``` c", "    ```", "d"]],
      ["paragraph", ["e"]],
    ]);
  });

  test("code ends with its item, and may end with the page", () => {
    assert.deepEqual(read("- ```\n  a\nb"), [
      ["code", ["a"]],
      ["paragraph", ["b"]],
    ]);
    assert.deepEqual(read("```\na\n"), [["code", ["a"]]]);
  });

  test("an item ends with a line that is not indented, but for one that carries its paragraph on", () => {
    assert.deepEqual(read("- a\nb\n- c\n\nd\n# e"), [
      ["paragraph", ["a", "b"]],
      ["paragraph", ["c"]],
      ["paragraph", ["d"]],
      ["heading", ["e"]],
    ]);
  });

  test("a tab or five blanks behind a marker are more than its one blank", () => {
    assert.deepEqual(read("-\ta\n\n    b\n\n1.     c"), [
      ["paragraph", ["a"]],
      ["paragraph", ["b"]],
      ["code", ["c"]],
    ]);
  });

  test("marks of items in a row are a break", () => {
    assert.deepEqual(read("- a\n- - -\n"), [
      ["paragraph", ["a"]],
      ["thematic-break", []],
    ]);
  });
});

describe("the text of a block", () => {
  for (const [name, text] of Object.entries({
    "of lines that follow each other": "a\nbc\nd",
    "of lines with prefixes": "> a\n> bc\n> d",
    "of lines with carriage returns": "a\r\nbc\r\nd",
    "of indented lines": "a\n  bc\n d",
  })) {
    test(`knows where each character stands: ${name}`, () => {
      const [block] = scanBlocks(text);
      assert.ok(block);
      const content = BlockText.ofBlock(text, block);
      assert.equal(content.text, "a\nbc\nd");
      for (const rest of [content, content.from(3)]) {
        const at = rest.text.indexOf("c");
        assert.equal(rest.originOf(at), text.indexOf("c"));
        assert.equal(rest.originOfEnd(at, at + 1), text.indexOf("c") + 1);
        assert.deepEqual(rest.originOfSpan({ start: at, end: at }), {
          start: text.indexOf("c"),
          end: text.indexOf("c"),
        });
      }
    });
  }
});

describe("columns of a grid", () => {
  test("count indentation from their first line on", () => {
    const grid = [
      ":::row:::",
      "",
      '    :::column span="2":::',
      "",
      "        # Left",
      "        text",
      "",
      "        ```sh",
      "          ls",
      "        ```",
      "",
      "            code",
      "    :::column-end:::",
      "",
      "    :::column:::",
      "right",
      "    :::column-end:::",
      ":::row-end:::",
      "",
      "    code",
    ].join("\n");
    for (const text of [grid, grid.replaceAll("\n", "\r\n"), grid.replaceAll("        ", "\t\t")])
      assert.deepEqual(
        read(text).map(([kind, lines]) => [kind, lines.map((line) => line.trim())]),
        [
          ["paragraph", [":::row:::"]],
          ["paragraph", [':::column span="2":::']],
          ["heading", ["Left"]],
          ["paragraph", ["text"]],
          ["code", ["ls"]],
          ["code", ["code"]],
          ["paragraph", [":::column-end:::"]],
          ["paragraph", [":::column:::", "right", ":::column-end:::", ":::row-end:::"]],
          ["code", ["code"]],
        ],
      );
    assert.deepEqual(read("```\n    :::column:::\n      a\n```\n\n    b"), [
      ["code", ["    :::column:::", "      a"]],
      ["code", ["b"]],
    ]);
  });
});
