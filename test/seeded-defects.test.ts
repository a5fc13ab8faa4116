import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { test, type TestContext } from "node:test";
import { parseDocument } from "../server/src/core/document/parse-document.ts";
import { applyEdits, type TextEdit } from "../server/src/core/text/edit.ts";
import { createRandom, type Random } from "./random.ts";
import { findDefects, openRoot, pickCleanPages } from "./seeded-defects/clean-pages.ts";
import { comparisonKinds } from "./seeded-defects/comparison-kinds.ts";
import type { CleanPage, Kind } from "./seeded-defects/kind.ts";
import { linkKinds } from "./seeded-defects/link-kinds.ts";
import { metadataKinds } from "./seeded-defects/metadata-kinds.ts";
import { segmentKinds } from "./seeded-defects/segment-kinds.ts";
import { sharedFolder } from "./shared.ts";

const SEED = 20_240_615;
const KINDS: readonly Kind[] = [...metadataKinds, ...segmentKinds, ...comparisonKinds, ...linkKinds];
const CORPUS = [
  "office-js.zh-cn-sxs",
  "partner-center.zh-cn-sxs",
  "partner-center.ja-jp-sxs",
  "partner-center.fr-fr-sxs",
];
const PAGES_PER_FOLDER = 40;
const PLANTS_PER_KIND = 40;
/** How far from the planted place a finding may stand. */
const MOST_LINES_AWAY = 2;
const LEAST_FOUND = 0.98;
const LEAST_FOUND_OF_A_KIND = 0.95;

interface Tally {
  planted: number;
  found: number;
  readonly missed: string[];
}

/** Plants a kind of defect on page after page and counts how often the rules see it. */
function tallyKind(kind: Kind, pages: readonly CleanPage[], random: Random): Tally {
  const tally: Tally = { planted: 0, found: 0, missed: [] };
  for (let attempt = 0; attempt < 4 * PLANTS_PER_KIND && tally.planted < PLANTS_PER_KIND; attempt++) {
    const page = random.pick(pages);
    const edits = kind.plant(page, random);
    if (edits === undefined) continue;
    const text = applyEdits(page.document.text, edits);
    if (text === page.document.text) continue;
    tally.planted += 1;
    const places = placesOf(edits).map((offset) => lineOf(text, offset));
    const isFound = findDefects({ ...page, document: parseDocument(text) }).some(({ span }) => {
      const [first, last] = [lineOf(text, span.start), lineOf(text, span.end)];
      return places.some((line) => line >= first - MOST_LINES_AWAY && line <= last + MOST_LINES_AWAY);
    });
    if (isFound) tally.found += 1;
    else
      tally.missed.push(
        `${page.path}:${String((places[0] ?? 0) + 1)}: ${describe(page.document.text, edits)}`,
      );
  }
  return tally;
}

/** Where the edits ended up in the damaged text. */
function placesOf(edits: readonly TextEdit[]): number[] {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
  let shift = 0;
  return ordered.map(({ span, newText }) => {
    const place = span.start + shift;
    shift += newText.length - (span.end - span.start);
    return place;
  });
}

function lineOf(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

function describe(text: string, edits: readonly TextEdit[]): string {
  return edits
    .map(
      ({ span, newText }) =>
        `${JSON.stringify(text.slice(span.start, span.end))} → ${JSON.stringify(newText)}`,
    )
    .join(", ");
}

function checkKinds(context: TestContext, pages: readonly CleanPage[], mustPlantAll: boolean): void {
  const random = createRandom(SEED);
  const tallies = KINDS.map((kind) => ({ kind, ...tallyKind(kind, pages, random) }));
  for (const { kind, planted, found, missed } of tallies) {
    context.diagnostic(`${String(found).padStart(3)} of ${String(planted).padStart(2)}  ${kind.name}`);
    for (const miss of missed) context.diagnostic(`             missed ${miss}`);
  }
  const planted = tallies.reduce((sum, each) => sum + each.planted, 0);
  const found = tallies.reduce((sum, each) => sum + each.found, 0);
  context.diagnostic(`${String(found)} of ${String(planted)} on ${String(pages.length)} pages`);

  assert.ok(found >= LEAST_FOUND * planted, `found ${String(found)} of ${String(planted)} planted defects`);
  for (const tally of tallies) {
    assert.ok(
      tally.found >= LEAST_FOUND_OF_A_KIND * tally.planted,
      `${tally.kind.name}: missed ${tally.missed.join("; ")}`,
    );
    if (mustPlantAll) assert.ok(tally.planted > 0, `${tally.kind.name}: no page has a place for it`);
  }
}

const { folder: corpus, skip } = sharedFolder("corpus");

test("defects planted in published pages are found", { skip }, (context) => {
  const random = createRandom(SEED);
  const pages = CORPUS.flatMap((name) => pickCleanPages(join(corpus, name), PAGES_PER_FOLDER, random));
  assert.ok(pages.length > PAGES_PER_FOLDER, "too few clean pages");
  checkKinds(context, pages, true);
});

test("defects planted in the samples are found", (context) => {
  const random = createRandom(SEED);
  const samples = resolve("samples");
  const { workspace: english } = openRoot(join(samples, "en-us"));
  const pages = ["zh-cn", "ja-jp", "ko-kr", "fr-fr"]
    .map((locale) => join(samples, locale))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => pickCleanPages(folder, PAGES_PER_FOLDER, random, english));
  assert.ok(pages.length > 0, "no clean page among the samples");
  checkKinds(context, pages, false);
});
