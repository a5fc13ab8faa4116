import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { ExactMemory } from "../../../server/src/core/memory/exact-memory.ts";
import { readMemoryPage } from "../../../server/src/core/memory/read-memory-page.ts";
import { TranslationMemory } from "../../../server/src/core/memory/translation-memory.ts";
import { createRandom } from "../../random.ts";
import { pair } from "../features/at-cursor.ts";

const ASKING = parseDocument("---\nms.contentlocale: zh-CN\n---\n");

function memoryOf(pages: Readonly<Record<string, string>>): ExactMemory {
  const memory = new ExactMemory((path) => pages[path]);
  for (const [path, text] of Object.entries(pages)) {
    const page = readMemoryPage(text);
    if (page !== undefined) memory.add(path, page);
  }
  return memory;
}

function page(body: string, header = "ms.contentlocale: zh-CN"): string {
  return `---\n${header}\n---\n\n${body}\n`;
}

test("finds the translation of the same English, however its blanks are written", () => {
  const memory = memoryOf({
    "a.md": page(pair("1a2b3-101", "按**红色**按钮。", "Press the **red**\n> button.")),
  });
  assert.equal(memory.find("Press the  **red** button.", "b.md", ASKING), "按**红色**按钮。");
  assert.equal(memory.find("Press the red button.", "b.md", ASKING), undefined);
  assert.equal(memory.find("", "b.md", ASKING), undefined);
});

test("tells texts apart that are as long as each other and differ in one letter", () => {
  const texts = Array.from({ length: 100 }, (_, nth) => `Sensor ${"x".repeat(nth)}y${"x".repeat(99 - nth)}.`);
  const body = texts.map((text, nth) => pair(`1a2b3-${101 + nth}`, `译${nth}`, text)).join("\n\n");
  const memory = memoryOf({ "a.md": page(body) });
  for (const [nth, text] of texts.entries()) assert.equal(memory.find(text, "b.md", ASKING), `译${nth}`);
});

test("reads the page of what it found again each time, and keeps nothing of it", () => {
  const text = page(pair("1a2b3-101", "等待。", "Wait."));
  let isThere = true;
  const memory = new ExactMemory(() => (isThere ? text : undefined));
  memory.add("a.md", parseDocument(text));
  assert.equal(memory.find("Wait.", "b.md", ASKING), "等待。");
  isThere = false;
  assert.equal(memory.find("Wait.", "b.md", ASKING), undefined);
});

test("takes nothing from damaged pairs", () => {
  const damaged = pair("1a2b3-101", "等待。", "Wait.").replace(
    'class="sxs-lookup"',
    "class=&quot;sxs-lookup&quot;",
  );
  const memory = memoryOf({ "a.md": page(`${damaged}\n\n${pair("1a2b3-102", "走。", "Go.")}`) });
  assert.equal(memory.find("Wait.", "b.md", ASKING), undefined);
  assert.equal(memory.find("Go.", "b.md", ASKING), "走。");
});

test("finds what the memory of the editor finds", () => {
  const random = createRandom(5);
  const english = [
    "Wait.",
    "Go.",
    "Press  the\nred button.",
    "Press the red button.",
    "Hold the lid.",
    "",
    " ",
  ];
  const marks = ["", "", "", "<!--lockstep:new-->", "<!--lockstep:reused-->", "<!--lockstep:changed-->"];
  const headers = [
    "ms.contentlocale: zh-CN",
    "ms.contentlocale: zh-CN\nms.translationtype: HT",
    "ms.contentlocale: fr-FR",
    "title: x",
  ];
  const pages: Record<string, string> = {};
  for (const path of ["a.md", "zh-cn/b.md", "docs/c.md", "docs/d.md", "e.md"]) {
    const pairs = Array.from({ length: 6 }, (_, nth) => {
      const target = random.pick(["", " ", `译${random.below(9)}`, `译${random.below(9)}`]);
      return pair(`1a2b3-${101 + nth}`, target, random.pick(english)) + random.pick(marks);
    });
    pages[path] = page(pairs.join("\n\n"), random.pick(headers));
  }
  const [exact, memory] = [memoryOf(pages), new TranslationMemory()];
  for (const [path, text] of Object.entries(pages)) memory.add(path, parseDocument(text));
  for (const [path, text] of Object.entries(pages)) {
    const asking = parseDocument(text);
    for (const each of english)
      assert.equal(exact.find(each, path, asking), memory.find(each, path, asking), `${path}: ${each}`);
  }
});
