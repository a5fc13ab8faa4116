import assert from "node:assert/strict";
import { test } from "node:test";
import { Cancelled } from "../../server/src/core/cancellation.ts";
import { lazyDocument } from "../../server/src/core/source/lazy-document.ts";
import { SAME_PATHS } from "../../server/src/core/source/path-prefixes.ts";
import type { SourceRequest } from "../../server/src/core/source/source-question.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { buildWorkspace } from "../../server/src/core/workspace/build-workspace.ts";
import type { PlannedChange } from "../../server/src/engine/planned.ts";
import type { SyncAccess } from "../../server/src/engine/sync-access.ts";
import { type FolderSyncOptions, syncFolder } from "../../server/src/engine/sync-folder.ts";
import { englishPage, localizedPage, pair, translationOf } from "../localized-page.ts";

type Files = Readonly<Record<string, string>>;

interface World {
  readonly zh: Files;
  readonly en: Files;
  readonly old?: Files;
}

const HANDOFF = "06/15/2024";
const GIT = new Set<SourceRequest["ask"]>(["revision", "new-path", "committed", "sxs-branch"]);

/** A root in memory, and what was asked of it. */
function open({ zh, en, old }: World): { access: SyncAccess; asked: SourceRequest[] } {
  const asked: SourceRequest[] = [];
  const workspace = (files: Files): SyncAccess["workspace"] =>
    buildWorkspace({ name: undefined, files: new Map(Object.entries(files)) });
  const read = (files: Files | undefined, path: string): ReturnType<typeof lazyDocument> | undefined => {
    const text = files?.[path];
    return text === undefined ? undefined : lazyDocument(text);
  };
  const access: SyncAccess = {
    workspace: workspace(zh),
    source: { tree: workspace(en), prefixes: SAME_PATHS },
    localeFolders: [],
    neighbours: [],
    answer: (request) => {
      asked.push(request);
      if (request.ask !== "page" && request.ask !== "source-page") return undefined;
      const document = read(request.ask === "page" ? zh : en, request.path);
      return document && { path: request.path, document };
    },
    readBase: (path) => read(old, path),
  };
  return { access, asked };
}

async function plan(
  access: SyncAccess,
  paths: readonly string[],
  options: Partial<FolderSyncOptions> = {},
): Promise<PlannedChange[]> {
  const changes: PlannedChange[] = [];
  for await (const change of syncFolder(access, paths, { handoff: HANDOFF, ...options }))
    changes.push(change);
  return changes;
}

const FEW = ["The fox ran over the hill.", "The dog slept in the sun."];
const OLD = englishPage("Foxes", FEW);
const NEW = englishPage("Foxes", [...FEW, "The cat sat on a mat."]);

test("English pages that no localized one needs are not read", async () => {
  const { access, asked } = open({
    zh: { "a.md": translationOf(FEW, OLD) },
    en: { "a.md": NEW, "b.md": OLD, "c.md": OLD },
    old: { "a.md": OLD },
  });
  const [planned] = await plan(access, ["a.md"]);
  assert.equal(planned?.kind, "update");
  const read = asked.flatMap((request) => (request.ask === "source-page" ? [request.path] : []));
  assert.deepEqual(read, ["a.md"]);
});

test("what the folder of old English pages has is not asked of Git", async () => {
  const { access, asked } = open({
    zh: { "a.md": translationOf(FEW, OLD) },
    en: { "a.md": NEW },
    old: { "a.md": OLD },
  });
  await plan(access, ["a.md"]);
  // Only which commit the new English page is.
  assert.deepEqual(
    asked.filter(({ ask }) => GIT.has(ask)).map(({ ask }) => ask),
    ["revision"],
  );
});

test("a page is planned as the editor has it", async () => {
  const saved = translationOf(FEW, OLD);
  const { access } = open({ zh: { "a.md": saved }, en: { "a.md": NEW }, old: { "a.md": OLD } });
  const edited = saved.replace("「The fox", "「改过 The fox");
  const answer: SyncAccess["answer"] = (request) =>
    request.ask === "page" ? { path: request.path, document: lazyDocument(edited) } : access.answer(request);
  const changes = await plan({ ...access, answer }, ["a.md"]);
  assert.equal(changes.length, 1);
  const [planned] = changes;
  assert.ok(planned?.kind === "update");
  assert.equal(planned.text, edited);
  assert.ok(planned.result.text.includes("「改过 The fox"));
});

test("cancelling is an error, not a plan with nothing in it", async () => {
  const { access } = open({
    zh: { "a.md": translationOf(FEW, OLD) },
    en: { "a.md": NEW },
    old: { "a.md": OLD },
  });
  await assert.rejects(
    plan(access, ["a.md"], { cancellation: { isCancellationRequested: true } }),
    Cancelled,
  );
});

/** A page that English moved into a folder and went on with, and what it was. */
function movedPage(): { world: World; page: string } {
  const english = englishPage("Foxes", [...FEW, "See [b](b.md)."]);
  const page = localizedPage({
    english,
    body: [
      ...FEW.map((sentence, nth) => pair(102 + nth, `「${sentence}」 [图](x.png)`, sentence)),
      pair(104, "见[乙](b.md)。", "See [b](b.md)."),
    ].join("\n\n"),
  });
  const world = {
    zh: { "a.md": page },
    en: {
      "x/a.md": englishPage("Foxes", [...FEW, "See [b](../b.md).", "More."]),
      "b.md": englishPage("Hens", ["Hens."]),
    },
    old: { "a.md": english },
  };
  return { world, page };
}

test("the edits of a moved page lead from what it was to what it will be", async () => {
  const { world, page } = movedPage();
  const [planned] = await plan(open(world).access, ["a.md"]);
  assert.ok(planned?.kind === "move");
  assert.equal(planned.to, "x/a.md");
  const { text, edits } = planned.result;
  const starts = edits.map(({ span }) => span.start);
  assert.deepEqual(
    starts,
    [...starts].sort((a, b) => a - b),
  );
  assert.equal(applyEdits(page, edits), text);
  assert.ok(text.includes("[图](../x.png)") && text.includes("见[乙](../b.md)。"), text);
});

test("of a page that needs nothing but another link, the edits are given as well", async () => {
  const { world } = movedPage();
  const hens = englishPage("Hens", ["Hens."]);
  const page = `${translationOf(["Hens."], hens)}\n[狐](a.md)\n`;
  const { access } = open({
    ...world,
    zh: { ...world.zh, "b.md": page },
    old: { ...world.old, "b.md": hens },
  });
  const changes = await plan(access, ["a.md", "b.md"]);
  const planned = changes.find(({ path }) => path === "b.md");
  assert.ok(planned?.kind === "update");
  assert.equal(planned.result.action, "updated");
  assert.equal(planned.result.text, page.replace("(a.md)", "(x/a.md)"));
  assert.equal(applyEdits(page, planned.result.edits), planned.result.text);
});

test("where nobody wants edits, none are made, and all else is the same", async () => {
  const { world } = movedPage();
  const [whole] = await plan(open(world).access, ["a.md"]);
  const [short] = await plan(open(world).access, ["a.md"], { omitEdits: true });
  assert.ok(whole?.kind === "move" && whole.result.edits.length > 0);
  assert.deepEqual(short, { ...whole, result: { ...whole.result, edits: [] } });
});

test("in a root with several locales, a page moves in its own, and so do links", async () => {
  const zh = translationOf(FEW, OLD);
  const files = {
    "docs/en-us/x/a.md": NEW,
    "docs/zh-cn/a.md": zh,
    "docs/zh-cn/notes.md": "[甲](a.md)\n",
    "docs/ja-jp/notes.md": "[甲](a.md)\n",
  };
  const { access } = open({ zh: files, en: files, old: { "docs/en-us/a.md": OLD } });
  const source = {
    tree: access.workspace,
    prefixes: [
      { page: "docs/zh-cn/", source: "docs/en-us/" },
      { page: "docs/ja-jp/", source: "docs/en-us/" },
    ],
  };
  const changes = await plan({ ...access, source }, ["docs/zh-cn/a.md"]);
  assert.deepEqual(
    changes.map((change) => [change.kind, change.path, "to" in change ? change.to : undefined]),
    [
      ["move", "docs/zh-cn/a.md", "docs/zh-cn/x/a.md"],
      ["edit", "docs/zh-cn/notes.md", undefined],
    ],
  );
});

test("two pages do not move to the same place", async () => {
  const { access } = open({
    zh: { "a.md": translationOf(FEW, OLD, "1"), "b.md": translationOf(FEW, OLD, "2") },
    en: { "c.md": NEW },
    old: { "a.md": OLD, "b.md": OLD },
  });
  const changes = await plan(access, ["a.md", "b.md"]);
  assert.deepEqual(
    changes.map(({ kind }) => kind),
    ["move", "removal"],
  );
});

test("English pages of another tree make no page move or go", async () => {
  const { access } = open({
    zh: { "README.md": `# 狐狸\n\n${pair(101, "狐狸。", "The fox.")}\n` },
    en: { "a.md": OLD },
  });
  const [planned] = await plan(access, ["README.md"]);
  assert.ok(planned?.kind === "not-synced" && planned.isOwn);
});
