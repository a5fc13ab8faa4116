import assert from "node:assert/strict";
import { test } from "node:test";
import { parseTarget, type TargetKind } from "../../../server/src/core/links/parse-target.ts";

const KINDS: readonly (readonly [target: string, kind: TargetKind, path: string, bookmark?: string])[] = [
  ["a/b.md", "relative", "a/b.md"],
  ["../a.md?view=v2#x", "relative", "../a.md", "x"],
  ["a%20b/%E8%AE%BE.md#%E7%BD%AE", "relative", "a b/设.md", "置"],
  ["100%.md", "relative", "100%.md"],
  ["a.md#", "relative", "a.md", ""],
  ["a.md#b?c#d", "relative", "a.md", "b?c#d"],
  ["a\\b.md", "relative", "a\\b.md"],
  ["~/a/b.md#x", "docset", "a/b.md", "x"],
  ["~\\a\\b.md", "docset", "a\\b.md"],
  ["~a.md", "relative", "~a.md"],
  ["#x", "bookmark", "", "x"],
  ["?view=v2#x", "bookmark", "", "x"],
  ["#tab/windows", "tab", "", "tab/windows"],
  ["/azure/x?y#z", "site-absolute", "/azure/x", "z"],
  ["https://User@Docs.Example.com:443/a%2Fb?c#d", "url", "/a/b", "d"],
  ["https://example.com", "url", ""],
  ["//example.com/x", "url", "/x"],
  ["xref:System.String?text=x#y", "xref", "System.String", "y"],
  ["mailto:a@example.com?subject=x", "mail", "a@example.com"],
  ["tel:+1", "other-scheme", "+1"],
  ["ms-settings:display", "other-scheme", "display"],
  ["C:\\docs\\a.md", "local-path", "C:\\docs\\a.md"],
  ["c:/docs/a.md", "local-path", "c:/docs/a.md"],
  ["\\\\server\\share", "local-path", "\\\\server\\share"],
  ["file:///docs/a.md", "local-path", "file:///docs/a.md"],
  ["HTTPS://example.com/a", "url", "/a"],
  ["a/b:c.md", "relative", "a/b:c.md"],
  [" https://example.com", "relative", " https://example.com"],
  ["\\a:b", "relative", "\\a:b"],
  ["#TAB/mac", "tab", "", "TAB/mac"],
  ["", "empty", ""],
  [" \t", "empty", ""],
];

for (const [target, kind, path, bookmark] of KINDS) {
  test(`\`${target}\` is ${kind}`, () => {
    const parsed = parseTarget(target);
    assert.deepEqual([parsed.kind, parsed.path, parsed.bookmark], [kind, path, bookmark]);
  });
}

test("a URL has a host, without user and port", () => {
  assert.equal(parseTarget("https://User@Docs.Example.com:443/a").host, "docs.example.com");
  assert.equal(parseTarget("//example.com?x").host, "example.com");
});

test("path, query and bookmark put together give the target again", () => {
  for (const [target] of KINDS) {
    const { pathSpan, query, bookmark, bookmarkSpan } = parseTarget(target);
    const hash = bookmark === undefined ? "" : `#${target.slice(bookmarkSpan.start, bookmarkSpan.end)}`;
    const again = target.slice(0, pathSpan.end) + query + hash;
    assert.equal(again, target);
  }
});

test("long and hostile targets are no trouble", () => {
  for (const piece of ["%", "a-", "../", "#", "?", "\\", "//", "a:"]) {
    assert.doesNotThrow(() => parseTarget(piece.repeat(100_000)));
  }
});
