import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { findEnglishVersions, tellChange } from "../../../server/src/core/features/english-change.ts";
import { findHover } from "../../../server/src/core/features/hover.ts";
import { sentenceAt } from "../../../server/src/core/features/sentences.ts";
import { NO_SOURCES, type SourcePage } from "../../../server/src/core/source/page-sources.ts";
import { syncPage } from "../../../server/src/core/sync/sync-page.ts";
import { openFixture } from "../../open.ts";
import { pair } from "./at-cursor.ts";
import { folderOf, madeFrom } from "./english.ts";

const OLD = "# Set up\n\nPress **Save**. Then wait for 5 minutes.\n\nLet go.\n";
const NOW = "# Set up\n\nNever hurry. Press **Save**. Then wait for ten minutes.\n";
const HEADING = pair("1a2b3-103", "设置", "Set up");
const PRESS = pair("1a2b3-104", "按**保存**。", "Press **Save**.");
const WAIT = pair("1a2b3-105", "等待 5 分钟。", "Then wait for 5 minutes.");
const LET_GO = pair("1a2b3-106", "松手。", "Let go.");
const SEGMENTS = madeFrom(OLD, `# ${HEADING}\n\n${PRESS} ${WAIT}\n\n${LET_GO}\n`);
const CLEAN = madeFrom(OLD, "# 设置\n\n按**保存**。 等待 5 分钟。\n\n松手。\n");

function english(text: string): SourcePage {
  return { origin: "source-tree", path: "en-us/a.md", revision: undefined, document: parseDocument(text) };
}

/** The page brought up to `NOW`, with its context, and the English that it was translated from. */
function synced(text: string): {
  context: ReturnType<typeof openFixture>[number]["context"];
  origin: SourcePage;
} {
  const { text: result } = syncPage({
    page: parseDocument(text),
    base: parseDocument(OLD),
    current: parseDocument(NOW),
    commit: "1".repeat(40),
    handoff: "01/02/2024",
  });
  const [page] = openFixture(folderOf({ "zh-cn/a.md": result, "en-us/a.md": NOW }));
  assert.ok(page);
  return { context: page.context, origin: english(OLD) };
}

function lineAt(text: string, offset: number | undefined): string | undefined {
  return offset === undefined ? undefined : text.slice(offset).split("\n")[0];
}

for (const [form, text] of [
  ["side-by-side", SEGMENTS],
  ["clean", CLEAN],
] as const) {
  test(`a synced ${form} page shows what changed in the English of a marked sentence`, () => {
    const { context, origin } = synced(text);
    const offset = context.document.text.indexOf("等待");
    const shown = findHover(context, offset, [], origin)?.markdown.replaceAll("\u200b", "");
    assert.match(
      shown ?? "",
      /^\*\*The English has changed:\*\*\n\nThen wait for ~~5~~\u2009\*\*ten\*\* minutes/,
    );
    assert.match(shown ?? "", /\*\*Translation:\*\* 等待 5 分钟/);
  });

  test(`both versions of the English of a synced ${form} page are led to at the marked sentence`, () => {
    const { context, origin } = synced(text);
    const { document, sources } = context;
    const found = findEnglishVersions(document, { sources, origin }, document.text.indexOf("等待"));
    assert.ok("now" in found);
    assert.equal(found.before.page, origin);
    assert.equal(lineAt(OLD, found.before.offset), "Then wait for 5 minutes.");
    assert.equal(lineAt(NOW, found.now.offset), "Then wait for ten minutes.");
  });

  test(`a page that English has moved on from is compared with the same words, ${form}`, () => {
    const [page] = openFixture(folderOf({ "zh-cn/a.md": text, "en-us/a.md": NOW }));
    assert.ok(page);
    const { document, sources } = page.context;
    const found = findEnglishVersions(
      document,
      { sources, origin: english(OLD) },
      document.text.indexOf("按"),
    );
    assert.ok("now" in found);
    assert.equal(lineAt(OLD, found.before.offset), "Press **Save**. Then wait for 5 minutes.");
  });
}

test("above the first sentence, both pages are shown from their start", () => {
  const { context, origin } = synced(SEGMENTS);
  const found = findEnglishVersions(context.document, { sources: context.sources, origin }, 0);
  assert.deepEqual("now" in found && [found.before.offset, found.now.offset], [undefined, undefined]);
});

test("says so where the earlier English is not to be had", () => {
  const { context } = synced(SEGMENTS);
  const { document, sources } = context;
  const offset = document.text.indexOf("等待");
  assert.match(
    findHover(context, offset, [], undefined)?.markdown ?? "",
    /The English that this was translated from is/,
  );
  const found = findEnglishVersions(document, { sources, origin: undefined }, offset);
  assert.match("problem" in found ? found.problem : "", /is not to be had/);
});

test("a sentence that is not marked is told of as ever", () => {
  const { context, origin } = synced(SEGMENTS);
  const { document, sources } = context;
  const sentence = sentenceAt(document, sources, document.text.indexOf("按"));
  assert.ok(sentence);
  assert.deepEqual(tellChange(document, { sources, origin }, sentence), { sentence, isLost: false });
});

test("says why there is nothing to compare", () => {
  const document = parseDocument(SEGMENTS);
  const problemOf = (sources = NO_SOURCES, origin: SourcePage | undefined = english(OLD)): string => {
    const found = findEnglishVersions(document, { sources, origin }, 0);
    return "problem" in found ? found.problem : "";
  };
  assert.match(problemOf(), /^The English page as it is now is not to be had/);
  assert.match(problemOf({ ...NO_SOURCES, lost: { how: "deleted", to: undefined } }), /it was deleted\.$/);
  assert.match(problemOf({ ...NO_SOURCES, current: english(OLD) }), /has not changed/);
  const page = findEnglishVersions(parseDocument(OLD), { sources: NO_SOURCES, origin: undefined }, 0);
  assert.match("problem" in page ? page.problem : "", /^This is an English page/);
});
