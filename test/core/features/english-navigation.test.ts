import assert from "node:assert/strict";
import { test } from "node:test";
import { type Definition, findDefinition } from "../../../server/src/core/features/definition.ts";
import { findHighlights } from "../../../server/src/core/features/document-highlights.ts";
import { sentencesFor } from "../../../server/src/core/features/sentences.ts";
import { textAt } from "../../../server/src/core/text/span.ts";
import { atCursor, pair } from "./at-cursor.ts";
import { folderOf, madeFrom } from "./english.ts";

const ENGLISH = "# Set up\n\nPress **Save**. Then wait for 5 minutes.\n";
const CLEAN = "# 设置\n\n按**保存**。 然后等待[||] 5 分钟。\n";
const SEGMENTS =
  `# ${pair("1a2b3-103", "设置", "Set up")}\n\n` +
  `${pair("1a2b3-104", "按**保存**。", "Press **Save**.")} ${pair("1a2b3-105", "等待[||] 5 分钟。", "Then wait for 5 minutes.")}\n`;

/** Where a definition leads: the page and the text there. */
function show(found: Definition | undefined, own: string): string | undefined {
  if (found?.kind === "here") return `here: ${textAt(own, found.span)}`;
  return found?.kind === "english"
    ? `${found.english.origin}: ${textAt(found.english.document.text, found.span)}`
    : undefined;
}

for (const [form, body] of Object.entries({ clean: CLEAN, "side-by-side": SEGMENTS })) {
  test(`a sentence of a ${form} page leads to its English in the English page`, () => {
    const { context, offset, text } = atCursor(
      folderOf({ "zh-cn/a.md": madeFrom(ENGLISH, body), "en-us/a.md": ENGLISH }),
    );
    assert.equal(show(findDefinition(context, offset), text), "source-tree: Then wait for 5 minutes.");
  });

  test(`an English sentence leads to its translation in a ${form} page`, () => {
    const page = atCursor(folderOf({ "zh-cn/a.md": madeFrom(ENGLISH, body), "en-us/a.md": ENGLISH }));
    const { document, sources } = page.context;
    const found = sentencesFor(document, sources, ENGLISH.indexOf("wait"));
    assert.equal(found.length, 1);
    assert.match(found[0]?.target ?? "", /等待 5 分钟。$/);
    assert.deepEqual(sentencesFor(document, sources, 1_000_000), []);
  });
}

test("an English half leads to its translation, wherever the English page is", () => {
  const body = SEGMENTS.replace("[||]", "").replace("Then wait", "Then [||]wait");
  const { context, offset, text } = atCursor(
    folderOf({ "zh-cn/a.md": madeFrom(ENGLISH, body), "en-us/a.md": ENGLISH }),
  );
  assert.equal(show(findDefinition(context, offset), text), "here: 等待 5 分钟。");
});

test("a sentence whose English is gone from the English page leads to the English it was made from", () => {
  const now = "# Set up\n\nPress **Save**.\n";
  const { context, offset, text } = atCursor(
    folderOf({ "zh-cn/a.md": madeFrom(ENGLISH, SEGMENTS), "en-us/a.md": now }),
  );
  assert.equal(show(findDefinition(context, offset), text), "here: Then wait for 5 minutes.");
});

test("a sentence whose English has changed leads to it as it is now", () => {
  const now = ENGLISH.replace("5 minutes", "10 minutes");
  const { context, offset, text } = atCursor(
    folderOf({ "zh-cn/a.md": madeFrom(ENGLISH, SEGMENTS), "en-us/a.md": now }),
  );
  assert.equal(show(findDefinition(context, offset), text), "source-tree: Then wait for 10 minutes.");
});

test("a link leads to its target, not to the English sentence", () => {
  const english = "See [this](b.md).\n";
  const { context, offset } = atCursor(
    folderOf({
      "zh-cn/a.md": madeFrom(english, "请参阅[此](b[||].md)。\n"),
      "en-us/a.md": english,
      "zh-cn/b.md": "# B\n",
    }),
  );
  assert.equal(findDefinition(context, offset)?.kind, "page");
});

test("the sentence of a clean page that has an English sentence of its own is highlighted", () => {
  const page = atCursor(folderOf({ "zh-cn/a.md": madeFrom(ENGLISH, CLEAN), "en-us/a.md": ENGLISH }));
  const [span] = findHighlights(page.context.document, page.context.sources, page.offset);
  assert.ok(span);
  assert.equal(textAt(page.text, span), "然后等待 5 分钟。");
});
