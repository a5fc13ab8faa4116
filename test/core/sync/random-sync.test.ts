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

void test("any three texts give a result", () => {
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
