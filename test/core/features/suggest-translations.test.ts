import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { findAcceptReused } from "../../../server/src/core/features/accept-reused.ts";
import {
  describeSuggestions,
  editTo,
  findWaiting,
  suggestTranslations,
  titleOf,
} from "../../../server/src/core/features/suggest-translations.ts";
import { TranslationMemory } from "../../../server/src/core/memory/translation-memory.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { pair } from "./at-cursor.ts";

const HEADER = "---\nms.contentlocale: zh-CN\n---\n";
const NEW = "<!--lockstep:new-->";
const CHANGED = "<!--lockstep:changed-->";

function memoryOf(pairs: readonly (readonly [english: string, translation: string])[]): TranslationMemory {
  const memory = new TranslationMemory();
  const body = pairs.map(([english, translation], nth) => pair(`1a2b3-${101 + nth}`, translation, english));
  memory.add("docs/a.md", parseDocument(HEADER + body.join("\n\n")));
  return memory;
}

function waitingAt(body: string, word: string): ReturnType<typeof findWaiting> {
  const document = parseDocument(HEADER + body);
  const offset = document.text.indexOf(word);
  return findWaiting(document, { start: offset, end: offset });
}

const TITLE = pair("1a2b3-101", "Turn it on", "Turn it on");
const TEXT = pair("1a2b3-102", "旧的。", "Open the lid slowly.");

test("segments marked as new or changed wait for a translator, wherever in them the cursor is", () => {
  const body = `# ${TITLE}${NEW}\n\n${TEXT}${CHANGED} 完\n`;
  assert.deepEqual(
    ["Turn", "data-stu-id", "lockstep:new", "旧的", "lockstep:changed", "完"].map((word) =>
      waitingAt(body, word).map(({ segment, mark }) => [segment.id, mark.kind]),
    ),
    [
      [["1a2b3-101", "new"]],
      [["1a2b3-101", "new"]],
      [["1a2b3-101", "new"]],
      [["1a2b3-102", "changed"]],
      [["1a2b3-102", "changed"]],
      [],
    ],
  );
});

test("segments without a mark, reused ones, marks in code and clean pages do not wait", () => {
  for (const body of [
    TITLE,
    `${TITLE}<!--lockstep:reused-->`,
    `${TITLE}\n\n    ${NEW}\n`,
    `Turn it on${NEW}`,
    `${TITLE} and ${NEW}`,
  ])
    assert.deepEqual(waitingAt(body, "Turn it on"), [], body);
});

test("a suggestion takes the place of the translation alone, on one line, and leaves the mark", () => {
  const document = parseDocument(`${HEADER}> ${TEXT}${CHANGED}\n`);
  const [waiting] = findWaiting(document, { start: 0, end: document.text.length });
  assert.ok(waiting);
  const memory = memoryOf([["Open the lid slowly now.", "慢慢地\n> 打开。"]]);
  const [suggestion] = suggestTranslations(memory, "docs/b.md", document, waiting.segment);
  assert.ok(suggestion);
  assert.equal(titleOf(suggestion), "Use the translation of a similar segment (83 %): 慢慢地 打开。");
  assert.equal(
    applyEdits(document.text, [editTo(suggestion, waiting.segment)]),
    document.text.replace("旧的。", "慢慢地 打开。"),
  );
});

test("at most three are suggested, and not what stands there already", () => {
  const document = parseDocument(`${HEADER}${TEXT}${CHANGED}\n`);
  const [waiting] = findWaiting(document, { start: 0, end: document.text.length });
  assert.ok(waiting);
  const memory = memoryOf([
    ["Open the lid slowly.", "旧的。"],
    ["Open the lid slowly!", "一"],
    ["Open the lid slowly!!", "二"],
    ["Open the lid slowly!!!", "三"],
    ["Open the lid slowly!!!!", "四"],
  ]);
  const found = suggestTranslations(memory, "docs/b.md", document, waiting.segment);
  assert.deepEqual(
    found.map(({ translation }) => translation),
    ["一", "二", "三"],
  );
});

test("a long translation is cut in a title and escaped in a hover", () => {
  const document = parseDocument(`${HEADER}${TEXT}${CHANGED}\n`);
  const [waiting] = findWaiting(document, { start: 0, end: document.text.length });
  assert.ok(waiting);
  const memory = memoryOf([["Open the lid slowly.", `**${"很".repeat(700)}`]]);
  const [suggestion] = suggestTranslations(memory, "docs/b.md", document, waiting.segment);
  assert.ok(suggestion);
  assert.match(titleOf(suggestion), /^Use the translation of the same English \(100 %\): \*\*很{77}…$/);
  const shown = describeSuggestions([suggestion], waiting.segment, (path) => path);
  assert.match(shown, /^ {2}\*\*Translation:\*\* \\\*\\\*很{597}…$/m);
  assert.match(shown, /^- \*\*100 %\*\* · `docs\/a\.md`\n\n {2}Open the lid slowly\.$/m);
});

test("all reused translations are accepted at once where there are several", () => {
  const reused = `${TITLE}<!--lockstep:reused-->`;
  const document = parseDocument(`---\ntitle: 一 # lockstep:reused\n---\n${reused}\n\n${TEXT}${CHANGED}\n`);
  const offset = document.text.indexOf("Turn");
  const found = findAcceptReused(document, { start: offset, end: offset });
  assert.equal(found?.title, "Accept all 2 reused translations of this page");
  assert.equal(
    applyEdits(document.text, found.edits),
    `---\ntitle: 一\n---\n${TITLE}\n\n${TEXT}${CHANGED}\n`,
  );
  const elsewhere = document.text.indexOf("旧的");
  assert.equal(findAcceptReused(document, { start: elsewhere, end: elsewhere }), undefined);
  const single = parseDocument(reused);
  assert.equal(findAcceptReused(single, { start: 0, end: single.text.length }), undefined);
});
