import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { linkFilter, type Relinking, relinkPage, relinkYaml } from "../../../server/src/core/moves/relink.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";

const RELINKING: Relinking = {
  from: "docs/a/page.md",
  path: "docs/a/page.md",
  docsets: [{ path: "docs", basePath: "/zoo" }],
  moved: new Map([
    ["docs/a/old.md", "docs/b/new page.md"],
    ["docs/a/index.md", "docs/c/index.md"],
  ]),
  english: new Set(),
};

function relink(text: string, changes: Partial<Relinking> = {}): string {
  return applyEdits(text, relinkPage(parseDocument(text), { ...RELINKING, ...changes }));
}

test("links in all forms lead to the new place, with query and bookmark", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["[甲](old.md)", "[甲](../b/new%20page.md)"],
    ["[甲](./old.md#x)", "[甲](../b/new%20page.md#x)"],
    ["[甲](OLD.md?view=y#x '标题')", "[甲](../b/new%20page.md?view=y#x '标题')"],
    ["[甲](old)", "[甲](../b/new%20page)"],
    ["[甲](../a/)", "[甲](../c)"],
    ["[甲](index.md)", "[甲](../c/index.md)"],
    ["[甲](~/a/old.md)", "[甲](~/b/new%20page.md)"],
    ["[甲](/zh-cn/zoo/a/old#x)", "[甲](/zh-cn/zoo/b/new%20page#x)"],
    ["[!INCLUDE [甲](old.md)]", "[!INCLUDE [甲](../b/new%20page.md)]"],
    ["[甲][1]\n\n[1]: old.md\n", "[甲][1]\n\n[1]: ../b/new%20page.md\n"],
    ["[1]: old.md\n", "[1]: ../b/new%20page.md\n"],
    ['<a href="old.md">甲</a>', '<a href="../b/new%20page.md">甲</a>'],
    ["[甲](old.md) [乙](old.md)", "[甲](../b/new%20page.md) [乙](../b/new%20page.md)"],
  ];
  for (const [before, after] of cases) assert.equal(relink(before), after);
});

test("what leads elsewhere, or stands in code, stays", () => {
  for (const text of [
    "[甲](older.md)",
    "[甲](https://example.com/a/old.md)",
    "[甲](#old.md)",
    "`[甲](old.md)`",
    "[甲](../../../a/old.md)",
    "[甲]()",
  ]) {
    assert.equal(relink(text), text);
  }
});

test("what today's English says stays", () => {
  assert.equal(relink("[甲](old.md)", { english: new Set(["old.md"]) }), "[甲](old.md)");
});

test("links of a page that moved itself lead where they led", () => {
  const moved = { from: "docs/a/old.md", path: "docs/b/new page.md" };
  assert.equal(
    relink("[甲](page.md#x) ![乙](../media/x.png)", moved),
    "[甲](../a/page.md#x) ![乙](../media/x.png)",
  );
  assert.equal(relink("[甲](old.md#x)", moved), "[甲](new%20page.md#x)");
});

test("only the translation of a pair is touched", () => {
  const page = (target: string): string =>
    `<span data-ttu-id="4a5b6-101">见[甲](${target})。</span><span class="sxs-lookup"><span data-stu-id="4a5b6-101">See [a](old.md).</span></span>\n`;
  assert.equal(relink(page("old.md")), page("../b/new%20page.md"));
});

test("tables of contents keep quotes, comments and line ends", () => {
  const toc = (target: string): string =>
    `items:\r\n- name: old.md\r\n  href: ${target}\r\n- href: '${target}#x'\r\n  topicHref: "${target}" # old.md\r\n`;
  assert.equal(applyEdits(toc("old.md"), relinkYaml(toc("old.md"), RELINKING)), toc("../b/new%20page.md"));
});

test("a look at a text tells whether it may link to a page that moved", () => {
  const mayLink = (text: string, ...paths: string[]): boolean =>
    linkFilter(new Map(paths.map((path) => [path, "docs/new.md"])))(text);
  assert.ok(mayLink("[甲](OLD.md)", "docs/x.md", "docs/a/old.md"));
  assert.ok(mayLink("[甲](/zoo/a/excel-1.1)", "docs/a/excel-1.1.md"));
  assert.ok(mayLink("[甲](../a/)", "docs/a/index.md"));
  assert.ok(mayLink("[甲](<a b.md>) ", "docs/a b.md"));
  assert.ok(mayLink("[甲](a%20b.md)", "docs/a b.md"));
  assert.ok(mayLink("- href: old.md", "docs/a/old.md"));
  assert.ok(!mayLink("[甲](x.md)", "docs/a/old.md"));
  assert.ok(!mayLink("[甲](x.md)"));
});
