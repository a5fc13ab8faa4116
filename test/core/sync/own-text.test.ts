import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { syncPage } from "../../../server/src/core/sync/sync-page.ts";
import { pair } from "../../localized-page.ts";

const HEAD =
  "---\ntitle: 狐狸\nms.openlocfilehash: 0123456789012345678901234567890123456789\nms.contentlocale: zh-CN\n---\n\n";
const ENGLISH_HEAD = "---\ntitle: Foxes\n---\n\n";

/** What becomes of a page's body, and what is said about it. */
function sync(page: string, base: string, current: string): { body: string; messages: readonly string[] } {
  const input = { base: parseDocument(ENGLISH_HEAD + base), current: parseDocument(ENGLISH_HEAD + current) };
  const { text, conflicts } = syncPage({ ...input, page: parseDocument(HEAD + page) });
  const again = syncPage({ ...input, page: parseDocument(text) });
  assert.equal(again.text, text, "a second sync changes nothing");
  const body = text.slice(text.indexOf("\n---\n\n") + 6);
  return { body, messages: conflicts.map(({ message }) => message) };
}

const BASE = "The fox ran.\n\nThe dog slept.\n";
const FORMS = [
  {
    form: "side by side",
    page: `${pair(103, "狐狸跑了。", "The fox ran.")}\n\n${pair(104, "狗在睡觉。", "The dog slept.")}`,
  },
  { form: "clean", page: "狐狸跑了。\n\n狗在睡觉。" },
];
const OWN = [
  '<img src="zh.png">',
  "[zh]: zh.md",
  "译者注。",
  "```js\nown();\n```",
  "| a | b |\n|---|---|\n| c | 丁 |",
];

for (const { form, page } of FORMS) {
  for (const own of OWN) {
    for (const end of ["", "\n"]) {
      const name = `${JSON.stringify(own)} at the end of a page ${form}, ${end === "" ? "without" : "with"} a line end`;
      void test(`${name}, stays as it is, whatever English has there`, () => {
        for (const current of [
          "The fox ran.\n\nThe dog slept long.\n",
          `${BASE}\nA cat came.\n`,
          "The fox ran.\n",
          "A cat came.\n\nThe fox ran.\n",
        ]) {
          const { body } = sync(`${page}\n\n${own}${end}`, BASE, current);
          assert.ok(`${body}\n\n`.includes(`\n\n${own}${end}\n`), body);
          assert.ok(end === "\n" || !body.endsWith("\n"), body);
        }
      });
    }
  }

  void test(`a definition of a page ${form} stands for that of the same label alone`, () => {
    const base = `${BASE}\n[en]: en.md\n`;
    for (const current of [`${BASE}\nA cat came by.\n\n[en]: us.md\n`, BASE]) {
      const own = sync(`${page}\n\n[zh]: zh.md\n`, base, current);
      assert.ok(own.body.includes("\n\n[zh]: zh.md\n"), own.body);
    }
    const same = sync(`${page}\n\n[en]: zh.md\n`, base, BASE);
    assert.ok(!same.body.includes("zh.md"), same.body);
    assert.match(same.messages.join("\n"), /it was taken out: `\[en\]: zh\.md`/);
  });
}

test("code and tables of the translator stay whole where English puts a block beside them", () => {
  for (const { page } of FORMS) {
    for (const own of OWN) {
      const [first, second] = page.split("\n\n") as [string, string];
      const { body, messages } = sync(
        `${first}\n\n${own}\n\n${second}\n`,
        BASE,
        "The fox ran.\n\nTen purple kites crossed the valley.\n\nThe dog slept.\n",
      );
      assert.ok(body.includes(`\n\n${own}\n\n`), body);
      assert.ok(messages.length > 0, "it is said");
    }
  }
});

test("a link that English moves around its sentence is not left in it", () => {
  const [base, current] = ["[The fox ran](fox.md).\n", "- [The fox ran off.](fox.md)\n"];
  const moved = sync(`${pair(103, "[狐狸跑了](fox.md)。", "[The fox ran](fox.md).")}\n`, base, current);
  assert.equal(
    moved.body,
    `- [${pair(103, "狐狸跑了。", "The fox ran off.")}<!--lockstep:changed-->](fox.md)\n`,
  );
  assert.deepEqual(moved.messages, []);
  const own = sync(`${pair(103, "[狐狸跑了](zh-fox.md)。", "[The fox ran](fox.md).")}\n`, base, current);
  assert.ok(own.body.includes("](fox.md)") && !own.body.includes("zh-fox.md"), own.body);
  assert.deepEqual(own.messages, [
    "English put a link around this; the translation's own was taken out: `](zh-fox.md)`.",
  ]);
});
