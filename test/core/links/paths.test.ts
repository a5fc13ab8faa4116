import assert from "node:assert/strict";
import { test } from "node:test";
import {
  extensionOf,
  fileNameOf,
  folderOf,
  joinPath,
  relativePath,
} from "../../../server/src/core/links/paths.ts";

test("a path has a folder, a name and an extension", () => {
  assert.deepEqual(
    [folderOf("a/b/c.md"), fileNameOf("a/b/c.md"), extensionOf("a/b/c.tar.GZ")],
    ["a/b", "c.md", ".gz"],
  );
  assert.deepEqual([folderOf("c.md"), extensionOf("a.b/c"), extensionOf(".gitignore")], ["", "", ""]);
});

test("relative paths are joined, but never above the root", () => {
  assert.equal(joinPath("a/b", "../c.md"), "a/c.md");
  assert.equal(joinPath("a/b", "./../../c//d/"), "c/d");
  assert.equal(joinPath("", "."), "");
  assert.equal(joinPath("a/b", ""), "a/b");
  assert.equal(joinPath("a/b", "../.."), "");
  assert.equal(joinPath("a/b", "../../c.md"), "c.md");
  assert.equal(joinPath("a/b", "c/../d.md"), "a/b/d.md");
  assert.equal(joinPath("a", "../.github/c.md"), ".github/c.md");
  assert.equal(joinPath("a", "/c.md"), "a/c.md");
  assert.equal(joinPath("a", "../../c.md"), undefined);
  assert.equal(joinPath("a", "../../a/c.md"), undefined);
});

test("a relative path leads from a folder to a file", () => {
  for (const [folder, path, expected] of [
    ["a/b", "a/c.md", "../c.md"],
    ["", "a/c.md", "a/c.md"],
    ["a", "a", "../a"],
    ["a/b", "a/b/c.md", "c.md"],
    ["a/b", "x/c.md", "../../x/c.md"],
  ] as const) {
    assert.equal(relativePath(folder, path), expected);
    assert.equal(joinPath(folder, expected), path);
  }
});
