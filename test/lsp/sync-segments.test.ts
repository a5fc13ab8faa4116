import assert from "node:assert/strict";
import { test } from "node:test";
import {
  FIND_SEGMENT,
  type FindSegmentParams,
  type FoundSegment,
  type LinePosition,
} from "../../server/src/protocol.ts";
import { Editor, positionOf, uriOf } from "./editor.ts";

const HEADER = `---\ntitle: T\nms.openlocfilehash: ${"0".repeat(40)}\nms.contentlocale: he-IL\n---\n`;
const ONE = `${HEADER}# כותרת\n\nאור ירוק.<!--lockstep:changed-->\n\nIt hums.<!--lockstep:new-->\n`;
const TWO = `${HEADER}# שנייה\n\nIt sleeps.<!--lockstep:reused-->\n`;
const DONE = `${HEADER}# גמור\n`;
const FILES = {
  "/docs/en-us/a.md": "# A\n",
  "/docs/he-il/a.md": ONE,
  "/docs/he-il/b.md": DONE,
  "/docs/he-il/c.md": TWO,
  "/docs/ja-jp/a.md": ONE,
};

async function open(files: Readonly<Record<string, string>> = FILES): Promise<Editor> {
  const editor = await Editor.open(files);
  await editor.ready();
  return editor;
}

/** Where the search leads: the page, the line and the kind. */
async function find(
  editor: Editor,
  path: string,
  params: Omit<FindSegmentParams, "uri">,
): Promise<string | undefined> {
  const found = await editor.connection.sendRequest<FoundSegment | null>(FIND_SEGMENT, {
    uri: uriOf(path),
    ...params,
  });
  if (found === null) return undefined;
  const { uri, start, kind, nth, count } = found;
  return `${uri.replace("file:///docs/", "")}:${start.line} ${kind} ${nth}/${count}`;
}

test("the next segment is the first one behind the cursor, the previous one the last before it", async () => {
  const editor = await open();
  const at = (word: string): LinePosition => positionOf(ONE, word);
  const a = "/docs/he-il/a.md";
  assert.equal(await find(editor, a, { direction: "next" }), "he-il/a.md:7 changed 1/2");
  const changed = at("<!--lockstep:changed");
  assert.equal(await find(editor, a, { position: changed, direction: "next" }), "he-il/a.md:9 new 2/2");
  const fresh = at("<!--lockstep:new");
  assert.equal(await find(editor, a, { position: fresh, direction: "previous" }), "he-il/a.md:7 changed 1/2");
  await editor.close();
});

test("after the last segment of a page comes the next page of the same locale, and round to the first", async () => {
  const editor = await open();
  const end = { line: 20, character: 0 };
  const from = (path: string, direction: "next" | "previous"): Promise<string | undefined> =>
    find(editor, path, { position: direction === "next" ? end : { line: 0, character: 0 }, direction });
  assert.equal(await from("/docs/he-il/a.md", "next"), "he-il/c.md:7 reused 1/1");
  assert.equal(await from("/docs/he-il/b.md", "next"), "he-il/c.md:7 reused 1/1");
  assert.equal(await from("/docs/he-il/c.md", "next"), "he-il/a.md:7 changed 1/2");
  assert.equal(await from("/docs/he-il/a.md", "previous"), "he-il/c.md:7 reused 1/1");
  assert.equal(await from("/docs/he-il/c.md", "previous"), "he-il/a.md:9 new 2/2");
  await editor.close();
});

test("in the only page with marks, the search goes round", async () => {
  const editor = await open({ ...FILES, "/docs/he-il/c.md": DONE });
  const position = { line: 20, character: 0 };
  assert.equal(
    await find(editor, "/docs/he-il/a.md", { position, direction: "next" }),
    "he-il/a.md:7 changed 1/2",
  );
  await editor.close();
});

test("what is done in the editor is done, before it is saved", async () => {
  const editor = await open();
  const position = { line: 20, character: 0 };
  const ask = (): Promise<string | undefined> =>
    find(editor, "/docs/he-il/a.md", { position, direction: "next" });
  assert.equal(await ask(), "he-il/c.md:7 reused 1/1");
  await editor.openPage("/docs/he-il/c.md", DONE);
  assert.equal(await ask(), "he-il/a.md:7 changed 1/2");
  await editor.openPage("/docs/he-il/a.md", DONE);
  assert.equal(await ask(), undefined, "the other locale is other people's work");
  await editor.edit("/docs/he-il/c.md", TWO);
  assert.equal(await ask(), "he-il/c.md:7 reused 1/1");
  await editor.close();
});

test("a page that is written anew on disk is looked at again", async () => {
  const editor = await open({ ...FILES, "/docs/he-il/c.md": DONE, "/docs/he-il/a.md": DONE });
  const ask = (): Promise<string | undefined> => find(editor, "/docs/he-il/a.md", { direction: "next" });
  assert.equal(await ask(), undefined);
  await editor.openPage("/docs/he-il/b.md");
  await editor.diagnostics("/docs/he-il/b.md");
  const before = editor.refreshes;
  // A page that comes is told of; what changes in one that nobody has open is not.
  await editor.write({ "/docs/he-il/c.md": TWO, "/docs/he-il/d.md": DONE });
  await editor.until(() => editor.refreshes > before);
  assert.equal(await ask(), "he-il/c.md:7 reused 1/1");
  await editor.close();
});

test("line ends of Windows and marks in the header are found where they stand", async () => {
  const page = ONE.replace("title: T", "title: T # lockstep:changed").replaceAll("\n", "\r\n");
  const editor = await open({ ...FILES, "/docs/he-il/a.md": page });
  const a = "/docs/he-il/a.md";
  assert.equal(await find(editor, a, { direction: "next" }), "he-il/a.md:1 changed 1/3");
  const position = { line: 1, character: 0 };
  assert.equal(await find(editor, a, { position, direction: "next" }), "he-il/a.md:7 changed 2/3");
  await editor.close();
});
