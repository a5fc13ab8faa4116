import assert from "node:assert/strict";
import { test } from "node:test";
import { defineRule } from "../../server/src/core/rules/rule.ts";
import { sourceHashOf } from "../../server/src/core/source/hash.ts";
import { lazyDocument } from "../../server/src/core/source/lazy-document.ts";
import type { SourcePage } from "../../server/src/core/source/page-sources.ts";
import type { SourceRequest } from "../../server/src/core/source/source-question.ts";
import type { History } from "../../server/src/lsp/environment.ts";
import { Editor, type EditorOptions } from "./editor.ts";

const ENGLISH = "# Lights\n\nThe light is green.\n";
const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const HEADER = `---\ntitle: T\nms.openlocfilehash: ${sourceHashOf(ENGLISH)}\nms.sourcegitcommit: ${COMMIT}\nms.contentlocale: zh-CN\n---\n`;
const CLEAN = `${HEADER}# 灯\n\n灯是绿的。\n`;
const SXS =
  `${HEADER}# <span data-ttu-id="1a2b3-101">灯</span><span class="sxs-lookup">` +
  `<span data-stu-id="1a2b3-101">Lights</span></span>\n`;

/** Says what is known of a page's English. */
const probe = defineRule({
  id: "test/probe",
  summary: "What is known of the English is said.",
  severity: "info",
  *check({ document, sources: { current, base, lost } }) {
    if (document.form === "source") return;
    const message = `current ${show(current)}, base ${show(base)}, lost ${lost?.how ?? "-"} ${lost?.to ?? "-"}`;
    yield { span: { start: 0, end: 3 }, message };
  },
});

function show(page: SourcePage | undefined): string {
  return page === undefined ? "-" : `${page.origin} ${page.path} ${page.document.text.length}`;
}

async function open(files: Readonly<Record<string, string>>, options: EditorOptions = {}): Promise<Editor> {
  const editor = await Editor.open(files, { rules: [probe], ...options });
  await editor.ready();
  return editor;
}

/** What the probe says of a page. */
async function ask(editor: Editor, path: string): Promise<string | undefined> {
  const [line] = await editor.diagnostics(path);
  return line?.replace("test/probe: ", "");
}

function history(asked: string[]): History {
  return {
    answer: (request: SourceRequest) => {
      asked.push(request.ask);
      if (request.ask !== "revision") return Promise.resolve(undefined);
      return Promise.resolve({ path: "old.md", revision: COMMIT, document: lazyDocument(ENGLISH) });
    },
    stateOf: () => Promise.resolve(""),
    dispose: () => Promise.resolve(),
  };
}

test("a repository beside the localized one is found by its name, read and followed", async () => {
  const files = { "/repos/docs/a.md": ENGLISH, "/repos/docs.zh-cn/a.md": CLEAN, "/repos/other/b.md": "" };
  const editor = await open(files, { folders: ["/repos/docs.zh-cn"] });
  await editor.openPage("/repos/docs.zh-cn/a.md");
  assert.equal(
    await ask(editor, "/repos/docs.zh-cn/a.md"),
    "current source-tree a.md 30, base source-tree a.md 30, lost - -",
  );
  assert.ok(editor.log.includes("The English pages are in the folder beside, by its name: /repos/docs."));

  const before = editor.refreshes;
  await editor.write({ "/repos/docs/a.md": "# Changed\n" });
  await editor.until(() => editor.refreshes > before);
  assert.equal(await ask(editor, "/repos/docs.zh-cn/a.md"), "current source-tree a.md 10, base -, lost - -");

  const after = editor.refreshes;
  await editor.write({ "/repos/docs/a.md": undefined });
  await editor.until(() => editor.refreshes > after);
  assert.equal(await ask(editor, "/repos/docs.zh-cn/a.md"), "current -, base -, lost - -");
  await editor.close();
});

test("a folder beside that has none of the pages is left alone", async () => {
  const files = { "/repos/docs/b.md": ENGLISH, "/repos/docs.zh-cn/a.md": CLEAN };
  const editor = await open(files, { folders: ["/repos/docs.zh-cn"] });
  assert.equal(await ask(editor, "/repos/docs.zh-cn/a.md"), "current -, base -, lost - -");
  await editor.close();
});

test("another folder of the workspace is found wherever it stands, also when it is added later", async () => {
  const files = { "/english/docs/a.md": ENGLISH, "/repos/docs.zh-cn/a.md": CLEAN };
  const editor = await open(files, { folders: ["/repos/docs.zh-cn", "/english/docs"] });
  assert.match((await ask(editor, "/repos/docs.zh-cn/a.md")) ?? "", /^current source-tree a\.md/);
  await editor.close();
});

test("in a workspace that is not trusted nothing outside of its folders is read, and Git is not run", async () => {
  const asked: string[] = [];
  const files = {
    "/repos/docs/a.md": ENGLISH,
    "/repos/docs.zh-cn/a.md": CLEAN,
    "/repos/docs.zh-cn-sxs/a.md": SXS,
  };
  const untrusted = { initializationOptions: { isTrusted: false }, history: history(asked) };
  const alone = await open(files, { ...untrusted, folders: ["/repos/docs.zh-cn"] });
  assert.equal(await ask(alone, "/repos/docs.zh-cn/a.md"), "current -, base -, lost - -");
  await alone.close();

  const opened = await open(files, { ...untrusted, folders: ["/repos/docs.zh-cn", "/repos/docs"] });
  assert.match((await ask(opened, "/repos/docs.zh-cn/a.md")) ?? "", /^current source-tree a\.md/);
  await opened.close();
  assert.deepEqual(asked, []);
});

test("Git is asked once, not at every keystroke, and the page's own halves follow what is typed", async () => {
  const asked: string[] = [];
  const files = { "/repos/docs/a.md": "# Newer\n", "/repos/docs.zh-cn/a.md": CLEAN };
  const editor = await open(files, { folders: ["/repos/docs.zh-cn"], history: history(asked) });
  await editor.openPage("/repos/docs.zh-cn/a.md");
  const expected = "current source-tree a.md 8, base git old.md 30, lost - -";
  assert.equal(await ask(editor, "/repos/docs.zh-cn/a.md"), expected);
  for (const typed of ["x", "xy", "xyz"]) {
    await editor.edit("/repos/docs.zh-cn/a.md", CLEAN + typed);
    assert.equal(await ask(editor, "/repos/docs.zh-cn/a.md"), expected);
  }
  assert.deepEqual(asked, ["revision", "committed"]);
  await editor.close();
});

/** A repository in which the page is committed as it says. */
class Repository implements History {
  committed = "";

  answer({ ask }: SourceRequest): ReturnType<History["answer"]> {
    const answer = { path: "a.md", revision: COMMIT, document: lazyDocument(this.committed) };
    return Promise.resolve(ask === "committed" ? answer : undefined);
  }

  stateOf(): Promise<string> {
    return Promise.resolve(this.committed);
  }

  dispose(): Promise<void> {
    return Promise.resolve();
  }
}

/** Says what the page was when it was last committed. */
const committedProbe = defineRule({
  id: "test/committed",
  summary: "What was committed is said.",
  severity: "info",
  *check({ sources: { committed } }) {
    yield { span: { start: 0, end: 3 }, message: `committed ${committed?.text ?? "-"}` };
  },
});

const OCCASIONS: Readonly<Record<string, (editor: Editor) => Promise<unknown>>> = {
  "the editor tells of a file of Git": (editor) => editor.tell(["/docs/.git/HEAD"]),
  "files change on the disk": (editor) => editor.tell(["/docs/other.md"]),
  "another page is opened": (editor) => editor.openPage("/docs/other.md"),
  "a page is saved": (editor) => editor.savePage("/docs/a.md"),
  "the page is shown again": (editor) => editor.diagnostics("/docs/a.md"),
};

for (const [occasion, happen] of Object.entries(OCCASIONS)) {
  test(`a commit is noticed when ${occasion}`, async () => {
    const repository = new Repository();
    repository.committed = "old";
    const files = { "/docs/a.md": CLEAN, "/docs/other.md": "# Other\n" };
    const editor = await open(files, { rules: [committedProbe], history: repository });
    await editor.openPage("/docs/a.md");
    assert.deepEqual(await editor.diagnostics("/docs/a.md"), ["test/committed: committed old"]);
    repository.committed = "new";
    await happen(editor);
    await editor.until(() => editor.refreshes > 0);
    assert.deepEqual(await editor.diagnostics("/docs/a.md"), ["test/committed: committed new"]);
    await editor.close();
  });
}

test("nobody waits for Git: findings come without it, and again with it", async () => {
  let answer = (): void => undefined;
  const slow: History = {
    answer: ({ ask }) =>
      new Promise((resolve) => {
        if (ask !== "revision") resolve(undefined);
        else
          answer = () => {
            resolve({ path: "old.md", revision: COMMIT, document: lazyDocument(ENGLISH) });
          };
      }),
    stateOf: () => Promise.resolve(""),
    dispose: () => Promise.resolve(),
  };
  const files = { "/repos/docs/a.md": "# Newer\n", "/repos/docs.zh-cn/a.md": CLEAN };
  const editor = await open(files, { folders: ["/repos/docs.zh-cn"], history: slow });
  await editor.openPage("/repos/docs.zh-cn/a.md");
  const path = "/repos/docs.zh-cn/a.md";
  assert.equal(await ask(editor, path), "current source-tree a.md 8, base -, lost - -");
  const before = editor.refreshes;
  answer();
  await editor.until(() => editor.refreshes > before);
  assert.equal(await ask(editor, path), "current source-tree a.md 8, base git old.md 30, lost - -");
  await editor.close();
});

test("the halves of the page itself, and those of a sibling, are as new as they are typed", async () => {
  const files = { "/docs/zh-cn/a.md": SXS, "/docs/fr-fr/a.md": CLEAN };
  const editor = await open(files);
  await editor.openPage("/docs/zh-cn/a.md");
  assert.equal(
    await ask(editor, "/docs/zh-cn/a.md"),
    "current -, base english-halves zh-cn/a.md 9, lost - -",
  );
  assert.equal(await ask(editor, "/docs/fr-fr/a.md"), "current -, base sibling-page zh-cn/a.md 9, lost - -");
  await editor.edit("/docs/zh-cn/a.md", SXS.replace(">Lights<", ">Lamps<"));
  assert.equal(
    await ask(editor, "/docs/zh-cn/a.md"),
    "current -, base english-halves zh-cn/a.md 8, lost - -",
  );
  assert.equal(await ask(editor, "/docs/fr-fr/a.md"), "current -, base sibling-page zh-cn/a.md 8, lost - -");
  await editor.close();
});

test("the folder of another locale is found when it comes, and forgotten when it goes", async () => {
  const editor = await open({ "/docs/zh-cn/a.md": CLEAN, "/docs/b.md": "" });
  await editor.openPage("/docs/zh-cn/a.md");
  assert.equal(await ask(editor, "/docs/zh-cn/a.md"), "current -, base -, lost - -");
  const before = editor.refreshes;
  await editor.write({ "/docs/en-us/a.md": ENGLISH });
  await editor.until(() => editor.refreshes > before);
  assert.match((await ask(editor, "/docs/zh-cn/a.md")) ?? "", /^current source-tree en-us\/a\.md/);
  await editor.write({ "/docs/en-us/a.md": undefined });
  await editor.until(() => editor.refreshes > before + 1);
  assert.equal(await ask(editor, "/docs/zh-cn/a.md"), "current -, base -, lost - -");
  await editor.close();
});

test("a link of a localized page leads to the English of its own locale's folder", async () => {
  const page = `${HEADER}# 灯\n\n[灯](b.md) ![图](p.png)\n`;
  const editor = await Editor.open({
    "/docs/en-us/a.md": ENGLISH,
    "/docs/en-us/b.md": ENGLISH,
    "/docs/en-us/p.png": "",
    "/docs/zh-cn/a.md": page,
    "/docs/ja-jp/a.md": `${page}[x](c.md)\n`,
  });
  await editor.ready();
  const links = async (path: string): Promise<string[]> =>
    (await editor.diagnostics(path)).filter((line) => line.startsWith("link/"));
  assert.deepEqual(await links("/docs/zh-cn/a.md"), []);
  const broken = await links("/docs/ja-jp/a.md");
  assert.equal(broken.length, 1);
  assert.match(broken[0] ?? "", /^link\/file-not-found: .*`ja-jp\/c\.md`/);
  await editor.close();
});
