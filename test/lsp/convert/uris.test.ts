import assert from "node:assert/strict";
import { test } from "node:test";
import { pathWithin, toPath, toUri } from "../../../server/src/lsp/convert/uris.ts";

test("one file has one path, however its URI is written", () => {
  assert.equal(toPath("file:///docs/a%20b.md"), "/docs/a b.md");
  assert.equal(toPath("file:///docs/%E6%A6%82.md"), "/docs/概.md");
  for (const uri of ["file:///C:/docs/a.md", "file:///c%3A/docs/a.md", "file://localhost/c:/docs/a.md"]) {
    assert.equal(toPath(uri), "c:/docs/a.md", uri);
  }
  assert.equal(toPath("file://server/share/a.md"), "//server/share/a.md");
  assert.equal(toPath("file:///docs/"), "/docs");
});

test("what is no file has no path", () => {
  for (const uri of ["untitled:Untitled-1", "vscode-vfs://github/a/b.md", "file:///%E6%.md", ""]) {
    assert.equal(toPath(uri), undefined, uri);
  }
});

test("the way there and back loses nothing", () => {
  for (const path of ["/docs/a b.md", "c:/docs/100%.md", "//server/share/概(1).md", "/docs/a#b?c.md"]) {
    assert.equal(toPath(toUri(path)), path);
  }
  assert.equal(toUri("c:/docs/a.md"), "file:///c%3A/docs/a.md");
});

test("a path lies within a folder only below it", () => {
  assert.equal(pathWithin("/docs", "/docs/a/b.md"), "a/b.md");
  assert.equal(pathWithin("/docs", "/docs"), "");
  assert.equal(pathWithin("/docs", "/docs-old/b.md"), undefined);
});
