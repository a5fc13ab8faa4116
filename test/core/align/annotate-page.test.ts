import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { annotatePage } from "../../../server/src/core/align/annotate-page.ts";
import type { Document } from "../../../server/src/core/document/document.ts";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { englishHalvesOf } from "../../../server/src/core/source/english-halves.ts";
import { stripPage } from "../../../server/src/core/segments/strip.ts";
import { corpusFolders, markdownFiles, sharedFolder } from "../../shared.ts";
import { HEADER } from "./lines.ts";
import { segmentPair } from "../../segment-pair.ts";

function annotate(page: string, english: string): { text: string; leftOut: string[] } {
  const { text, leftOut } = annotatePage(parseDocument(HEADER + page), parseDocument(english), "1a2b3");
  return { text: text.slice(HEADER.length), leftOut: leftOut.map(({ reason }) => reason) };
}

function pair(number: number, target: string, source: string): string {
  return segmentPair(`1a2b3-${number}`, target, source);
}

test("each sentence is wrapped with its English, numbered as the pipeline counts", () => {
  const { text } = annotate(
    "一。 二。\n\n![图](a.png)\n\n三。\n",
    "One. Two.\n\n![Picture](a.png)\n\nThree.\n",
  );
  assert.equal(
    text,
    `${pair(101, "一。", "One.")} ${pair(102, "二。", "Two.")}\n\n![图](a.png)\n\n${pair(104, "三。", "Three.")}\n`,
  );
});

test("the translation keeps the marker of a quote inside, the English goes without", () => {
  const { text } = annotate("> 一\n> 二。\n", "> One\n> two.\n");
  assert.equal(text, `> ${pair(101, "一\n> 二。", "One\ntwo.")}\n`);
});

test("numbers go on where the translation has another order than the English", () => {
  const english = "## Use a()\n\nSee `a()`.\n\n## Use b()\n\nSee `b()`.\n";
  const { text } = annotate("## 使用 b()\n\n参阅 `b()`。\n\n## 使用 a()\n\n参阅 `a()`。\n", english);
  const numbers = [...text.matchAll(/data-ttu-id="1a2b3-(\d+)"/g)].map((match) => Number(match[1]));
  assert.deepEqual(
    numbers,
    [...numbers].sort((a, b) => a - b),
  );
  assert.equal(new Set(numbers).size, numbers.length);
});

test("a sentence that could not be had back is left out", () => {
  const { text, leftOut } = annotate("一 \\*词。\n\n二。\n", "One word.\n\nTwo.\n");
  assert.deepEqual(leftOut, ["not-reversible"]);
  assert.equal(text, `一 \\*词。\n\n${pair(102, "二。", "Two.")}\n`);
});

test("landing pages are left alone, as the pipeline does", () => {
  const english = "---\nlayout: LandingPage\n---\n\nOne.\n";
  assert.equal(annotate("一。\n", english).text, "一。\n");
});

/** The English pages of a corpus folder are at hand, or put together from its halves. */
const ENGLISH: Readonly<Record<string, string>> = { "office-js.zh-cn-sxs": "office-js.en-at-handoff" };

describe("strip gives back every annotated page of", () => {
  for (const name of corpusFolders().filter((folder) => folder.endsWith("-sxs"))) {
    test(name, () => {
      const { folder } = sharedFolder("corpus", name);
      let count = 0;
      for (const { path, text } of markdownFiles(folder)) {
        const document = parseDocument(text);
        const english = englishOf(name, path, document);
        if (english === undefined || document.segments.length === 0) continue;
        const clean = publishedPage(name, path) ?? stripPage(document);
        const annotated = annotatePage(parseDocument(clean), english, "1a2b3");
        assert.equal(stripPage(parseDocument(annotated.text)), clean, path);
        count += annotated.count;
      }
      assert.ok(count > 1000, `${count} segments`);
    });
  }

  test("the corpus", { skip: sharedFolder("corpus").skip }, () => {
    assert.ok(corpusFolders().length > 0);
  });
});

function englishOf(name: string, path: string, document: Document): Document | undefined {
  const tree = ENGLISH[name];
  if (tree === undefined) return englishHalvesOf(document)?.document;
  const file = join(sharedFolder("corpus", tree).folder, path);
  return existsSync(file) ? parseDocument(readFileSync(file, "utf8")) : undefined;
}

function publishedPage(name: string, path: string): string | undefined {
  const file = join(sharedFolder("corpus", name.replace(/-sxs$/, "")).folder, path);
  return file !== join(sharedFolder("corpus", name).folder, path) && existsSync(file)
    ? readFileSync(file, "utf8")
    : undefined;
}
