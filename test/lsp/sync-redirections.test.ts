import assert from "node:assert/strict";
import { test } from "node:test";
import { applied, NEW, open, plan, SXS } from "./planned-sync.ts";

function list(...entries: readonly object[]): string {
  return `${JSON.stringify({ redirections: entries }, undefined, 2)}\n`;
}

test("readers of a page that is offered for removal are offered another one, each by itself", async () => {
  const old = { source_path: "zh-cn/old.md", redirect_url: "/docs/b" };
  const docset = { build: { globalMetadata: { breadcrumb_path: "/docs/index.json" } } };
  const files = {
    "/docs/en-us/docfx.json": JSON.stringify(docset),
    "/docs/en-us/index.md": NEW,
    "/docs/zh-cn/index.md": SXS,
    "/docs/zh-cn/x.md": SXS,
    "/docs/zh-cn/y.md": SXS,
    "/docs/.openpublishing.redirection.json": list(old),
  };
  const editor = await open(files);
  const { pages } = await plan(editor, "/docs/zh-cn");
  const gone = pages.filter(({ offer }) => offer?.kind === "remove").map(({ path }) => path);
  assert.deepEqual(gone, ["zh-cn/x.md", "zh-cn/y.md"]);
  const redirections = pages.find(({ path }) => path === ".openpublishing.redirection.json");
  assert.deepEqual(
    redirections?.changes.map(({ kind }) => kind),
    ["redirections", "redirections"],
  );
  const text = files["/docs/.openpublishing.redirection.json"];
  for (const changes of [redirections.changes, redirections.changes.slice(1)]) {
    const { redirections: written } = JSON.parse(applied(text, { ...redirections, changes })) as {
      redirections: { source_path: string }[];
    };
    assert.equal(written.length, changes.length + 1);
    assert.equal(written.at(-1)?.source_path, "zh-cn/y.md");
  }
  await editor.close();
});

test("where a folder holds several locales, readers are sent on by the redirections of their own", async () => {
  const files = {
    "/docs/en-us/docfx.json": '{ "build": { "globalMetadata": { "breadcrumb_path": "/docs/index.json" } } }',
    "/docs/en-us/index.md": NEW,
    "/docs/zh-cn/a/x.md": SXS,
    "/docs/zh-cn/index.md": SXS,
    "/docs/fr-fr/a/x.md": SXS,
    "/docs/fr-fr/index.md": SXS,
    "/docs/.openpublishing.redirection.json": list(),
    "/docs/zh-cn/.openpublishing.redirection.json": list({ source_path: "old.md", redirect_url: "/docs/b" }),
  };
  const editor = await open(files);
  const { pages } = await plan(editor, "/docs/zh-cn", "/docs/fr-fr");
  const paths = ["zh-cn/.openpublishing.redirection.json", ".openpublishing.redirection.json"] as const;
  const added = paths.map((path) => {
    const page = pages.find((each) => each.path === path);
    assert.ok(page, path);
    return JSON.parse(applied(files[`/docs/${path}`], page)) as unknown;
  });
  assert.deepEqual(added, [
    {
      redirections: [
        { source_path: "old.md", redirect_url: "/docs/b" },
        { source_path: "a/x.md", redirect_url: "/docs" },
      ],
    },
    { redirections: [{ source_path: "fr-fr/a/x.md", redirect_url: "/docs" }] },
  ]);
  await editor.close();
});
