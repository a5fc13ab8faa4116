import assert from "node:assert/strict";
import { test } from "node:test";
import { findDefinition } from "../../../server/src/core/features/definition.ts";
import { findHighlights } from "../../../server/src/core/features/document-highlights.ts";
import { findDocumentLinks } from "../../../server/src/core/features/document-links.ts";
import { findBookmark } from "../../../server/src/core/features/link-at.ts";
import { findReferences, findReferent, pagesToSearch } from "../../../server/src/core/features/references.ts";
import { textAt } from "../../../server/src/core/text/span.ts";
import { openFixture } from "../../open.ts";
import { atCursor, pair } from "./at-cursor.ts";

test("a link leads to its page and bookmark", () => {
  const { context, offset } = atCursor("[x](a/setup.md#In[||]stall)\n//- a/setup.md\n## Install\n");
  const found = findDefinition(context, offset);
  assert.deepEqual(found?.kind === "page" && found.destination, {
    path: "a/setup.md",
    isInSource: false,
    bookmark: "install",
  });
});

test("a link to a page that was moved leads to where it is now", () => {
  const { context, offset } = atCursor(
    '[x](o[||]ld.md)\n//- .openpublishing.redirection.json\n{"redirections":[{"source_path":"old.md","redirect_url":"new.md"}]}\n//- new.md\n# New\n',
  );
  const found = findDefinition(context, offset);
  assert.equal(found?.kind === "page" && found.destination.path, "new.md");
});

test("each half of a segment leads to the other", () => {
  for (const [from, to] of [
    ["标题", "Title"],
    ["Title", "标题"],
  ] as const) {
    const { context, offset, text } = atCursor(
      pair("1a2b3-103", "标题", "Title").replace(from, `${from}[||]`),
    );
    const found = findDefinition(context, offset);
    assert.equal(found?.kind === "here" && textAt(text, found.span), to);
  }
});

test("a bookmark is found by the heading's name in either language, and by a named anchor", () => {
  const { context, text } = atCursor(
    `# 标题\n\n## <a name="set-up"></a>${pair("1a2b3-103", "安装", "Set up")}\n\n<a id="here"></a>\n`,
  );
  const lineOf = (bookmark: string): string => {
    const span = findBookmark(context.document, bookmark);
    return span === undefined ? "none" : (text.slice(span.start).split("\n")[0]?.slice(0, 10) ?? "");
  };
  assert.equal(lineOf("set-up"), "## <a name");
  assert.equal(lineOf("安装"), "## <a name");
  assert.equal(lineOf("here"), 'here"></a>');
  assert.equal(lineOf("gone"), "none");
});

function referencesOf(fixture: string): string[] {
  const { context, offset } = atCursor(fixture);
  const referent = findReferent(context, offset);
  if (referent === undefined) return [];
  const pages = new Map(openFixture(fixture).map((page) => [page.path, page.context]));
  return pagesToSearch(context, referent).flatMap((path) => {
    const searched = pages.get(path);
    if (searched === undefined) return [];
    const spans = findReferences(searched, referent);
    return spans.map((span) => `${path}: ${textAt(searched.document.text, span)}`);
  });
}

test("a heading is referred to by links in its page and in others", () => {
  const fixture =
    "# Setup\n\n## In[||]stall\n\n[a](#install) [b](#other)\n//- index.md\n[c](page.md#install) [d](page.md)\n";
  assert.deepEqual(referencesOf(fixture), ["page.md: #install", "index.md: page.md#install"]);
});

test("the first heading stands for the page", () => {
  const fixture = "# Se[||]tup\n//- index.md\n[c](page.md#setup) [d](page.md) [e](page.md#x)\n";
  assert.deepEqual(referencesOf(fixture), ["index.md: page.md#setup", "index.md: page.md"]);
});

test("a link is one of all links to the same place", () => {
  const fixture =
    "[a](set[||]up.md)\n//- setup.md\n# Setup\n//- b/index.md\n[b](../setup.md) [c](../setup.md#x)\n";
  assert.deepEqual(referencesOf(fixture), ["page.md: setup.md", "b/index.md: ../setup.md"]);
});

test("links to files can be followed, URLs are the editor's", () => {
  const { context, text } = atCursor(
    "[a](setup.md) [b](https://example.com) [c](gone.md) ![d](x.png)\n//- setup.md\n# Setup\n//- x.png\n",
  );
  assert.deepEqual(
    findDocumentLinks(context).map(({ span, destination }) => [textAt(text, span), destination.path]),
    [
      ["setup.md", "setup.md"],
      ["x.png", "x.png"],
    ],
  );
});

test("both halves of the segment at the cursor are highlighted", () => {
  const { context, offset, text } = atCursor(pair("1a2b3-103", "标[||]题", "Title"));
  assert.deepEqual(
    findHighlights(context.document, context.sources, offset).map((span) => textAt(text, span)),
    ["标题", "Title"],
  );
});
