import assert from "node:assert/strict";
import { test } from "node:test";
import { buildWorkspace } from "../../server/src/core/workspace/build-workspace.ts";
import { lastChangeFor, type Tree } from "../../server/src/lsp/tree.ts";

/** More than a function takes arguments. */
const MANY = Array.from({ length: 150_000 }, (_, nth) => nth);

/** A tree in which one page has changed, at 5, since the tree was read, at 1. */
function changed(files: ReadonlyMap<string, string>, path: string): Tree {
  return {
    folder: "/docs",
    index: buildWorkspace({ name: undefined, files }),
    listedRedirections: new Set(),
    isReady: true,
    changedAt: 1,
    pagesChangedAt: new Map([[path, 5]]),
    textsChangedAt: new Map(),
  };
}

test("a page that leads to very many pages is checked again when one of them changes", () => {
  const files = new Map(MANY.map((nth) => [`${nth}.md`, ""]));
  files.set("a.md", MANY.map((nth) => `[x](${nth}.md)\n`).join("\n"));
  files.set("b.md", "[x](7.md)\n");
  assert.equal(lastChangeFor(changed(files, "7.md"), "a.md"), 5);
  assert.equal(lastChangeFor(changed(files, "8.md"), "b.md"), 1);
});

test("a page is checked again when one of very many changes that another page includes", () => {
  const files = new Map([
    ["a.md", "[x](b.md#seven)\n"],
    ["b.md", MANY.map((nth) => `[!INCLUDE [x](${nth}.md)]\n`).join("\n")],
    ["7.md", "## Seven\n"],
  ]);
  assert.equal(lastChangeFor(changed(files, "7.md"), "a.md"), 5);
});
