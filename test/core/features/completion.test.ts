import assert from "node:assert/strict";
import { test } from "node:test";
import { type CompletionOptions, findCompletions } from "../../../server/src/core/features/completion.ts";
import type { Rule } from "../../../server/src/core/rules/rule.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { atCursor, pair } from "./at-cursor.ts";

function labels(fixture: string, options?: CompletionOptions): string[] {
  const { context, offset } = atCursor(fixture);
  return findCompletions(context, offset, options).map(({ label }) => label);
}

/** The first line that changes when an item is taken. */
function taken(fixture: string, label: string, options?: CompletionOptions): string {
  const { context, offset, text } = atCursor(fixture);
  const item = findCompletions(context, offset, options).find((each) => each.label === label);
  assert.ok(item, `no ${label}`);
  const before = text.split("\n");
  return (
    applyEdits(text, [item])
      .split("\n")
      .find((line, nth) => line !== before[nth]) ?? ""
  );
}

const FILES = [
  '//- setup.md\n# <a name="set-up"></a>安装\n\n## 第 一 步\n//- zwei(2).md\n//- media/a.png\n//- media/b.txt\n//- includes/note.md\n',
].join("");

test("keys that the header has already are not offered", () => {
  const found = labels("---\ntitle: x\nms.[||]\n---\n");
  assert.ok(found.includes("ms.date") && found.includes("description"));
  assert.ok(!found.includes("title"));
});

test("a key comes with its colon, unless that is there", () => {
  assert.equal(taken("---\nms.d[||]\n---\n", "ms.date"), "ms.date: ");
  assert.equal(taken("---\nms.d[||]te: 1/1/2020\n---\n", "ms.date"), "ms.date: 1/1/2020");
});

test("values are those that the key takes", () => {
  assert.deepEqual(labels("---\nms.translationtype: [||]\n---\n"), ["HT", "MT"]);
  assert.equal(taken("---\nms.translationtype:[||]\n---\n", "HT"), "ms.translationtype: HT");
  assert.equal(taken("---\nms.translationtype: M[||]\n---\n", "HT"), "ms.translationtype: HT");
});

test("a date is today's", () => {
  assert.equal(taken("---\nms.date: 0[||]1/01/2001\n---\n", "06/15/2024"), "ms.date: 06/15/2024");
});

test("a locale is that of the other pages, the commonest first", () => {
  const page = (name: string, locale: string): string =>
    `//- ${name}.md\n---\nms.contentlocale: ${locale}\n---\n`;
  const others = page("a", "ja-JP") + page("b", "zh-CN") + page("c", "zh-CN");
  assert.deepEqual(labels(`---\nms.contentlocale: [||]\n---\n${others}`), ["zh-CN", "ja-JP"]);
});

test("a value that is free text has no proposals", () => {
  assert.deepEqual(labels("---\ntitle: [||]\n---\n"), []);
});

test("a link offers files and folders beside the page, not the page itself", () => {
  assert.deepEqual(labels(`[x]([||])\n${FILES}`).sort(), ["includes/", "media/", "setup.md", "zwei(2).md"]);
});

test("what would end a target is encoded, but not in angle brackets", () => {
  assert.equal(taken(`[x](zw[||])\n${FILES}`, "zwei(2).md"), "[x](zwei%282%29.md)");
  assert.equal(taken(`[x](<zw[||]>)\n${FILES}`, "zwei(2).md"), "[x](<zwei(2).md>)");
});

test("below a folder, its files are offered", () => {
  assert.deepEqual(labels(`[x](./media/[||])\n${FILES}`), ["a.png", "b.txt"]);
});

test("a picture offers pictures, an include pages", () => {
  assert.deepEqual(labels(`![x](media/[||])\n${FILES}`), ["a.png"]);
  assert.deepEqual(labels(`:::image type="content" source="media/[||]\n${FILES}`), ["a.png"]);
  assert.deepEqual(labels(`[!INCLUDE [x](media/[||])]\n${FILES}`), []);
  assert.deepEqual(labels(`[!INCLUDE [x](includes/[||])]\n${FILES}`), ["note.md"]);
});

test("tags and definitions have targets too", () => {
  assert.deepEqual(labels(`<a href="media/[||]\n${FILES}`), ["a.png", "b.txt"]);
  assert.deepEqual(labels(`[x]: media/[||]\n${FILES}`), ["a.png", "b.txt"]);
});

test("after a hash, the bookmarks of the target are offered, English names first", () => {
  assert.deepEqual(labels(`[x](setup.md#[||])\n${FILES}`), ["set-up", "安装", "第-一-步"]);
  assert.deepEqual(labels("# Here\n\n[x](#[||])\n"), ["here"]);
  assert.equal(taken(`[x](setup.md#s[||])\n${FILES}`, "set-up"), "[x](setup.md#set-up)");
});

test("link paths are completed in a segment as anywhere else", () => {
  assert.deepEqual(labels(`${pair("1a2b3-103", "[见](media/[||])", "[See](media/a.png)")}\n${FILES}`), [
    "a.png",
    "b.txt",
  ]);
});

test("nothing is offered in code, in text, for URLs and outside of the root", () => {
  for (const line of [
    "`[x]([||])`",
    "te[||]xt",
    "[x](https://[||])",
    "[x](/azure/[||])",
    "[x](../[||])",
    "[x](a) ([||]",
  ]) {
    assert.deepEqual(labels(`${line}\n${FILES}`), [], line);
  }
});

test("an editor that completes Markdown paths itself is told those that only English has", () => {
  const options = { skipsMarkdownPaths: true };
  const english = "//- en-us/clean.md\n# Clean it\n//- en-us/setup.md\n# Set up\n//- en-us/more/b.md\nx\n";
  assert.deepEqual(labels(`//- zh-cn/a.md\n[x]([||])\n//- zh-cn/setup.md\n# 安装\n${english}`, options), [
    "clean.md",
    "more/",
  ]);
});

test("an editor that completes Markdown paths itself is left to it", () => {
  const options = { skipsMarkdownPaths: true };
  assert.deepEqual(labels(`[x]([||])\n${FILES}`, options), []);
  assert.deepEqual(labels(`[x](setup.md#[||])\n${FILES}`, options), ["set-up", "安装", "第-一-步"]);
  assert.deepEqual(labels(`[!INCLUDE [x](includes/[||])]\n${FILES}`, options), ["note.md"]);
});

const RULES = ["link/a-b", "link/c", "segment/d"].map((id): Rule => ({
  id,
  summary: `About ${id}.`,
  severity: "warning",
  check: () => [],
}));

test("a comment that silences rules is offered those that it does not name yet, and areas", () => {
  const options = { rules: RULES };
  for (const word of ["disable", "enable", "disable-next-line"]) {
    assert.deepEqual(labels(`x\n\n<!-- lockstep-${word} link/c, [||]\n`, options), [
      "link/a-b",
      "segment/d",
      "link/*",
      "segment/*",
    ]);
  }
  assert.equal(labels("---\n# lockstep-disable [||]\ntitle: x\n---\n", options).length, 5);
  for (const text of ["<!-- lockstep-disable x --> [||]", "# lockstep-disable [||]"]) {
    assert.deepEqual(labels(`${text}\n`, options), [], text);
  }
});

test("the id of a rule is replaced as a whole, the end of the comment left alone", () => {
  assert.equal(
    taken("<!-- lockstep-disable link/[||]x-y-->\n", "link/a-b", { rules: RULES }),
    "<!-- lockstep-disable link/a-b-->",
  );
});

test("a comment that silences rules is offered whole, in place of what was typed of it", () => {
  const label = "lockstep-disable-next-line";
  for (const text of [
    "<!-- lockstep-[||]",
    "<!-- [||]",
    "<!--lock[||]step-dis",
    // As an editor leaves it that closes brackets and comments by itself.
    "<!-- lockstep-[||]>",
    "<!-- lockstep-[||] -->",
    "<!-- lockstep-disable[||]-->",
    "lockstep-dis[||]",
  ])
    assert.equal(taken(`x\n\n${text}\r\n`, label), "<!-- lockstep-disable-next-line -->\r", text);
  assert.equal(taken("> lockstep-[||]", label), "> <!-- lockstep-disable-next-line -->");
  assert.equal(
    taken("字 <!-- lockstep-dis[||] link/x -->", label),
    "字 <!-- lockstep-disable-next-line link/x -->",
  );
});

test("what begins no comment that silences rules is left alone", () => {
  for (const text of [
    "<!-- note [||]",
    "see lockstep-[||]",
    "lock[||]",
    "`<!-- lockstep-[||]`",
    "<!-- x --> [||]",
  ])
    assert.deepEqual(labels(text), [], text);
});
