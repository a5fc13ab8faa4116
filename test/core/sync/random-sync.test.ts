import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Document } from "../../../server/src/core/document/document.ts";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { cutSource } from "../../../server/src/core/segments/cut-source.ts";
import { stripPage } from "../../../server/src/core/segments/strip.ts";
import { withoutMarks } from "../../../server/src/core/sync/marks.ts";
import { collapse } from "../../../server/src/core/sync/render-segments.ts";
import { syncPage } from "../../../server/src/core/sync/sync-page.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { createRandom } from "../../random.ts";
import { editAtRandom } from "./random-edits.ts";

const SAMPLES = "samples";
const ROUNDS = 12;

function countTexts(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** Pairs whose English is cut out of both English pages just as often. */
function unchanged(page: Document, base: Document, current: Document): Document["segments"] {
  const before = countTexts(cutSource(base).map(({ text }) => collapse(text)));
  const after = countTexts(cutSource(current).map(({ text }) => collapse(text)));
  const own = countTexts(page.segments.map(({ source }) => collapse(source)));
  return page.segments.filter(({ source }) => {
    const key = collapse(source);
    return before.get(key) === after.get(key) && before.get(key) === own.get(key);
  });
}

function checkSync(page: Document, base: Document, current: Document, where: string): void {
  const result = syncPage({ page, base, current });
  assert.equal(applyEdits(page.text, result.edits), result.text, `${where}: the edits give the text`);
  const synced = parseDocument(result.text);
  for (const { span } of unchanged(page, base, current)) {
    const pair = page.text.slice(span.start, span.end);
    assert.ok(result.text.includes(pair), `${where}: lost ${pair}`);
  }
  const known = new Set(page.segments.map(({ target }) => target));
  for (const { target, span } of synced.segments) {
    if (result.text.startsWith("<!--lockstep:", span.end)) continue;
    assert.ok(known.has(target) || result.counts.carried > 0, `${where}: nobody wrote ${target}`);
  }
  const all = collapse(withoutMarks(result.text).replace(/<[^>]*>/g, " "));
  for (const { text } of cutSource(current)) {
    if (page.form !== "sxs" || !/^New [a-z ]+\.$/.test(text)) continue;
    assert.ok(all.includes(text), `${where}: English is missing: ${text}`);
  }
  const ids = synced.segments.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, `${where}: ids are unique`);
  const again = syncPage({ page: synced, base, current });
  assert.equal(again.text, result.text, `${where}: a second sync changes nothing`);
}

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
