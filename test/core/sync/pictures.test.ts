import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { findMarks } from "../../../server/src/core/sync/find-marks.ts";
import type { SyncInput, SyncResult } from "../../../server/src/core/sync/sync.ts";
import { syncPage } from "../../../server/src/core/sync/sync-page.ts";
import { pair } from "../../localized-page.ts";

const ORIGIN = { commit: "a".repeat(40), handoff: "03/04/2021" };
const MARK = "<!--lockstep:changed-->";

function sync(page: string, base: string, current: string, options: Partial<SyncInput> = {}): SyncResult {
  const head =
    "---\ntitle: 狐狸\nms.openlocfilehash: 0123456789012345678901234567890123456789\nms.sourcegitcommit: 0123456789012345678901234567890123456789\nms.contentlocale: zh-CN\nms.lasthandoff: 01/02/2021\n---\n\n";
  const english = (text: string): SyncInput["base"] => parseDocument(`---\ntitle: Foxes\n---\n\n${text}`);
  return syncPage({
    ...ORIGIN,
    page: parseDocument(page.startsWith("---") ? page : head + page),
    base: english(base),
    current: english(current),
    ...options,
  });
}

const PICTURES = [
  { of: "Markdown", write: (text: string) => `![${text}](../media/fox_(1).png)`, end: "" },
  { of: "a reference", write: (text: string) => `![${text}][fox]`, end: "" },
  { of: "a directive", write: (text: string) => `:::image source="fox.png" alt-text="${text}":::`, end: "" },
  { of: "HTML", write: (text: string) => `<img alt="${text}" src="fox.png">`, end: "<br>" },
];
const OWN = `${pair(103, "狐狸跑了。", "The fox ran.")}\n`;

for (const { of, write, end } of PICTURES) {
  void test(`a text of a picture in ${of} that both sides changed is kept and marked behind the picture`, () => {
    const [mine, base, current] = ["一只红狐狸", "A fox", "A running fox"].map(
      (text) => write(text) + end,
    ) as [string, string, string];
    const page = (line: string): string => `${OWN}\n${line}\n`;
    const english = (line: string): string => `The fox ran.\n\n${line}\n`;
    const { text, conflicts } = sync(page(mine), english(base), english(current));
    assert.ok(text.includes(`\n${write("一只红狐狸")}${MARK}${end}\n`), text);
    assert.equal(conflicts.length, 1);
    assert.equal(findMarks(parseDocument(text)).length, 1, "there is something to find");
    assert.ok(text.includes("# lockstep:english "), "the page still waits for a person");

    const again = sync(text, english(base), english(current));
    assert.equal(again.text, text, "a second sync changes nothing");
    const forgetful = sync(text.replace(/^# lockstep:english .*\n/m, ""), english(base), english(current));
    assert.equal(forgetful.text, text, "nor does one that does not know of the first");
  });

  void test(`the mark of a picture in ${of} stays when English goes on`, () => {
    const english = (line: string, more: string): string => `The fox ran.\n\n${line}\n${more}`;
    const marked = `${OWN}\n${write("一只红狐狸")}${MARK}${end}\n`;
    const later = sync(
      marked,
      english(write("A fox") + end, ""),
      english(write("A fox") + end, "\nA cat came.\n"),
    );
    assert.ok(later.text.includes(`\n${write("一只红狐狸")}${MARK}${end}\n`), later.text);
    const moved = sync(
      marked,
      english(write("A fox") + end, ""),
      `${write("A fox")}${end}\n\nA cat came.\n\nThe fox ran.\n`,
    );
    assert.equal(moved.text.split(MARK).length, 2, moved.text);
    assert.ok(moved.text.includes("一只红狐狸"), moved.text);
  });
}

test("without marks, a picture's conflict is said, and the page still waits for a person", () => {
  const { text, conflicts } = sync(
    `${OWN}\n![红狐狸](fox.png)\n`,
    "The fox ran.\n\n![A fox](fox.png)\n",
    "The fox ran.\n\n![A running fox](fox.png)\n",
    { omitMarks: true },
  );
  assert.ok(!text.includes("<!--"), text);
  assert.match(text, /# lockstep:english [0-9a-f]{40} unmarked/);
  assert.equal(conflicts.length, 1);
});
