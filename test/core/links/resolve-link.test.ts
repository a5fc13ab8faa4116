import assert from "node:assert/strict";
import { test } from "node:test";
import { repairsEnglish } from "../../../server/src/core/links/repairs-english.ts";
import { resolveLink } from "../../../server/src/core/links/resolve-link.ts";
import { buildWorkspace } from "../../../server/src/core/workspace/build-workspace.ts";

const FILES = new Map<string, string | undefined>([
  ["docs/page.md", ""],
  ["docs/Setup.md", "# Steps"],
  ["docs/excel-js-1.1.md", ""],
  ["docs/guides/index.yml", undefined],
  ["docs/media/a.png", undefined],
  ["other/page.md", ""],
  [
    "docs/docfx.json",
    '{ "build": { "globalMetadata": { "breadcrumb_path": "/Skylark/breadcrumb/toc.json" } }, /* note */ }',
  ],
  ["docs/breadcrumb/toc.yml", undefined],
  [
    "other/docfx.json",
    '{ "build": { "globalMetadata": { "breadcrumb_path": "/skylark/breadcrumb/toc.json" } } }',
  ],
  [
    ".openpublishing.redirection.json",
    `{ "redirections": [
      { "source_path": "docs/old.md", "redirect_url": "/skylark/setup" },
      { "source_path_from_root": "/docs/older.md", "redirect_url": "old" },
      { "source_path": "docs/far.md", "redirect_url": "https://example.com/far" },
      { "source_path": 5 }, null
    ] }`,
  ],
  [
    ".openpublishing.publish.config.json",
    `{ "redirection_files": ["moved/list.json", 7], "dependent_repositories": [
      { "path_to_root": "_spec", "url": "https://example.com/spec" }, { "path_to_root": "docs\\\\Samples/" },
      { "path_to_root": "." }, { "url": "https://example.com/x" }, null
    ] }`,
  ],
  ["moved/list.json", '{ "redirections": [{ "source_path": "x.md", "redirect_url": "/other" }] }'],
]);
const SOURCE = buildWorkspace({
  name: "docs",
  files: new Map([
    ["docs/english-only.md", "# Only"],
    ["docs/page.md", ""],
  ]),
});
const workspace = buildWorkspace({ name: "docs.zh-cn", files: FILES, source: SOURCE });

function show(target: string, page = "docs/page.md"): string {
  const resolution = resolveLink(workspace, page, target);
  if (resolution.kind === "elsewhere") return "elsewhere";
  if (resolution.kind === "missing") return `missing ${resolution.path}`;
  if (resolution.kind === "redirected") {
    return `redirected ${resolution.redirection.to ?? resolution.redirection.url}`;
  }
  const notes = [
    resolution.isFolder && "folder",
    resolution.differsInCase && "case",
    resolution.isInSource && "English",
  ].filter((note) => note !== false);
  return [resolution.path, ...notes].join(" ");
}

const CASES: readonly (readonly [target: string, expected: string])[] = [
  ["Setup.md", "docs/Setup.md"],
  ["setup.md", "docs/Setup.md case"],
  ["./Setup.md/", "docs/Setup.md"],
  ["Setup", "docs/Setup.md"],
  ["excel-js-1.1", "docs/excel-js-1.1.md"],
  ["guides", "docs/guides/index.yml"],
  ["guides/", "docs/guides/index.yml"],
  ["media", "docs/media folder"],
  ["media/a", "missing docs/media/a"],
  ["#x", "docs/page.md"],
  ["?view=v2", "docs/page.md"],
  ["~/Setup.md", "docs/Setup.md"],
  ["../docs/Setup.md", "docs/Setup.md"],
  ["../../docs/Setup.md", "elsewhere"],
  ["english-only.md", "docs/english-only.md English"],
  ["English-Only.md", "docs/english-only.md English"],
  ["gone.md", "missing docs/gone.md"],
  [".hidden/gone.md", "elsewhere"],
  ["../_spec/grammar.md#terms", "elsewhere"],
  ["../_spec", "elsewhere"],
  ["../_specimen/grammar.md", "missing _specimen/grammar.md"],
  ["samples/first.md", "elsewhere"],
  ["old.md", "redirected docs/Setup.md"],
  ["OLD.md", "redirected docs/Setup.md"],
  ["old", "redirected docs/Setup.md"],
  ["older.md", "redirected docs/Setup.md"],
  ["far.md", "redirected https://example.com/far"],
  ["../moved/x.md", "redirected /other"],
  ["/skylark/Setup", "docs/Setup.md"],
  ["/SKYLARK/setup#x", "docs/Setup.md case"],
  ["/en-us/skylark/guides/", "docs/guides/index.yml"],
  ["/skylark/gone", "elsewhere"],
  ["/azure/x", "elsewhere"],
  ["https://example.com/Setup.md", "elsewhere"],
];

for (const [target, expected] of CASES) {
  test(`\`${target}\` leads to: ${expected}`, () => {
    assert.equal(show(target), expected);
  });
}

test("`~/` is the docset's root; without docset, the root", () => {
  assert.equal(show("~/page.md", "other/page.md"), "other/page.md");
  assert.equal(show("~/docs/page.md", "page.md"), "docs/page.md");
});

test("breadcrumbs of another docset say nothing of a docset's own URL", () => {
  assert.deepEqual(
    workspace.docsets().map(({ path, basePath }) => [path, basePath]),
    [
      ["docs", "/skylark"],
      ["other", undefined],
    ],
  );
});

test("a fix of what English has wrong is told from an accident", () => {
  const repairs = (english: string, translated: string): boolean =>
    repairsEnglish(workspace, "docs/page.md", english, translated);
  assert.ok(repairs("gone.md", "Setup.md"));
  assert.ok(repairs("setup.md", "Setup.md"));
  assert.ok(repairs("old.md#steps", "Setup.md#steps"));
  assert.ok(repairs("far.md#x", "https://example.com/far#x"));
  assert.ok(repairs("..\\docs\\Setup.md", "../docs/Setup.md"));
  assert.ok(repairs("Setup.md#gone", "Setup.md#steps"));
  assert.ok(!repairs("Setup.md", "gone.md"));
  assert.ok(!repairs("Setup.md", "guides/index.yml"));
  assert.ok(!repairs("Setup.md#steps", "Setup.md#gone"));
  assert.ok(!repairs("https://example.com/a", "Setup.md"));
});

test("pages may be published from a folder below the docset's", () => {
  const docfx = (content: string): string =>
    `{ "build": { "content": ${content}, "globalMetadata": { "breadcrumb_path": "/skylark/bread/toc.json" } } }`;
  const resolve = (content: string, breadcrumbs: string): string => {
    const files = new Map<string, string | undefined>([
      ["docfx.json", docfx(content)],
      [breadcrumbs, undefined],
      ["articles/setup.md", "# Steps"],
      ["guides/setup.md", "# Steps"],
    ]);
    const resolution = resolveLink(
      buildWorkspace({ name: "docs", files }),
      "articles/index.md",
      "/skylark/setup",
    );
    return resolution.kind === "found" ? resolution.path : resolution.kind;
  };
  const articles = '{ "files": ["**/*.md"], "src": "articles", "dest": "." }';
  assert.equal(
    resolve(`[${articles}, { "src": "bread", "dest": "bread" }]`, "bread/toc.yml"),
    "articles/setup.md",
  );
  assert.equal(
    resolve(`[{ "files": ["api/**"] }, ${articles}]`, "articles/bread/toc.yml"),
    "articles/setup.md",
  );
  assert.equal(resolve(`[${articles}, { "src": "guides" }]`, "bread/toc.yml"), "elsewhere");
  assert.equal(resolve('[{ "src": "./articles", "group": "2014" }]', "bread/toc.yml"), "elsewhere");
  assert.equal(resolve('[{ "src": "articles", "dest": "x" }, null, 5]', "bread/toc.yml"), "elsewhere");
});
