import assert from "node:assert/strict";
import { test } from "node:test";
import { collectBookmarks } from "../../../server/src/core/links/collect-bookmarks.ts";
import { buildWorkspace } from "../../../server/src/core/workspace/build-workspace.ts";

test("a page may include more than a function takes arguments", () => {
  const includes = Array.from({ length: 150_000 }, (_, nth) => `[!INCLUDE [a](${nth}.md)]\n`).join("\n");
  const files = new Map([
    ["a.md", `# A\n\n${includes}`],
    ["7.md", "## Seven\n"],
  ]);
  const found = collectBookmarks(buildWorkspace({ name: undefined, files }), "a.md");
  assert.equal(found?.hasBookmark("seven"), true);
});
