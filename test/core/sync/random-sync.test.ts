import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Document } from "../../../server/src/core/document/document.ts";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { stripPage } from "../../../server/src/core/segments/strip.ts";
import { syncPage } from "../../../server/src/core/sync/sync-page.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { createRandom } from "../../random.ts";
import { checkSync, unchanged } from "./check-sync.ts";
import { editAtRandom } from "./random-edits.ts";

const SAMPLES = "samples";
const ROUNDS = 12;

for (const locale of ["zh-cn", "ja-jp", "ko-kr", "fr-fr"]) {
  void test(`random edits of English lose nothing of ${locale}`, () => {
    for (const name of readdirSync(join(SAMPLES, locale))
      .filter((each) => each.endsWith(".md"))
      .sort()) {
      const english = join(SAMPLES, "en-us", name);
      if (!existsSync(english)) continue;
      const text = readFileSync(join(SAMPLES, locale, name), "utf8");
      const base = parseDocument(readFileSync(english, "utf8"));
      const page = parseDocument(text);
      const duplicates = page.segments.length !== new Set(page.segments.map(({ id }) => id)).size;
      const random = createRandom(2024);
      for (let round = 0; round < ROUNDS; round += 1) {
        const current = parseDocument(editAtRandom(base.text, random, 1 + random.below(6)));
        const where = `${locale}/${name}, round ${round}`;
        if (!duplicates && page.markupProblems.length === 0) checkSync(page, base, current, where);
        const clean = parseDocument(stripPage(page));
        checkSync(clean, base, current, `${where}, clean`);
        if (page.form !== "sxs") continue;
        const { text: synced } = syncPage({ page: clean, base, current });
        for (const { target } of unchanged(page, base, current)) {
          if (!clean.text.includes(target)) continue;
          assert.ok(synced.includes(target), `${where}, clean: lost ${target}`);
        }
      }
    }
  });
}

test("any three texts give a result", () => {
  const random = createRandom(7);
  const texts = readdirSync(join(SAMPLES, "zh-cn"))
    .filter((each) => each.endsWith(".md"))
    .map((name) => readFileSync(join(SAMPLES, "zh-cn", name), "utf8"));
  const piece = (): string => {
    const text = texts[random.below(texts.length)] as string;
    return text.slice(random.below(text.length));
  };
  for (let round = 0; round < 60; round += 1) {
    const [page, base, current] = [piece(), piece(), piece()].map((text) => parseDocument(text));
    const result = syncPage({ page: page as Document, base: base as Document, current: current as Document });
    assert.equal(applyEdits((page as Document).text, result.edits), result.text);
  }
});

const RIGHT_TO_LEFT = [
  ["# Foxes", '# <a name="foxes"></a>', "ثعالب", "Foxes"],
  ["The fox ran quickly.", "", "ركض الثعلب بسرعة.", "The fox ran quickly."],
  ["It \u200fsaw `run()` and [a dog](dog.md).", "", "ورأى ‎`run()`‎ و[كلبًا](dog.md).", undefined],
  ["- The dog was asleep.", "- ", "كان الكلب نائمًا 🦊.", "The dog was asleep."],
  ["> Nobody saw é or e\u0301.", "> ", "لم يرَ أحد é أو e\u0301.", "Nobody saw é or e\u0301."],
] as const;

/** A page from right to left, with characters of two units and of two code points, and its English. */
function rightToLeft(): { page: string; english: string } {
  const header = "ms.openlocfilehash: 0123456789abcdef0123456789abcdef01234567\nms.contentlocale: ar-SA\n";
  const pairs = RIGHT_TO_LEFT.map(([english, before, target, source], nth) => {
    const id = `4a5b6-${String(103 + nth)}`;
    return `${before}<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source ?? english}</span></span>`;
  });
  return {
    page: `---\ntitle: ثعالب\n${header}---\n${pairs.join("\n\n")}\n`,
    english: `---\ntitle: Foxes\n---\n\n${RIGHT_TO_LEFT.map(([english]) => english).join("\n\n")}\n`,
  };
}

test("random edits of English lose nothing of a page from right to left", () => {
  const { page, english } = rightToLeft();
  const random = createRandom(5);
  for (let round = 0; round < 60; round += 1) {
    const current = parseDocument(editAtRandom(english, random, 1 + random.below(5)));
    checkSync(parseDocument(page), parseDocument(english), current, `round ${round}`);
  }
});

test("line ends and the byte order mark are the page's, whatever English has", () => {
  const { page, english } = rightToLeft();
  const random = createRandom(11);
  const forms: ((text: string) => string)[] = [
    (text) => text,
    (text) => text.replaceAll("\n", "\r\n"),
    (text) => `\ufeff${text.replaceAll("\n", "\r\n")}`,
    // A mixture: every third line.
    (text) => text.replace(/((?:.*\n){2}.*)\n/g, "$1\r\n"),
  ];
  for (let round = 0; round < 60; round += 1) {
    const form = (): ((text: string) => string) =>
      forms[random.below(forms.length)] as (text: string) => string;
    const current = form()(editAtRandom(english, random, 1 + random.below(5)));
    const localized = parseDocument(form()(page));
    checkSync(localized, parseDocument(form()(english)), parseDocument(current), `round ${round}`);
  }
});
