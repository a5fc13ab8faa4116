import assert from "node:assert/strict";
import { test } from "node:test";
import { SAME_PATHS } from "../../../server/src/core/source/path-prefixes.ts";
import { viewSource } from "../../../server/src/core/source/source-view.ts";
import { buildWorkspace } from "../../../server/src/core/workspace/build-workspace.ts";

const docset = JSON.stringify({
  build: { globalMetadata: { breadcrumb_path: "/lamps/breadcrumb/toc.json" } },
});
const tree = buildWorkspace({
  name: "docs",
  files: new Map([
    ["en-us/a.md", "# Lights\n\n[b](sub/b.md)\n\n[!INCLUDE [n](sub/note.md)]\n"],
    ["en-us/sub/b.md", "# Switches\n"],
    ["en-us/sub/note.md", "Note.\n"],
    ["en-us/p.png", undefined],
    ["en-us/docfx.json", docset],
    ["en-us/breadcrumb/toc.yml", undefined],
    ["zh-cn/c.md", "# 灯\n"],
    [
      ".openpublishing.redirection.json",
      JSON.stringify({ redirections: [{ source_path: "en-us/old.md", redirect_url: "a" }] }),
    ],
  ]),
});
const view = viewSource({
  tree,
  prefixes: [
    { page: "ja-jp/", source: "en-us/" },
    { page: "zh-cn/", source: "en-us/" },
  ],
});

test("English files stand at the paths of every locale, and nowhere else", () => {
  for (const path of ["zh-cn/a.md", "ja-jp/p.png"]) assert.ok(view.hasFile(path), path);
  for (const path of ["en-us/a.md", "zh-cn/c.md", "a.md", "fr-fr/a.md"]) assert.ok(!view.hasFile(path), path);
  assert.ok(view.hasFolder("zh-cn/sub"));
  assert.ok(view.hasFolder("zh-cn"));
  assert.ok(!view.hasFolder("en-us"));
  assert.equal(view.findFileIgnoringCase("zh-cn/SUB/B.md"), "zh-cn/sub/b.md");
  const pages = Array.from(view.files()).filter((path) => path.endsWith("a.md"));
  assert.deepEqual(pages, ["ja-jp/a.md", "zh-cn/a.md"]);
});

test("links and includes of an English page stay in the locale from which it is seen", () => {
  const page = view.findPage("zh-cn/a.md");
  assert.deepEqual(
    [page?.path, page?.linksTo, page?.includes],
    ["zh-cn/a.md", ["zh-cn/sub/b.md", "zh-cn/sub/note.md"], ["zh-cn/sub/note.md"]],
  );
  assert.deepEqual(
    view.pagesLinkingTo("ja-jp/sub/b.md").map(({ path }) => path),
    ["ja-jp/a.md"],
  );
  assert.equal(Array.from(view.pages()).length, 6);
});

test("redirections and docsets are seen from each locale", () => {
  assert.deepEqual(view.findRedirection("zh-cn/old.md"), {
    from: "zh-cn/old.md",
    url: "a",
    to: "zh-cn/a.md",
  });
  assert.deepEqual(view.findDocset("zh-cn/a.md"), { path: "zh-cn", basePath: "/lamps" });
  assert.deepEqual(
    view.docsets().map(({ path }) => path),
    ["ja-jp", "zh-cn"],
  );
});

test("a tree of the same paths is its own view", () => {
  assert.equal(viewSource({ tree, prefixes: SAME_PATHS }), tree);
});
