import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { findStaleNotes } from "../../../server/src/core/features/stale-translations.ts";
import { openFixture } from "../../open.ts";
import { pair } from "./at-cursor.ts";
import { folderOf, madeFrom } from "./english.ts";

const BEFORE = "# Set up\n\nPress **Save**.\n\n## Wait\n\nWait for 5 minutes. Then let go.\n";
const HEADING = pair("1a2b3-103", "设置", "Set up");
const PRESS = pair("1a2b3-104", "按**保存**。", "Press **Save**.");
const WAIT = pair("1a2b3-105", "等待", "Wait");
const FIVE = pair("1a2b3-106", "等待 5 分钟。", "Wait for 5 minutes.");
const LET_GO = pair("1a2b3-107", "松手。", "Then let go.");
const SEGMENTS = `# ${HEADING}\n\n${PRESS}\n\n## ${WAIT}\n\n${FIVE} ${LET_GO}\n`;
const CLEAN = "# Configurer\n\nAppuyez sur **Save**.\n\n## Attendre\n\nAttendez 5 minutes. Puis relâchez.\n";

/** The notes on an English page: the line that each stands above, and what it says. */
function notesOn(english: string, pages: Readonly<Record<string, string>>): string[] {
  const opened = openFixture(folderOf({ ...pages, "en-us/a.md": english }));
  const translations = opened
    .filter(({ path }) => !path.startsWith("en-us/"))
    .map(({ path, context: { document, sources } }) => ({ locale: path.slice(0, 5), document, sources }));
  return findStaleNotes(parseDocument(english), translations).map(
    ({ offset, title }) => `${english.slice(offset).split("\n")[0] ?? ""} | ${title}`,
  );
}

const PAGES = {
  "zh-cn/a.md": madeFrom(BEFORE, SEGMENTS),
  "ja-jp/a.md": madeFrom(BEFORE, SEGMENTS),
};

test("translations of the page as it is are up to date", () => {
  assert.deepEqual(notesOn(BEFORE, PAGES), ["# Set up | ja-jp, zh-cn: up to date"]);
});

test("a page without translations has no notes", () => {
  assert.deepEqual(notesOn(BEFORE, {}), []);
});

test("a changed sentence is noted at its heading and at the top, for all locales at once", () => {
  assert.deepEqual(notesOn(BEFORE.replace("5 minutes", "10 minutes"), PAGES), [
    "# Set up | ja-jp, zh-cn: 1 segment goes stale",
    "## Wait | ja-jp, zh-cn: 1 segment goes stale",
  ]);
});

test("what is new and what is gone count apart", () => {
  const now = BEFORE.replace(" Then let go.", "").replace("Wait for 5", "Never open the case.\n\nWait for 5");
  assert.deepEqual(notesOn(now, PAGES), [
    "# Set up | ja-jp, zh-cn: 1 segment goes stale, 1 new",
    "## Wait | ja-jp, zh-cn: 1 segment goes stale, 1 new",
  ]);
});

test("locales that differ are listed one after the other", () => {
  const behind = madeFrom(BEFORE.replace("Press", "Hit"), SEGMENTS.replace("Press **Save**", "Hit **Save**"));
  assert.deepEqual(notesOn(BEFORE, { ...PAGES, "ja-jp/a.md": behind }), [
    "# Set up | zh-cn: up to date · ja-jp: 1 segment goes stale",
    "# Set up | ja-jp: 1 segment goes stale",
  ]);
});

test("pages without segments count too, once the English they were made from is known", () => {
  const pages = { "fr-fr/a.md": madeFrom(BEFORE, CLEAN), "zh-cn/a.md": madeFrom(BEFORE, SEGMENTS) };
  assert.deepEqual(notesOn(BEFORE.replace("5 minutes", "10 minutes"), pages), [
    "# Set up | fr-fr, zh-cn: 1 segment goes stale",
    "## Wait | fr-fr, zh-cn: 1 segment goes stale",
  ]);
});

test("a page of which nobody knows the English is outdated, and nobody knows by how much", () => {
  const page = madeFrom("Something else.", CLEAN);
  assert.deepEqual(notesOn(BEFORE, { "fr-fr/a.md": page }), ["# Set up | fr-fr: made from another version"]);
});

test("text above the first heading has a note of its own", () => {
  const english = "Press **Save**.\n\n# Wait\n";
  const page = madeFrom(english, `${PRESS}\n\n# ${WAIT}\n`);
  assert.deepEqual(notesOn("Press **Store**.\n\n# Wait\n", { "zh-cn/a.md": page }), [
    "Press **Store**. | zh-cn: 1 segment goes stale",
    "Press **Store**. | zh-cn: 1 segment goes stale",
  ]);
});
