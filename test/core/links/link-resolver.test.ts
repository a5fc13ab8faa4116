import assert from "node:assert/strict";
import { test } from "node:test";
import { LinkResolver } from "../../../server/src/core/links/link-resolver.ts";
import { kindOf } from "../../../server/src/core/links/parse-target.ts";
import { resolveLink } from "../../../server/src/core/links/resolve-link.ts";
import { buildWorkspace } from "../../../server/src/core/workspace/build-workspace.ts";

const workspace = buildWorkspace({
  name: "docs.zh-cn",
  files: new Map([
    ["docs/page.md", ""],
    ["docs/Setup.md", ""],
    ["docs/deep/page.md", ""],
    ["docs/deep/setup.md", ""],
  ]),
});

const TARGETS = [
  "setup.md",
  "setup.md#steps",
  "setup.md?view=x#steps",
  "../setup",
  "#steps",
  "?view=x",
  "#tab/one",
  "lost.md#steps",
  "/site/page",
  "~/docs/page.md",
  "mailto:a@example.com",
  "C:\\docs\\x.md",
  "https://example.com/",
  "",
];

test("a link that was followed before leads to the same place, from each folder to its own", () => {
  for (const page of ["docs/page.md", "docs/deep/page.md", "docs/Setup.md", "page.md"]) {
    const resolver = new LinkResolver(workspace, page);
    for (const target of [...TARGETS, ...TARGETS]) {
      const expected = resolveLink(workspace, page, target);
      assert.deepEqual(resolver.resolve(target, kindOf(target)), expected, `${target} in ${page}`);
    }
  }
});

test("a snapshot with another file has another answer", () => {
  const missing = new LinkResolver(workspace, "docs/page.md").resolve("lost.md", "relative");
  const later = workspace.withFile("docs/lost.md");
  assert.equal(missing.kind, "missing");
  assert.equal(new LinkResolver(later, "docs/page.md").resolve("lost.md", "relative").kind, "found");
});

test("more links than are kept lead where they lead", () => {
  const resolver = new LinkResolver(workspace, "docs/page.md");
  for (let nth = 0; nth < 6_000; nth++) resolver.resolve(`x${nth}.md`, "relative");
  assert.equal(resolver.resolve("x1.md", "relative").kind, "missing");
  assert.equal(resolver.resolve("setup.md", "relative").kind, "found");
});
