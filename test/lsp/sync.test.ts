import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceHashOf } from "../../server/src/core/source/hash.ts";
import { lazyDocument } from "../../server/src/core/source/lazy-document.ts";
import type { History } from "../../server/src/lsp/environment.ts";
import {
  LOCALES,
  PLAN_SYNC,
  type PlanSyncParams,
  type SyncPlan,
  type WorkspaceLocale,
} from "../../server/src/protocol.ts";
import { positionOf, uriOf } from "./editor.ts";
import { applied, FILES, NEW, OLD, open, PAGE, pair, plan, SXS } from "./planned-sync.ts";

test("a plan names what changes, each with its kind, and how many segments there are of each", async () => {
  const editor = await open(FILES);
  const { pages, problems, unchanged } = await plan(editor, PAGE);
  assert.deepEqual([problems, unchanged], [[], 0]);
  const [page] = pages;
  assert.ok(page);
  assert.deepEqual([page.uri, page.path, page.version], [uriOf(PAGE), "zh-cn/a.md", null]);
  assert.deepEqual(page.counts, { kept: 2, carried: 0, reused: 0, new: 1, changed: 1, removed: 0 });
  const kinds = new Set(page.changes.map(({ kind }) => kind));
  assert.deepEqual([...kinds].sort(), ["changed", "metadata", "new"]);
  const result = applied(SXS, page);
  assert.ok(result.includes(pair(0)) && result.includes(pair(2)), "kept segments stay to the byte");
  assert.ok(
    result.includes(
      '>灯是绿的。</span><span class="sxs-lookup"><span data-stu-id="1a2b3-102">The light is blue now.',
    ),
  );
  assert.ok(result.includes("It hums."));
  await editor.close();
});

test("nothing is written by a plan", async () => {
  const editor = await open(FILES);
  await editor.openPage(PAGE);
  await plan(editor, "/docs");
  assert.equal(editor.files.texts.get(PAGE), SXS);
  await editor.close();
});

test("a page that is open is planned as the editor has it, for exactly that version", async () => {
  const editor = await open(FILES);
  await editor.openPage(PAGE);
  const typed = SXS.replace("它从不睡觉。", "它永不睡觉。");
  await editor.edit(PAGE, typed);
  const [page] = (await plan(editor, PAGE)).pages;
  assert.equal(page?.version, 2);
  assert.ok(applied(typed, page).includes("它永不睡觉。"));
  await editor.close();
});

test("a page in step with its English is counted, and has no changes", async () => {
  const editor = await open({ ...FILES, "/docs/en-us/a.md": OLD });
  assert.deepEqual(await plan(editor, PAGE), { pages: [], unchanged: 1, unlocalized: [], problems: [] });
  await editor.close();
});

test("a page that was synced has nothing to sync again", async () => {
  const editor = await open(FILES);
  const [page] = (await plan(editor, PAGE)).pages;
  assert.ok(page);
  await editor.openPage(PAGE, applied(SXS, page));
  assert.deepEqual(await plan(editor, PAGE), { pages: [], unchanged: 1, unlocalized: [], problems: [] });
  await editor.close();
});

test("a folder stands for its localized pages, and no page is planned twice", async () => {
  const files = {
    ...FILES,
    "/docs/en-us/b/c.md": NEW,
    "/docs/zh-cn/b/c.md": SXS,
    "/docs/zh-cn/x.md": "# X\n",
  };
  const editor = await open(files);
  const paths = (result: SyncPlan): string[] => result.pages.map(({ path }) => path);
  assert.deepEqual(paths(await plan(editor, "/docs")), ["zh-cn/a.md", "zh-cn/b/c.md"]);
  assert.deepEqual(paths(await plan(editor, "/docs/zh-cn/b")), ["zh-cn/b/c.md"]);
  assert.deepEqual(paths(await plan(editor, "/docs/zh-cn/b", "/docs", "/docs/zh-cn/b/c.md")), [
    "zh-cn/a.md",
    "zh-cn/b/c.md",
  ]);
  await editor.close();
});

test("pages that are ignored are left out of a folder, and synced when they are named", async () => {
  const config = { "/docs/.lockstep.json": '{ "ignore": ["zh-cn/a.md"] }' };
  const editor = await open({ ...FILES, ...config });
  assert.equal((await plan(editor, "/docs")).pages.length, 0);
  assert.equal((await plan(editor, PAGE)).pages.length, 1);
  await editor.close();
});

test("a page whose English is not to be had says so, and what to do", async () => {
  const editor = await open({ [PAGE]: SXS });
  const { pages, problems } = await plan(editor, PAGE);
  assert.deepEqual(pages, []);
  assert.match(problems[0]?.message ?? "", /English/);
  assert.doesNotMatch(problems[0]?.message ?? "", /--/, "options are of the command line");
  await editor.close();
});

test("a page whose English was deleted is offered for removal, and nothing else is done about it", async () => {
  const files = { "/docs/en-us/b.md": NEW, "/docs/zh-cn/b.md": SXS, [PAGE]: SXS };
  const editor = await open(files);
  const { pages, problems } = await plan(editor, PAGE);
  assert.deepEqual(problems, []);
  const [page, ...others] = pages;
  assert.deepEqual([page?.offer?.kind, page?.changes, others], ["remove", [], []]);
  assert.match(page?.offer?.reason ?? "", /English page was/);
  await editor.close();
});

test("English pages that a folder has no page for are offered there, and not where one page is synced", async () => {
  const editor = await open({ ...FILES, "/docs/en-us/new/b.md": OLD, "/docs/fr-fr/a.md": SXS });
  const offered = async (...paths: string[]): Promise<string[]> =>
    (await plan(editor, ...paths)).pages
      .filter(({ offer }) => offer?.kind === "create")
      .map(({ path }) => path);
  assert.deepEqual(await offered("/docs/zh-cn"), ["zh-cn/new/b.md"]);
  assert.deepEqual(await offered("/docs/zh-cn/new"), []);
  assert.deepEqual(await offered(PAGE), []);
  const [created] = (await plan(editor, "/docs/zh-cn")).pages.filter(({ offer }) => offer !== undefined);
  assert.ok(created?.newText?.includes("lockstep:reused") && created.newText.includes("灯是绿的。"));
  assert.equal(editor.files.texts.has("/docs/zh-cn/new/b.md"), false, "nothing is written");
  await editor.close();
});

test("where English has many pages that a folder lacks, they are counted, and made when somebody asks", async () => {
  const english = Array.from({ length: 30 }, (_, nth) => [`/docs/en-us/new/${nth + 10}.md`, OLD]);
  const editor = await open({ ...FILES, ...(Object.fromEntries(english) as Record<string, string>) });
  const first = await plan(editor, "/docs/zh-cn");
  assert.equal(first.unlocalized.length, 30);
  assert.equal(first.unlocalized[0], "zh-cn/new/10.md");
  assert.deepEqual(
    first.pages.filter(({ offer }) => offer !== undefined),
    [],
  );
  assert.ok(first.pages.some(({ path }) => path === "zh-cn/a.md"));

  const params: PlanSyncParams = { uris: [uriOf("/docs/zh-cn")], isForNewPages: true };
  const { pages, unlocalized } = await editor.connection.sendRequest<SyncPlan>(PLAN_SYNC, params);
  assert.deepEqual(
    pages.map(({ path, offer }) => [path, offer?.kind]),
    first.unlocalized.map((path) => [path, "create"]),
  );
  assert.ok(pages[0]?.newText?.includes("lockstep:reused"), "translations of the locale are at hand");
  assert.deepEqual(unlocalized, []);
  await editor.close();
});

test("a page that is not localized is named as such, but only when it was asked about", async () => {
  const editor = await open({ ...FILES, "/docs/zh-cn/x.md": "# X\n" });
  const { problems } = await plan(editor, "/docs/zh-cn/x.md");
  assert.match(problems[0]?.message ?? "", /no localized page/);
  assert.deepEqual((await plan(editor, "/docs/zh-cn")).problems, []);
  await editor.close();
});

test("a workspace that is not trusted is refused, and Git is not asked", async () => {
  let asked = 0;
  const history: History = {
    answer: () => {
      asked++;
      return Promise.resolve(undefined);
    },
    stateOf: () => Promise.resolve(""),
    dispose: () => Promise.resolve(),
  };
  const editor = await open(FILES, { history, initializationOptions: { isTrusted: false } });
  await assert.rejects(plan(editor, PAGE), /trusted workspace/);
  assert.equal(asked, 0);
  await editor.close();
});

test("what is typed into the English page counts once it is saved: only then it can be found again", async () => {
  const editor = await open({ ...FILES, "/docs/en-us/a.md": OLD });
  await editor.openPage("/docs/en-us/a.md", NEW);
  assert.equal((await plan(editor, PAGE)).unchanged, 1);
  await editor.close();
});

test("a page that changes while others are compared is compared again", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 20 }, (_, nth) => [`/docs/zh-cn/p${nth}.md`, SXS.replace("T\n", `T${nth}\n`)]),
  );
  const english = Object.fromEntries(Array.from({ length: 20 }, (_, nth) => [`/docs/en-us/p${nth}.md`, NEW]));
  const editor = await open({ ...FILES, ...many, ...english });
  let isFirst = true;
  const read = editor.files.readText.bind(editor.files);
  editor.files.readText = (path) => {
    if (path === "/docs/zh-cn/p9.md" && isFirst) {
      isFirst = false;
      editor.files.texts.set(PAGE, SXS.replace("它从不睡觉。", "它永不睡觉。"));
    }
    return read(path);
  };
  const { pages } = await plan(editor, "/docs");
  const page = pages.find(({ path }) => path === "zh-cn/a.md");
  assert.ok(page && applied(editor.files.texts.get(PAGE) ?? "", page).includes("它永不睡觉。"));
  await editor.close();
});

test("positions in a file with a byte order mark are those of the editor, which does not show it", async () => {
  const marked = `\ufeff${SXS}`;
  const editor = await open({ ...FILES, [PAGE]: marked });
  const [page] = (await plan(editor, PAGE)).pages;
  assert.ok(page);
  const before = await open(FILES);
  const [plain] = (await plan(before, PAGE)).pages;
  assert.deepEqual(page.changes, plain?.changes);
  await editor.close();
  await before.close();
});

test("a cancelled plan is an error, not a plan with nothing in it", async () => {
  const { CancellationTokenSource } = await import("vscode-languageserver-protocol/node");
  const editor = await open(FILES);
  const source = new CancellationTokenSource();
  const asked = editor.connection.sendRequest<SyncPlan>(PLAN_SYNC, { uris: [uriOf("/docs")] }, source.token);
  source.cancel();
  await assert.rejects(asked, /cancelled/);
  await editor.close();
});

test("a conflict is placed where it is once the changes are made", async () => {
  const header = (ms: string): string => SXS.replace("title: T\n", `title: T\nms.author: ${ms}\n`);
  const english = (ms: string, text: string): string => `---\ntitle: T\nms.author: ${ms}\n---\n${text}`;
  const own = header("mine").replace(sourceHashOf(OLD), sourceHashOf(english("old", OLD)));
  const current = english("new", NEW).replace("title: T\n", "title: T\nms.date: 01/02/2024\n");
  const editor = await open(
    { "/docs/en-us/a.md": current, [PAGE]: own },
    { history: gitWith(english("old", OLD)) },
  );
  const [page] = (await plan(editor, PAGE)).pages;
  const [conflict] = page?.conflicts ?? [];
  assert.ok(page && conflict, "the translator has an author of his own");
  const result = applied(own, page);
  assert.deepEqual(conflict.position, positionOf(result, "mine"));
  await editor.close();
});

/** A repository with one old English page. */
function gitWith(english: string): History {
  const answer = { path: "en-us/a.md", revision: "1".repeat(40), document: lazyDocument(english) };
  return {
    answer: ({ ask }) => Promise.resolve(ask === "revision" ? answer : undefined),
    stateOf: () => Promise.resolve(""),
    dispose: () => Promise.resolve(),
  };
}

test("the locales of a workspace are those of its folders, or that of a repository's name", async () => {
  const files = { ...FILES, "/docs/ja-jp/a.md": SXS, "/repos/docs.fr-fr/a.md": SXS };
  const editor = await open(files, { folders: ["/docs", "/repos/docs.fr-fr"] });
  const found = await editor.connection.sendRequest<WorkspaceLocale[]>(LOCALES);
  assert.deepEqual(found, [
    { locale: "fr-FR", folders: ["file:///repos/docs.fr-fr"] },
    { locale: "ja-JP", folders: ["file:///docs/ja-jp"] },
    { locale: "zh-CN", folders: ["file:///docs/zh-cn"] },
  ]);
  await editor.close();
});

test("a page whose English was renamed moves with it, and links to it follow", async () => {
  const redirection = {
    redirections: [{ source_path: "en-us/a.md", redirect_url: "/b", redirect_document_id: true }],
  };
  const files = {
    "/docs/en-us/b.md": OLD,
    "/docs/en-us/.openpublishing.redirection.json": JSON.stringify(redirection),
    "/docs/en-us/toc.yml": "- name: Lights\n  href: b.md\n",
    "/docs/zh-cn/toc.yml": "- name: 灯\n  href: a.md\n- name: 其他\n  href: https://example.org\n",
    [PAGE]: SXS,
  };
  const editor = await open(files);
  const { pages, problems } = await plan(editor, PAGE);
  assert.deepEqual(problems, []);
  const moved = pages.find(({ uri }) => uri === uriOf(PAGE));
  assert.equal(moved?.moveTo, uriOf("/docs/zh-cn/b.md"));
  const toc = pages.find(({ path }) => path === "zh-cn/toc.yml");
  assert.deepEqual(toc?.changes, [
    {
      kind: "links",
      start: { line: 1, character: 0 },
      end: { line: 2, character: 0 },
      newText: "  href: b.md\n",
      isOrigin: false,
    },
  ]);
  await editor.close();
});

test("a new segment that another page of the locale has already is reused", async () => {
  const other = SXS.replaceAll("The light is green.", "It hums.").replace("灯是绿的。", "它嗡嗡作响。");
  const editor = await open({ ...FILES, "/docs/zh-cn/other.md": other, "/docs/en-us/other.md": OLD });
  const [page] = (await plan(editor, PAGE)).pages;
  assert.deepEqual([page?.counts.reused, page?.counts.new], [1, 0]);
  assert.ok(page && applied(SXS, page).includes("它嗡嗡作响。"));
  await editor.close();
});
