import assert from "node:assert/strict";
import { test } from "node:test";
import { parseGlob } from "../../../server/src/core/config/glob.ts";

function matches(pattern: string, path: string): boolean {
  const result = parseGlob(pattern);
  assert.ok("glob" in result, pattern);
  return result.glob.matches(path);
}

const MATCHES: readonly (readonly [pattern: string, path: string])[] = [
  ["Archive/**", "Archive/old.md"],
  ["Archive/**", "Archive/2019/old.md"],
  ["Archive", "Archive/2019/old.md"],
  ["./Archive/", "Archive/old.md"],
  ["**/includes/**", "includes/a.md"],
  ["**/includes/**", "docs/x/includes/y/a.md"],
  ["**/*.md", "a.md"],
  ["**/*.md", "docs/x/a.md"],
  ["**", "docs/x/a.md"],
  ["*.md", "a.md"],
  ["docs/*/a.md", "docs/x/a.md"],
  ["docs/**/a.md", "docs/a.md"],
  ["docs/**/a.md", "docs/x/y/a.md"],
  ["docs/?.md", "docs/表.md"],
  ["docs/?.md", "docs/🚀.md"],
  ["{docs,help}/**", "help/a.md"],
  ["docs/a{,-old}.md", "docs/a.md"],
  ["docs/a{,-{1,2}}.md", "docs/a-2.md"],
  ["a+b(c).md", "a+b(c).md"],
];

for (const [pattern, path] of MATCHES) {
  test(`${pattern} matches ${path}`, () => {
    assert.equal(matches(pattern, path), true);
  });
}

const DIFFERS: readonly (readonly [pattern: string, path: string])[] = [
  ["Archive/**", "Archived/old.md"],
  ["Archive/**", "archive/old.md"],
  ["Archive/**", "docs/Archive/old.md"],
  ["*.md", "docs/a.md"],
  ["docs/*/a.md", "docs/a.md"],
  ["docs/*/a.md", "docs/x/y/a.md"],
  ["**/a.md", "docs/ba.md"],
  ["**/a.md", "docs/xa.md"],
  ["a?.md", "a/.md"],
  ["{docs,help}/**", "other/a.md"],
];

for (const [pattern, path] of DIFFERS) {
  test(`${pattern} does not match ${path}`, () => {
    assert.equal(matches(pattern, path), false);
  });
}

test("what cannot be matched is a problem, not a pattern that matches nothing", () => {
  for (const pattern of [
    "!a.md",
    "a\\b.md",
    "{a,b",
    "a}",
    "",
    "/",
    "{a,b}".repeat(7),
    `{${",".repeat(200_000)}}`,
  ]) {
    assert.ok("problem" in parseGlob(pattern), pattern.slice(0, 20));
  }
});

test("a hostile pattern takes time in proportion to pattern and path", () => {
  const started = performance.now();
  assert.equal(matches("*a".repeat(60) + "b", "a".repeat(2000)), false);
  assert.equal(matches("**/".repeat(60) + "b", "a/".repeat(1000)), false);
  assert.ok(performance.now() - started < 2000);
});
