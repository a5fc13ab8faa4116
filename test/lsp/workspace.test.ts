import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CancellationTokenSource,
  CodeActionRequest,
  LSPErrorCodes,
  type ResponseError,
  WorkDoneProgress,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver-protocol/node";
import { CHECK_WORKSPACE, type CheckWorkspaceResult, CLEAR_WORKSPACE } from "../../server/src/protocol.ts";
import { localizedPage } from "../localized-page.ts";
import { Editor, toLines, uriOf } from "./editor.ts";

const FILES = {
  "/docs/index.md": "[x](setup.md)\n",
  "/docs/setup.md": "[x](gone.md)\n\n[y](gone-too.md)\n",
  "/docs/fine.md": "# Fine\n",
  "/docs/media/x.png": "",
};
const OPTIONS = { initializationOptions: { checksOnRequest: true } };

function check(editor: Editor): Promise<CheckWorkspaceResult> {
  return editor.connection.sendRequest(CHECK_WORKSPACE, {});
}

test("checking the workspace publishes what is wrong with pages that are not open", async () => {
  const editor = await Editor.open(FILES, OPTIONS);
  const result = await check(editor);
  assert.deepEqual(result, { pages: 3, error: 0, warning: 2, info: 0, hint: 0 });
  assert.deepEqual([...editor.published.keys()], [uriOf("/docs/setup.md")]);
  assert.match(
    toLines(editor.published.get(uriOf("/docs/setup.md")) ?? []).join("\n"),
    /gone\.md[^]*gone-too\.md/,
  );
  await editor.close();
});

test("a page that is no text in UTF-8 is named in the log and among the findings, until it is saved as such", async () => {
  const wide = uriOf("/docs/wide.md");
  const unread = { "/docs/wide.md": "is UTF-16, expected UTF-8." };
  const editor = await Editor.open({ ...FILES, "/docs/wide.md": "?" }, { ...OPTIONS, unread });
  const result = await check(editor);
  assert.deepEqual(result, { pages: 4, error: 1, warning: 2, info: 0, hint: 0 });
  assert.ok(editor.log.includes("`/docs/wide.md` is UTF-16, expected UTF-8."), editor.log.join("\n"));
  assert.deepEqual(
    editor.published.get(wide)?.map(({ range, message }) => [range.start, message]),
    [[{ line: 0, character: 0 }, "`wide.md` is UTF-16, expected UTF-8."]],
  );
  editor.files.unread.clear();
  await editor.write({ "/docs/wide.md": "# Fine\n" });
  await editor.until(() => editor.published.get(wide)?.length === 0);
  await editor.close();
});

test("what was published stays right as the files change", async () => {
  const editor = await Editor.open(FILES, OPTIONS);
  await check(editor);
  const setup = uriOf("/docs/setup.md");
  await editor.write({ "/docs/gone.md": "# Here\n" });
  await editor.until(() => editor.published.get(setup)?.length === 1);
  await editor.write({ "/docs/setup.md": undefined });
  await editor.until(
    () =>
      editor.published.get(setup)?.length === 0 &&
      editor.published.get(uriOf("/docs/index.md"))?.length === 1,
  );
  await editor.close();
});

test("a page that is opened shows its problems once, and has them back when it is closed", async () => {
  const editor = await Editor.open(FILES, OPTIONS);
  await check(editor);
  const setup = uriOf("/docs/setup.md");
  await editor.openPage("/docs/setup.md");
  assert.equal((await editor.diagnostics("/docs/setup.md")).length, 2);
  await editor.until(() => editor.published.get(setup)?.length === 0);
  await editor.closePage("/docs/setup.md");
  await editor.until(() => editor.published.get(setup)?.length === 2);
  await editor.close();
});

test("clearing takes everything back and stops", async () => {
  const editor = await Editor.open(FILES, OPTIONS);
  await check(editor);
  await editor.connection.sendRequest(CLEAR_WORKSPACE);
  await editor.until(() => [...editor.published.values()].every((diagnostics) => diagnostics.length === 0));
  await editor.close();
});

test("progress is reported with counts", async () => {
  const editor = await Editor.open(FILES, OPTIONS);
  const seen: string[] = [];
  editor.connection.onProgress(WorkDoneProgress.type, "t", (value) => {
    seen.push(value.kind === "report" ? (value.message ?? "") : value.kind);
  });
  await editor.connection.sendRequest(CHECK_WORKSPACE, { workDoneToken: "t" });
  assert.deepEqual(seen, ["begin", "1 of 3 pages", "2 of 3 pages", "end"]);
  await editor.close();
});

test("a check that is cancelled says so", async () => {
  const editor = await Editor.open(FILES, OPTIONS);
  const source = new CancellationTokenSource();
  editor.connection.onProgress(WorkDoneProgress.type, "t", () => {
    source.cancel();
  });
  const answer = editor.connection.sendRequest(CHECK_WORKSPACE, { workDoneToken: "t" }, source.token);
  await assert.rejects(answer, ({ code }: ResponseError) => code === LSPErrorCodes.RequestCancelled);
  await editor.close();
});

test("a client that pulls the workspace gets all pages, and then only what changed", async () => {
  const editor = await Editor.open(FILES);
  await editor.ready();
  const first = await editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
    previousResultIds: [],
  });
  assert.deepEqual(
    first.items.map(({ uri, kind }) => [uri, kind]),
    ["index", "setup", "fine"].map((name) => [uriOf(`/docs/${name}.md`), "full"]),
  );
  const previousResultIds = first.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? "" }));
  await editor.openPage("/docs/fine.md", "[x](gone.md)\n");
  const second = await editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
  assert.deepEqual(
    second.items.map(({ kind, version }) => [kind, version]),
    [
      ["unchanged", null],
      ["unchanged", null],
      ["full", 1],
    ],
  );
  await editor.close();
});

test("a folder that is added is read, one that is removed is forgotten", async () => {
  const editor = await Editor.open(
    { "/a/x.md": "[x](y.md)\n", "/b/x.md": "[x](y.md)\n" },
    { folders: ["/a"] },
  );
  await editor.ready();
  const folder = (path: string): { uri: string; name: string } => ({ uri: uriOf(path), name: path });
  await editor.openPage("/b/x.md");
  assert.deepEqual(await editor.diagnostics("/b/x.md"), []);
  await editor.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
    event: { added: [folder("/b")], removed: [] },
  });
  await editor.until(() => editor.refreshes > 0);
  assert.equal((await editor.diagnostics("/b/x.md")).length, 1);
  const before = editor.refreshes;
  await editor.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
    event: { added: [], removed: [folder("/b")] },
  });
  await editor.until(() => editor.refreshes > before);
  assert.deepEqual(await editor.diagnostics("/b/x.md"), []);
  await editor.close();
});

test("the English tree answers for pages that are not translated", async () => {
  const files = {
    "/repo/zh/x.md": "[x](y.md)\n",
    "/repo/zh/.lockstep.json": '{ "sourceRoot": "../en" }',
    "/repo/en/y.md": "# Y\n",
  };
  const editor = await Editor.open(files, { folders: ["/repo/zh"] });
  await editor.ready();
  await editor.openPage("/repo/zh/x.md");
  assert.deepEqual(await editor.diagnostics("/repo/zh/x.md"), []);
  await editor.close();
});

test("a configured folder of English pages that is not there is named, and English is looked for without it", async () => {
  const english = "# Setup\n";
  const files = {
    "/repo/zh-cn/a.md": localizedPage({ english, body: '# <a name="setup"></a>设置' }),
    "/repo/en-us/a.md": english,
    "/repo/.lockstep.json": '{ "sourceRoot": "nowhere" }',
  };
  const editor = await Editor.open(files, { folders: ["/repo"] });
  await editor.ready();
  assert.deepEqual(editor.status?.problems, [
    "`sourceRoot` of the configuration is `nowhere`, and there is no folder `/repo/nowhere`.",
  ]);
  await editor.openPage("/repo/zh-cn/a.md");
  assert.deepEqual(await editor.diagnostics("/repo/zh-cn/a.md"), []);
  await editor.close();
});

for (const [where, sourceRoot] of [
  ["beside the workspace", "/en"],
  ["in it", "/zh/en"],
] as const) {
  test(`a configured folder of English pages ${where} that is cloned later is read then`, async () => {
    const files = {
      "/zh/x.md": "[x](y.md)\n",
      "/zh/.lockstep.json": JSON.stringify({ sourceRoot: sourceRoot === "/en" ? "../en" : "en" }),
    };
    const editor = await Editor.open(files, { folders: ["/zh"] });
    await editor.ready();
    await editor.openPage("/zh/x.md");
    assert.equal((await editor.diagnostics("/zh/x.md")).length, 1);
    assert.equal(editor.status?.problems.length, 1);
    const isWatched = (): boolean => JSON.stringify([...editor.registered.values()]).includes(uriOf("/en"));
    await editor.until(() => sourceRoot !== "/en" || isWatched());
    await editor.write({ [`${sourceRoot}/x.md`]: "[x](y.md)\n", [`${sourceRoot}/y.md`]: "# Y\n" });
    await editor.until(() => editor.status?.problems.length === 0);
    assert.deepEqual(await editor.diagnostics("/zh/x.md"), []);
    await editor.close();
  });
}

test("in a workspace that is not trusted, nothing outside of it is read", async () => {
  const files = {
    "/repo/zh/x.md": "[x](y.md)\n",
    "/repo/zh/.lockstep.json": '{ "sourceRoot": "../en" }',
    "/repo/en/y.md": "# Y\n",
  };
  const editor = await Editor.open(files, {
    folders: ["/repo/zh"],
    initializationOptions: { isTrusted: false },
  });
  await editor.ready();
  await editor.openPage("/repo/zh/x.md");
  assert.equal((await editor.diagnostics("/repo/zh/x.md")).length, 1);
  await editor.close();
});

test("a link in such a workspace that leads out of it is not followed either", async () => {
  const files = {
    "/repo/zh/x.md": "[x](y.md)\n",
    "/repo/zh/.lockstep.json": '{ "sourceRoot": "../work/english" }',
    "/repo/work/english/y.md": "# Y\n",
  };
  const folders = ["/repo/zh", "/repo/work"];
  const links = { "/repo/work/english": "/elsewhere/english" };
  const trusted = await Editor.open(files, { folders, links });
  await trusted.ready();
  await trusted.openPage("/repo/zh/x.md");
  assert.equal((await trusted.diagnostics("/repo/zh/x.md")).length, 0);
  await trusted.close();

  const untrusted = await Editor.open(files, { folders, links, initializationOptions: { isTrusted: false } });
  await untrusted.ready();
  await untrusted.openPage("/repo/zh/x.md");
  assert.equal((await untrusted.diagnostics("/repo/zh/x.md")).length, 1);
  await untrusted.close();
});

test("a link that leads out of the folder is not followed when it comes later either", async () => {
  const editor = await Editor.open(
    { "/docs/x.md": "[leak](leak.md) [page](dir/page.md) [same](same.md)\n" },
    {
      initializationOptions: { isTrusted: false },
      links: {
        "/docs/leak.md": "/outside/secret.md",
        "/docs/dir": "/outside",
        "/docs/same.md": "/docs/x.md",
      },
    },
  );
  await editor.ready();
  await editor.openPage("/docs/x.md");
  assert.equal((await editor.diagnostics("/docs/x.md")).length, 3);
  await editor.write({
    "/docs/leak.md": "# Secret\n",
    "/docs/dir/page.md": "# Secret\n",
    "/docs/same.md": "",
  });
  await editor.tell(["/docs/dir"]);
  await editor.until(() => editor.refreshes > 0);
  assert.match(
    (await editor.diagnostics("/docs/x.md")).join("\n"),
    /^[^\n]*leak\.md[^\n]*\n[^\n]*page\.md[^\n]*$/,
  );
  await editor.close();
});

test("a page is refreshed even where another request has checked it anew since", async () => {
  // Long enough for the quick fixes below to come in between.
  const editor = await Editor.open({ "/docs/x.md": "[x](y.md)\n" }, { calm: 100 });
  await editor.ready();
  await editor.openPage("/docs/x.md");
  assert.equal((await editor.diagnostics("/docs/x.md")).length, 1);
  const before = editor.refreshes;
  await editor.write({ "/docs/y.md": "# Y\n" });
  const place = { line: 0, character: 5 };
  const fixes = (): Promise<unknown[] | null> =>
    editor.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: uriOf("/docs/x.md") },
      range: { start: place, end: place },
      context: { diagnostics: [], only: ["quickfix"] },
    });
  while (((await fixes()) ?? []).length > 0);
  await editor.until(() => editor.refreshes > before);
  assert.deepEqual(await editor.diagnostics("/docs/x.md"), []);
  await editor.close();
});
