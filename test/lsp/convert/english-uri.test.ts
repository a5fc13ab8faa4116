import assert from "node:assert/strict";
import { test } from "node:test";
import { readEnglishUri, toEnglishUri } from "../../../server/src/lsp/convert/english-uri.ts";
import { toUri } from "../../../server/src/lsp/convert/uris.ts";

test("the page is found again by the URI of its English", () => {
  for (const path of [
    "/docs/a.md",
    "c:/docs.zh-cn/a b.md",
    "//server/share/a?b#c.md",
    "/docs/100%/測試.md",
  ]) {
    const uri = toEnglishUri("x/a b.md", toUri(path));
    assert.equal(readEnglishUri(uri), toUri(path));
    // VS Code decodes each part of a URI when it reads it, and encodes it when it sends it.
    const [head = "", query = ""] = uri.split("?");
    const sent = `${decodeURIComponent(head)}?${encodeURIComponent(decodeURIComponent(query))}`;
    assert.equal(readEnglishUri(sent), toUri(path));
  }
});

test("a page that is in no file yet is found again as well", () => {
  for (const page of ["untitled:Untitled-1", "vscode-vfs://github/a/b.md"]) {
    assert.equal(readEnglishUri(toEnglishUri("Untitled-1", page)), page);
  }
});

test("a URI of another kind names no page", () => {
  for (const uri of [
    "file:///docs/a.md",
    "lockstep-english:/a.md",
    "lockstep-english:/a.md?x",
    "lockstep-english:/a.md?%",
  ]) {
    assert.equal(readEnglishUri(uri), undefined, uri);
  }
});
