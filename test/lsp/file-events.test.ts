import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { WorkspaceIndex } from "../../server/src/core/workspace/workspace-index.ts";
import { Editor } from "./editor.ts";

/** The findings of a page whose links are asked about. */
async function findings(editor: Editor, path = "/docs/a.md"): Promise<string> {
  return (await editor.diagnostics(path)).join("\n");
}

/** Asks anew each time the server says so, as an editor does, until the findings of a page read so. */
async function askUntil(editor: Editor, path: string, expected: RegExp): Promise<void> {
  for (;;) {
    const before = editor.refreshes;
    if (expected.test(await findings(editor, path))) return;
    await editor.until(() => editor.refreshes > before);
  }
}

async function open(files: Readonly<Record<string, string>>): Promise<Editor> {
  const editor = await Editor.open(files);
  await editor.ready();
  await editor.openPage("/docs/a.md");
  return editor;
}

/** Changes files, and waits until the client is told that findings are others. */
async function write(editor: Editor, changes: Readonly<Record<string, string | undefined>>): Promise<void> {
  const before = editor.refreshes;
  await editor.write(changes);
  await editor.until(() => editor.refreshes > before);
}

test("a folder that is removed costs one snapshot, however many files there were in it", async () => {
  const names = Array.from({ length: 1000 }, (_, nth) => `/docs/old/p${nth}.md`);
  const editor = await open({
    "/docs/a.md": "[x](old/p7.md)\n",
    ...Object.fromEntries(names.map((name) => [name, "# P\n"])),
  });
  assert.equal(await findings(editor), "");
  for (const name of names) editor.files.texts.delete(name);
  const without = mock.method(WorkspaceIndex.prototype, "without");
  await editor.tell(["/docs/old"]);
  await editor.until(() => editor.refreshes > 0);
  assert.equal(without.mock.callCount(), 1);
  without.mock.restore();
  assert.match(await findings(editor), /^link\/file-not-found: /);
  await editor.close();
});

test("a redirection file under a name of its own counts when it changes, comes and goes", async () => {
  const moved = (from: string): string =>
    `{ "redirections": [{ "source_path_from_root": "/${from}", "redirect_url": "/x" }] }`;
  const editor = await open({
    "/docs/a.md": "[x](gone.md)\n",
    "/docs/redirects/mine.json": moved("other.md"),
    "/docs/.openpublishing.publish.config.json": '{ "redirection_files": ["redirects/mine.json"] }',
  });
  assert.match(await findings(editor), /^link\/file-not-found: /);
  await write(editor, { "/docs/redirects/mine.json": moved("gone.md") });
  assert.match(await findings(editor), /^link\/redirected: /);
  await write(editor, { "/docs/redirects/mine.json": undefined });
  assert.match(await findings(editor), /^link\/file-not-found: /);
  await write(editor, { "/docs/redirects/mine.json": moved("gone.md") });
  assert.match(await findings(editor), /^link\/redirected: /);
  await write(editor, { "/docs/.openpublishing.publish.config.json": "{}" });
  assert.match(await findings(editor), /^link\/file-not-found: /);
  await editor.close();
});

test("a docset that is moved with its folder counts where it is now", async () => {
  const editor = await open({
    "/docs/a.md": "# A\n",
    "/docs/old/docfx.json": "{}",
    "/docs/old/b.md": "[x](~/c.md)\n",
  });
  const { texts } = editor.files;
  for (const name of ["docfx.json", "b.md"]) {
    texts.set(`/docs/new/${name}`, texts.get(`/docs/old/${name}`) ?? "");
    texts.delete(`/docs/old/${name}`);
  }
  await editor.openPage("/docs/new/b.md");
  assert.match(await findings(editor, "/docs/new/b.md"), /`c\.md`/);
  await editor.tell(["/docs/old", "/docs/new"]);
  await askUntil(editor, "/docs/new/b.md", /`new\/c\.md`/);
  await editor.close();
});

test("of a page that cannot be read any more, nobody says which headings it has", async () => {
  const editor = await open({ "/docs/a.md": "[x](b.md#spot)\n", "/docs/b.md": "## Place\n" });
  assert.match(await findings(editor), /^link\/bookmark-not-found: /);
  const { files } = editor;
  const readText = files.readText.bind(files);
  files.readText = (path) => (path === "/docs/b.md" ? Promise.resolve(undefined) : readText(path));
  await editor.tell(["/docs/b.md"]);
  await editor.until(() => editor.refreshes > 0);
  assert.equal(await findings(editor), "");
  await editor.close();
});

test("the client is told that a tree has been read anew, and how many pages there are then", async () => {
  const editor = await open({ "/docs/a.md": "# A\n", "/docs/docfx.json": "{}" });
  assert.deepEqual(editor.status, { state: "ready", total: 1, problems: [] });
  await editor.write({ "/docs/b.md": "# B\n", "/docs/docfx.json": '{ "build": {} }' });
  await editor.until(() => editor.status?.state === "ready" && editor.status.total === 2);
  await editor.write({ "/docs/c.md": "# C\n" });
  await editor.until(() => editor.status?.total === 3);
  await editor.close();
});

test("what is wrong with the settings is told with the state of the server, until it is right", async () => {
  const editor = await open({ "/docs/a.md": "# A\n", "/docs/.lockstep.json": '{ "bogus": 1 }' });
  assert.deepEqual(editor.status?.problems, ["/docs/.lockstep.json: `bogus` is not a setting."]);
  await editor.write({ "/docs/.lockstep.json": "{}" });
  await editor.until(() => editor.status?.problems.length === 0);
  await editor.close();
});
