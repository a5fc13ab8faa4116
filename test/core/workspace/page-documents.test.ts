import assert from "node:assert/strict";
import { test } from "node:test";
import { buildWorkspace } from "../../../server/src/core/workspace/build-workspace.ts";
import { PageDocuments } from "../../../server/src/core/workspace/page-documents.ts";

const files = new Map([
  ["a.md", "# A"],
  ["b.md", "# B"],
  ["c.md", "# C"],
]);

/** Documents that note which texts they were made of. */
function notedDocuments(mostUnits?: number): { documents: PageDocuments; read: string[] } {
  const read: string[] = [];
  const textOf = (path: string): string | undefined => {
    read.push(path);
    return files.get(path);
  };
  return { documents: new PageDocuments(textOf, mostUnits), read };
}

test("a page is read once for its summary and for its rules", () => {
  const { documents, read } = notedDocuments();
  const workspace = buildWorkspace({ name: "docs", files, openPage: (path) => documents.open(path) });
  assert.equal(workspace.findPage("b.md")?.title, "B");
  assert.equal(documents.open("b.md")?.structure.headings.length, 1);
  assert.deepEqual([...documents.openPaths()], ["b.md"]);
  documents.close("b.md");
  assert.deepEqual([...documents.openPaths()], []);
  assert.ok(workspace.findPage("b.md")?.anchors.has("b"), "a summary outlives the document");
  assert.deepEqual(read, ["b.md"]);
});

test("where too many pages are open, the one that was not asked for the longest goes", () => {
  const { documents, read } = notedDocuments(6);
  documents.open("a.md");
  documents.open("b.md");
  documents.open("a.md");
  documents.open("c.md");
  assert.deepEqual([...documents.openPaths()], ["a.md", "c.md"]);
  documents.open("b.md");
  assert.deepEqual(read, ["a.md", "b.md", "c.md", "b.md"]);
});

test("a page that is longer than all that may be open is open by itself", () => {
  const { documents } = notedDocuments(1);
  assert.equal(documents.open("a.md")?.text, "# A");
  assert.equal(documents.open("b.md")?.text, "# B");
  assert.deepEqual([...documents.openPaths()], ["b.md"]);
});

test("a page that cannot be read has no document and no summary", () => {
  const { documents } = notedDocuments();
  assert.equal(documents.open("gone.md"), undefined);
  const unread = new Map([["gone.md", undefined]]);
  const workspace = buildWorkspace({ name: "docs", files: unread, openPage: (path) => documents.open(path) });
  assert.equal(workspace.findPage("gone.md"), undefined);
  assert.deepEqual([...workspace.pages()], []);
});
