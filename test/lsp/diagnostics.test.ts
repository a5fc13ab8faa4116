import assert from "node:assert/strict";
import { test } from "node:test";
import {
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  type ResponseError,
} from "vscode-languageserver-protocol/node";
import { rules } from "../../server/src/core/rules/registry.ts";
import type { Rule } from "../../server/src/core/rules/rule.ts";
import { Editor, uriOf } from "./editor.ts";

const LINKING = "# 概要\n\n[セットアップ](setup.md#install)を参照。\n";
const SETUP = "# セットアップ\n\n## Install\n";

test("a page that is opened is told what is wrong with it once the workspace is read", async () => {
  const editor = await Editor.open({ "/docs/index.md": "[x](gone.md)\n" });
  await editor.ready();
  await editor.openPage("/docs/index.md");
  assert.match((await editor.diagnostics("/docs/index.md")).join("\n"), /^link\/file-not-found: .*gone\.md/);
  await editor.close();
});

test("what is the same as before is not sent again", async () => {
  const editor = await Editor.open({ "/docs/index.md": "[x](gone.md)\n" });
  await editor.ready();
  await editor.openPage("/docs/index.md");
  const textDocument = { uri: uriOf("/docs/index.md") };
  const first = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
  assert.ok(first.kind === "full" && first.resultId !== undefined);
  await editor.edit("/docs/index.md", "[x](gone.md)\n\nMore text.\n");
  const second = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument,
    previousResultId: first.resultId,
  });
  assert.deepEqual([second.kind, second.resultId], ["unchanged", first.resultId]);
  await editor.close();
});

test("a page that links to an edited one is right again without being touched", async () => {
  const editor = await Editor.open({ "/docs/index.md": LINKING, "/docs/setup.md": SETUP });
  await editor.ready();
  await editor.openPage("/docs/index.md");
  await editor.openPage("/docs/setup.md");
  assert.deepEqual(await editor.diagnostics("/docs/index.md"), []);
  await editor.diagnostics("/docs/setup.md");

  await editor.edit("/docs/setup.md", "# セットアップ\n\n## Einrichten\n");
  await editor.until(() => editor.refreshes > 0);
  assert.match((await editor.diagnostics("/docs/index.md")).join("\n"), /^link\/bookmark-not-found: /);
  await editor.close();
});

test("a change that comes while a page is being checked is not missed", async () => {
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const slow: Rule = {
    id: "test/slow",
    summary: "",
    severity: "hint",
    check: () => {
      begin();
      const end = performance.now() + 20;
      while (performance.now() < end);
      return [];
    },
  };
  const editor = await Editor.open(
    { "/docs/index.md": LINKING, "/docs/setup.md": SETUP },
    { rules: [...rules, slow, slow, slow, slow, slow] },
  );
  await editor.ready();
  await editor.openPage("/docs/index.md");
  await editor.openPage("/docs/setup.md");
  const early = editor.diagnostics("/docs/index.md");
  await begun;
  await editor.edit("/docs/setup.md", "# セットアップ\n");
  assert.deepEqual(await early, []);
  await editor.until(() => editor.refreshes > 0);
  assert.match((await editor.diagnostics("/docs/index.md")).join("\n"), /^link\/bookmark-not-found: /);
  await editor.close();
});

test("an edit that no other page could notice makes nobody ask again", async () => {
  const editor = await Editor.open({ "/docs/index.md": LINKING, "/docs/setup.md": SETUP });
  await editor.ready();
  await editor.openPage("/docs/index.md");
  await editor.openPage("/docs/setup.md");
  await editor.diagnostics("/docs/index.md");
  await editor.diagnostics("/docs/setup.md");
  await editor.edit("/docs/setup.md", `${SETUP}\nMore text.\n`);
  await editor.diagnostics("/docs/setup.md");
  const before = editor.refreshes;
  // A change that does matter marks the end of the wait: what came before it would have arrived by then.
  await editor.write({ "/docs/new.md": "# New\n" });
  await editor.until(() => editor.refreshes > before);
  assert.equal(editor.refreshes, before + 1);
  await editor.close();
});

test("files that come, go and change on the disk set linking pages right", async () => {
  const editor = await Editor.open({ "/docs/index.md": LINKING });
  await editor.ready();
  await editor.openPage("/docs/index.md");
  assert.match((await editor.diagnostics("/docs/index.md")).join("\n"), /^link\/file-not-found: /);

  await editor.write({ "/docs/setup.md": "# セットアップ\n" });
  await editor.until(() => editor.refreshes === 1);
  assert.match((await editor.diagnostics("/docs/index.md")).join("\n"), /^link\/bookmark-not-found: /);

  await editor.write({ "/docs/setup.md": SETUP });
  await editor.until(() => editor.refreshes === 2);
  assert.deepEqual(await editor.diagnostics("/docs/index.md"), []);

  await editor.write({ "/docs/setup.md": undefined });
  await editor.until(() => editor.refreshes === 3);
  assert.match((await editor.diagnostics("/docs/index.md")).join("\n"), /^link\/file-not-found: /);
  await editor.close();
});

test("a folder that is moved takes its pages with it, although only the folder is told of", async () => {
  const editor = await Editor.open({ "/docs/index.md": "[x](new/setup.md)\n", "/docs/old/setup.md": SETUP });
  await editor.ready();
  await editor.openPage("/docs/index.md");
  assert.match((await editor.diagnostics("/docs/index.md")).join("\n"), /^link\/file-not-found: /);
  editor.files.texts.delete("/docs/old/setup.md");
  editor.files.texts.set("/docs/new/setup.md", SETUP);
  await editor.tell(["/docs/old", "/docs/new"]);
  await editor.until(() => editor.refreshes === 1);
  assert.deepEqual(await editor.diagnostics("/docs/index.md"), []);
  await editor.close();
});

test("what is open in the editor wins over the disk, until it is closed", async () => {
  const editor = await Editor.open({ "/docs/index.md": LINKING, "/docs/setup.md": "# セットアップ\n" });
  await editor.ready();
  await editor.openPage("/docs/index.md");
  await editor.openPage("/docs/setup.md", SETUP);
  assert.deepEqual(await editor.diagnostics("/docs/index.md"), []);
  await editor.write({ "/docs/setup.md": "# Something else\n" });
  assert.deepEqual(await editor.diagnostics("/docs/index.md"), []);
  await editor.closePage("/docs/setup.md");
  await editor.until(() => editor.refreshes > 0);
  assert.match((await editor.diagnostics("/docs/index.md")).join("\n"), /^link\/bookmark-not-found: /);
  await editor.close();
});

test("a cancelled request is an error, never an empty list", async () => {
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const endless: Rule = {
    id: "test/endless",
    summary: "",
    severity: "error",
    *check() {
      begin();
      const end = performance.now() + 30;
      while (performance.now() < end);
      yield { span: { start: 0, end: 1 }, message: "Found." };
    },
  };
  const editor = await Editor.open(
    { "/docs/index.md": "# x\n" },
    { rules: Array.from({ length: 20 }, () => endless) },
  );
  await editor.ready();
  await editor.openPage("/docs/index.md");
  const answer = editor.diagnostics("/docs/index.md");
  await begun;
  await editor.edit("/docs/index.md", "# y\n");
  await assert.rejects(answer, (error: ResponseError<{ retriggerRequest: boolean }>) => {
    assert.equal(error.code, LSPErrorCodes.ServerCancelled);
    assert.equal(error.data?.retriggerRequest, true);
    return true;
  });
  assert.equal((await editor.diagnostics("/docs/index.md")).length, 20);
  await editor.close();
});

test("a rule that crashes hides no other, and is named in the log once", async () => {
  const crashing: Rule = {
    id: "test/crashing",
    summary: "",
    severity: "error",
    check: () => {
      throw new Error("Boom.");
    },
  };
  const sound: Rule = {
    id: "test/sound",
    summary: "",
    severity: "warning",
    *check() {
      yield { span: { start: 0, end: 1 }, message: "Found." };
    },
  };
  const editor = await Editor.open({ "/docs/index.md": "# x\n" }, { rules: [crashing, sound] });
  await editor.ready();
  await editor.openPage("/docs/index.md");
  assert.deepEqual(await editor.diagnostics("/docs/index.md"), ["test/sound: Found."]);
  await editor.edit("/docs/index.md", "# y\n");
  assert.deepEqual(await editor.diagnostics("/docs/index.md"), ["test/sound: Found."]);
  assert.equal(editor.log.filter((line) => line.includes("Boom.")).length, 1);
  await editor.close();
});

test("the first diagnostics do not wait for the workspace, and call no link broken before it is read", async () => {
  const editor = await Editor.open({ "/docs/index.md": "[x](gone.md)\n" });
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const { files } = editor;
  const listFiles = files.listFiles.bind(files);
  files.listFiles = async (folder) => {
    await held;
    return listFiles(folder);
  };
  await editor.openPage("/docs/index.md");
  assert.deepEqual(await editor.diagnostics("/docs/index.md"), []);
  release();
  await editor.until(() => editor.refreshes > 0);
  assert.match((await editor.diagnostics("/docs/index.md")).join("\n"), /^link\/file-not-found: /);
  await editor.close();
});

test("each root has files and settings of its own", async () => {
  const editor = await Editor.open(
    {
      "/zh/a.md": "[x](gone.md)\n",
      "/ja/a.md": "[x](gone.md)\n",
      "/ja/gone.md": "# Here\n",
      "/fr/a.md": "[x](gone.md)\n",
    },
    {
      folders: ["/zh", "/ja", "/fr"],
      settings: { [uriOf("/fr")]: { rules: { "link/file-not-found": "off" } } },
    },
  );
  await editor.ready();
  for (const path of ["/zh/a.md", "/ja/a.md", "/fr/a.md"]) await editor.openPage(path);
  assert.equal((await editor.diagnostics("/zh/a.md")).length, 1);
  assert.deepEqual(await editor.diagnostics("/ja/a.md"), []);
  assert.deepEqual(await editor.diagnostics("/fr/a.md"), []);
  await editor.close();
});

test("settings and project file count at once when they change", async () => {
  const editor = await Editor.open({ "/docs/index.md": "[x](gone.md)\n" });
  await editor.ready();
  await editor.openPage("/docs/index.md");
  assert.equal((await editor.diagnostics("/docs/index.md")).length, 1);

  editor.settings[uriOf("/docs")] = { enable: false };
  await editor.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  await editor.until(() => editor.refreshes === 1);
  assert.deepEqual(await editor.diagnostics("/docs/index.md"), []);

  editor.settings[uriOf("/docs")] = {};
  await editor.write({ "/docs/.lockstep.json": '{ "rules": { "link/file-not-found": "error" } }' });
  await editor.until(() => editor.refreshes === 2);
  const report = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri: uriOf("/docs/index.md") },
  });
  assert.equal(report.kind === "full" && report.items[0]?.severity, 1);
  await editor.close();
});

test("a page in no folder is checked by itself", async () => {
  const editor = await Editor.open({ "/docs/index.md": "" });
  await editor.ready();
  await editor.openPage("/elsewhere/a.md", "---\ntitle: x\ntitle: y\n---\n[x](gone.md)\n");
  assert.match((await editor.diagnostics("/elsewhere/a.md")).join("\n"), /^metadata\/duplicate-key: [^\n]*$/);
  await editor.close();
});

test("a client that cannot pull is pushed to", async () => {
  const editor = await Editor.open({ "/docs/index.md": "[x](gone.md)\n" }, { capabilities: {} });
  await editor.ready();
  const uri = uriOf("/docs/index.md");
  await editor.openPage("/docs/index.md");
  await editor.until(() => editor.published.get(uri)?.length === 1);
  await editor.edit("/docs/index.md", "# Fine\n");
  await editor.until(() => editor.published.get(uri)?.length === 0);
  await editor.edit("/docs/index.md", "[x](gone.md)\n");
  await editor.until(() => editor.published.get(uri)?.length === 1);
  await editor.closePage("/docs/index.md");
  await editor.until(() => editor.published.get(uri)?.length === 0);
  await editor.close();
});
