import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { buildWorkspace } from "../../../server/src/core/workspace/build-workspace.ts";
import { looksTheSame } from "../../../server/src/core/workspace/page-summary.ts";
import { summarizePage } from "../../../server/src/core/workspace/summarize-page.ts";

const files = new Map<string, string | undefined>([
  ["a.md", "# A\n\n[b](docs/b.md) [b again](docs/B) ![p](p.png)\n"],
  ["docs/b.md", "# B\n\n[!INCLUDE [c](../includes/c.md)]\n"],
  ["docs/index.md", "[up](..) [b](b)"],
  ["includes/c.md", "## C\n"],
  ["p.png", undefined],
]);
const workspace = buildWorkspace({ name: "docs", files });
const pathsLinkingTo = (path: string, index = workspace): string[] =>
  index
    .pagesLinkingTo(path)
    .map((page) => page.path)
    .sort();

test("a snapshot knows files, folders and letter case", () => {
  assert.equal(workspace.name, "docs");
  assert.ok(workspace.hasFile("docs/b.md") && !workspace.hasFile("docs/B.md"));
  assert.equal(workspace.findFileIgnoringCase("DOCS/B.MD"), "docs/b.md");
  assert.equal(workspace.findFileIgnoringCase("docs/b.md"), undefined);
  assert.ok(workspace.hasFolder("docs") && workspace.hasFolder("") && !workspace.hasFolder("doc"));
  assert.deepEqual([...workspace.files()], [...files.keys()]);
});

test("pages that link to a file are found, however they write it", () => {
  assert.deepEqual(pathsLinkingTo("docs/b.md"), ["a.md", "docs/index.md"]);
  assert.deepEqual(pathsLinkingTo("includes/c.md"), ["docs/b.md"]);
  assert.deepEqual(pathsLinkingTo("p.png"), ["a.md"]);
  assert.deepEqual(pathsLinkingTo("index.md"), ["docs/index.md"]);
  assert.deepEqual(pathsLinkingTo("docs/index.md"), []);
});

test("a change gives a new snapshot and leaves the old one as it was", () => {
  const changed = workspace.withPage("docs/b.md", "# New B\n\n[a](../a.md)\n");
  assert.equal(changed.findPage("docs/b.md")?.title, "New B");
  assert.equal(workspace.findPage("docs/b.md")?.title, "B");
  assert.deepEqual(pathsLinkingTo("a.md", changed), ["docs/b.md"]);
  assert.deepEqual(pathsLinkingTo("a.md"), []);

  const added = workspace.withPage("new/d.md", "# D").withFile("new/q.png");
  assert.ok(added.hasFile("new/d.md") && added.hasFile("new/q.png") && added.hasFolder("new"));
  assert.ok(!workspace.hasFile("new/d.md") && !workspace.hasFolder("new"));

  const removed = added.without(new Set(["docs/b.md", "new/d.md", "new/q.png"]));
  assert.ok(!removed.hasFile("docs/b.md") && removed.findPage("docs/b.md") === undefined);
  assert.ok(!removed.hasFolder("new"));
});

test("a summary tells title, opening, locale, links and bookmarks", () => {
  const text = `---
title: From the front matter
ms.contentlocale: zh-CN
---
# <a name="set-up"></a><span data-ttu-id="1a2b3-101">设置 \`代理\`</span><span class="sxs-lookup"><span data-stu-id="1a2b3-101">Set up</span></span>

[!INCLUDE [x](x.md)]

<span data-ttu-id="1a2b3-102">一。</span><span class="sxs-lookup"><span data-stu-id="1a2b3-102">One.</span></span> <span data-ttu-id="1a2b3-103">二。</span><span class="sxs-lookup"><span data-stu-id="1a2b3-103">Two.</span></span>

## [窗口](#tab/w)

<p id="Here"></p>

[g]: y.md#z
`;
  const summary = summarizePage("docs/page.md", parseDocument(text), []);
  assert.equal(summary.title, "设置 代理");
  assert.equal(summary.opening, "一。 二。");
  assert.equal(summary.contentLocale, "zh-CN");
  assert.deepEqual([...summary.linksTo].sort(), ["docs/x.md", "docs/y.md"]);
  assert.deepEqual(summary.includes, ["docs/x.md"]);
  assert.deepEqual(
    summary.bookmarks.slice(0, 2).map(({ name, heading }) => [name, heading]),
    [
      ["set-up", "设置 代理"],
      ["设置-代理", "设置 代理"],
    ],
  );
  assert.ok(summary.anchors.has("here"));
});

test("without heading the title is the front matter's, and without that there is none", () => {
  const titleOf = (text: string): string | undefined => summarizePage("a.md", parseDocument(text), []).title;
  assert.equal(titleOf("---\ntitle: 'It''s'\n---\ntext"), "It's");
  assert.equal(titleOf("text"), undefined);
});

test("a long opening is cut", () => {
  const { opening } = summarizePage("a.md", parseDocument(`${"长".repeat(400)}\n`), []);
  assert.equal(opening?.length, 300);
  assert.ok(opening.endsWith("…"));
});

test("to other pages, a page looks the same until its bookmarks, includes or locale change", () => {
  const summaryOf = (text: string) => summarizePage("a.md", parseDocument(text), []);
  const before = summaryOf("# A\n\ntext [b](b.md)\n");
  assert.ok(looksTheSame(before, summaryOf("\n# A\n\nother text [c](c.md)\n")));
  assert.ok(!looksTheSame(before, summaryOf("# B\n")));
  assert.ok(!looksTheSame(before, summaryOf("# A\n## B\n")));
  assert.ok(!looksTheSame(before, summaryOf("# A\n\n[!INCLUDE [b](b.md)]\n")));
  assert.ok(!looksTheSame(before, summaryOf("---\nms.contentlocale: zh-CN\n---\n# A\n")));
});

test("configuration files that are not JSON shape nothing", () => {
  const broken = buildWorkspace({
    name: undefined,
    files: new Map([
      ["docfx.json", "{"],
      [".openpublishing.redirection.json", "[]"],
      [".openpublishing.publish.config.json", '{ "redirection_files": "x" }'],
    ]),
  });
  assert.deepEqual(broken.docsets(), [{ path: "", basePath: undefined }]);
  assert.equal(broken.findRedirection("a.md"), undefined);
});
