import assert from "node:assert/strict";
import { test } from "node:test";
import { DidChangeWorkspaceFoldersNotification } from "vscode-languageserver-protocol/node";
import { CHECK_WORKSPACE, type CheckWorkspaceResult, PING } from "../../server/src/protocol.ts";
import { Editor, uriOf } from "./editor.ts";

const FILES = { "/a/x.md": "# X\n", "/b/x.md": "# X\n", "/b/y.md": "# Y\n" };

async function remove(editor: Editor, path: string): Promise<void> {
  await editor.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
    event: { added: [], removed: [{ uri: uriOf(path), name: path }] },
  });
}

/** Has the server wait before it lists a folder. `listed` are those that it has asked for. */
function holdAt(
  editor: Editor,
  folder: string,
): { listed: string[]; begun: Promise<void>; release: () => void } {
  const { files } = editor;
  const listFiles = files.listFiles.bind(files);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const listed: string[] = [];
  const begun = new Promise<void>((resolve) => {
    files.listFiles = async (each) => {
      listed.push(each);
      if (each === folder) {
        resolve();
        await held;
      }
      return listFiles(each);
    };
  });
  return { listed, begun, release };
}

test("a folder that is removed while it is read does not come back", async () => {
  const editor = await Editor.open(FILES, { folders: ["/a", "/b"] });
  const { begun, release } = holdAt(editor, "/b");
  await begun;
  await remove(editor, "/b");
  const result = editor.connection.sendRequest<CheckWorkspaceResult>(CHECK_WORKSPACE, {});
  release();
  assert.equal((await result).pages, 1);
  await editor.close();
});

test("a folder that is removed before its turn has come is not read", async () => {
  const editor = await Editor.open(FILES, { folders: ["/a", "/b"] });
  const { begun, listed, release } = holdAt(editor, "/a");
  await begun;
  await remove(editor, "/b");
  const result = editor.connection.sendRequest<CheckWorkspaceResult>(CHECK_WORKSPACE, {});
  // Only an answer shows that the server has got the message before.
  await editor.connection.sendRequest(PING);
  release();
  assert.equal((await result).pages, 1);
  assert.deepEqual(listed, ["/a"]);
  await editor.close();
});

test("English that stands in a removed folder is looked for again", async () => {
  const files = {
    "/repos/docs/b.md": "# B\n",
    "/repos/docs/a.md": "# A\n",
    "/repos/docs.zh-cn/a.md": "[x](b.md)\n",
  };
  const links = async (options: { isTrusted: boolean }): Promise<number> => {
    const folders = ["/repos/docs.zh-cn", "/repos/docs"];
    const editor = await Editor.open(files, { folders, initializationOptions: options });
    await editor.ready();
    await editor.openPage("/repos/docs.zh-cn/a.md");
    assert.deepEqual(await editor.diagnostics("/repos/docs.zh-cn/a.md"), []);
    await remove(editor, "/repos/docs");
    await editor.until(() => editor.refreshes > 0);
    const { length } = await editor.diagnostics("/repos/docs.zh-cn/a.md");
    await editor.close();
    return length;
  };
  assert.equal(await links({ isTrusted: true }), 0);
  // Who has not agreed to it does not want the folder to be read that is not open any more.
  assert.equal(await links({ isTrusted: false }), 1);
});

/** What is watched, the workspace aside: folder and pattern. */
function watched(editor: Editor): string[] {
  const watchers = [...editor.registered.values()].flatMap(
    (options) =>
      (options as { watchers?: { globPattern: { baseUri?: string; pattern: string } }[] }).watchers ?? [],
  );
  return watchers
    .flatMap(({ globPattern: { baseUri, pattern } }) =>
      baseUri === undefined ? [] : [`${baseUri} ${pattern}`],
    )
    .sort();
}

test("an English folder that is configured later is watched", async () => {
  const files = {
    "/repo/docs/a.md": "# A\n",
    "/repo/.git/HEAD": "",
    "/eng/a.md": "# A\n",
    "/english/a.md": "# A\n",
  };
  const editor = await Editor.open(files, { folders: ["/repo/docs"] });
  await editor.ready();
  const configuration = `${uriOf("/repo")} .lockstep.json`;
  await editor.until(() => watched(editor).join() === configuration);
  for (const name of ["eng", "english"]) {
    editor.settings[uriOf("/repo/docs")] = { sourceRoot: `/${name}` };
    await editor.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await editor.until(() => watched(editor).includes(`${uriOf(`/${name}`)} **/*`));
  }
  await editor.close();
});

test("a configuration file above the folder counts when it comes, changes and goes", async () => {
  const files = { "/repo/docs/a.md": "[x](gone.md)\n", "/repo/.git/HEAD": "" };
  const editor = await Editor.open(files, { folders: ["/repo/docs"] });
  await editor.ready();
  await editor.openPage("/repo/docs/a.md");
  assert.equal((await editor.diagnostics("/repo/docs/a.md")).length, 1);
  for (const [text, expected] of [
    ['{ "ignore": ["docs/a.md"] }', 0],
    ["{}", 1],
    ['{ "ignore": ["docs/**"] }', 0],
    [undefined, 1],
  ] as const) {
    const before = editor.refreshes;
    await editor.write({ "/repo/.lockstep.json": text });
    await editor.until(() => editor.refreshes > before);
    assert.equal((await editor.diagnostics("/repo/docs/a.md")).length, expected);
    assert.deepEqual(watched(editor), [`${uriOf("/repo")} .lockstep.json`]);
  }
  await editor.close();
});
