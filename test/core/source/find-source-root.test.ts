import assert from "node:assert/strict";
import { suite, test } from "node:test";
import {
  configuredSource,
  describeSource,
  findCandidates,
  findVantages,
  sharesPages,
  sourceInLocaleFolders,
} from "../../../server/src/core/source/find-source-root.ts";
import { findLocaleFolders, pathsInOtherLocales } from "../../../server/src/core/source/locale-folders.ts";
import { SAME_PATHS, toPagePaths, toSourcePath } from "../../../server/src/core/source/path-prefixes.ts";
import { readLocalizedName } from "../../../server/src/core/source/repository-names.ts";
import { buildWorkspace } from "../../../server/src/core/workspace/build-workspace.ts";

/** The English folders that may belong to a root, given the names beside it, as `foundBy folder`. */
function englishOf(
  root: string,
  beside: readonly string[],
  workspaceFolders: readonly string[] = [],
): string[] {
  const foldersIn = new Map(findVantages(root).map(({ parent }) => [parent, beside]));
  return findCandidates(root, foldersIn, workspaceFolders).english.map(
    (each) => `${each.foundBy} ${each.folder}`,
  );
}

function localizedOf(root: string, beside: readonly string[]): readonly string[] {
  const foldersIn = new Map(findVantages(root).map(({ parent }) => [parent, beside]));
  return findCandidates(root, foldersIn, []).localized;
}

suite("a repository beside the localized one", () => {
  for (const [name, english] of [
    ["docs.zh-cn", "docs"],
    ["docs-pr.zh-CN", "docs-pr"],
    ["docs.zh-cn-sxs", "docs"],
    ["docs.ja-JP-live-sxs", "docs-live"],
    ["docs-fr-fr", "docs"],
    ["docs_de_de", "docs"],
    ["docs.sr-latn-rs", "docs"],
    ["docs.zh-cn", "docs.en-us"],
    ["docs.zh-cn-main", "docs-main"],
    ["docs.zh-cn-live", "docs"],
    ["Docs.ZH-CN", "docs"],
    ["docs-pr.zh-cn", "docs"],
    ["docs.zh-cn", "docs-pr"],
    ["zh-cn", "en-us"],
    ["ZH-CN", "En-US"],
    ["zh-cn-sxs", "en-us"],
    ["ja-jp-docs", "en-us-docs"],
    ["ja-jp-docs", "docs"],
  ] as const) {
    test(`${name} has its English in ${english}`, () => {
      assert.deepEqual(englishOf(`/repos/${name}`, [name, "other", english]), [`sibling /repos/${english}`]);
    });
  }

  for (const [name, other] of [
    ["docs.zh-cn", "docs.ja-jp"],
    ["docs", "docs.zh-cn"],
    ["go-to-docs", "docs"],
    ["docs.zh-cn", "documents"],
    ["docs.en-us", "docs"],
    ["docs.zh-cn", "docs.zh-cn"],
  ] as const) {
    test(`${name} does not have its English in ${other}`, () => {
      assert.deepEqual(englishOf(`/repos/${name}`, [other]), []);
    });
  }

  test("the repository of exactly the same name comes first", () => {
    assert.deepEqual(englishOf("/repos/docs.zh-cn", ["docs-main", "docs", "docs.en-us", "docs-pr"]), [
      "sibling /repos/docs",
      "sibling /repos/docs-main",
      "sibling /repos/docs.en-us",
      "sibling /repos/docs-pr",
    ]);
  });

  test("a folder of the repository has its English in the same folder of the other one", () => {
    assert.deepEqual(englishOf("/repos/docs.zh-cn/articles/setup", ["docs"]), [
      "sibling /repos/docs/articles/setup",
    ]);
    assert.deepEqual(englishOf("/repos/docs/zh-cn/setup", ["en-us"]), ["sibling /repos/docs/en-us/setup"]);
  });

  test("another folder of the editor's workspace comes before one that was not opened", () => {
    const opened = ["/elsewhere/docs", "/repos/docs.zh-cn"];
    assert.deepEqual(englishOf("/repos/docs.zh-cn", ["docs"], opened), [
      "workspace-folder /elsewhere/docs",
      "sibling /repos/docs",
    ]);
    assert.deepEqual(
      englishOf("/repos/docs.zh-cn/articles", [], ["/elsewhere/docs/articles", "/elsewhere/docs"]),
      ["workspace-folder /elsewhere/docs/articles"],
    );
  });

  test("a root whose path holds no locale asks nothing of the disk", () => {
    assert.deepEqual(findVantages("/repos/docs/articles"), []);
    assert.deepEqual(findVantages("c:/repos/docs.zh-cn"), [
      { parent: "c:/repos", name: "docs.zh-cn", inner: "" },
    ]);
  });

  test("the same pages may be in other locales, and on the side-by-side branch of their own", () => {
    const beside = [
      "docs",
      "docs.fr-fr",
      "docs.fr-fr-sxs",
      "docs.ja-jp",
      "docs.fr-fr.internal",
      "other.ja-jp",
    ];
    assert.deepEqual(localizedOf("/repos/docs.fr-fr/a", beside), [
      "/repos/docs.fr-fr-sxs/a",
      "/repos/docs.ja-jp/a",
    ]);
  });
});

test("a name without a locale is nobody's", () => {
  for (const name of ["docs", "en-us", "docs.en-us", "", "-", "in-ap", "..", "zh", "cn-zh"]) {
    assert.equal(readLocalizedName(name), undefined, name);
  }
});

suite("folders of locales in one root", () => {
  const paths = [
    "en-us/a.md",
    "zh-cn/a.md",
    "zh-cn/sub/b.md",
    "JA-JP/a.md",
    "media/zh-cn/p.png",
    "README.md",
  ];
  const groups = findLocaleFolders(paths);
  const source = sourceInLocaleFolders("/repos/docs", groups);

  test("each page's own locale folder decides, and the path inside it is the page's", () => {
    assert.equal(source?.foundBy, "locale-folders");
    assert.equal(source.folder, "/repos/docs");
    for (const [path, english] of [
      ["zh-cn/sub/b.md", "en-us/sub/b.md"],
      ["JA-JP/a.md", "en-us/a.md"],
      ["en-us/a.md", undefined],
      ["README.md", undefined],
    ] as const) {
      assert.equal(toSourcePath(source.prefixes, path), english, path);
    }
    assert.deepEqual(toPagePaths(source.prefixes, "en-us/a.md"), ["JA-JP/a.md", "zh-cn/a.md"]);
  });

  test("other locales are known by the same folders", () => {
    assert.deepEqual(pathsInOtherLocales(groups, "zh-cn/a.md"), ["JA-JP/a.md"]);
    assert.deepEqual(pathsInOtherLocales(groups, "README.md"), []);
  });

  test("several groups are told apart by the folder that they stand in", () => {
    const several = findLocaleFolders(["x/en-us/a.md", "x/zh-cn/a.md", "y/EN-US/a.md", "y/zh-cn/a.md"]);
    const prefixes = sourceInLocaleFolders("/r", several)?.prefixes ?? [];
    assert.equal(toSourcePath(prefixes, "y/zh-cn/a.md"), "y/EN-US/a.md");
    assert.equal(toSourcePath(prefixes, "x/zh-cn/a.md"), "x/en-us/a.md");
  });

  test("an English folder without pages is none, but its siblings know each other", () => {
    const seeds = findLocaleFolders(["en-us/a.txt", "fr-fr/a.md", "zh-cn/a.md"]);
    assert.equal(sourceInLocaleFolders("/r", seeds), undefined);
    assert.deepEqual(pathsInOtherLocales(seeds, "fr-fr/a.md"), ["zh-cn/a.md"]);
  });

  test("words of the same shape are no locales", () => {
    assert.deepEqual(findLocaleFolders(["in-ap/a.md", "ps-vm/a.md", "go-to/a.md"]), []);
  });
});

suite("a configured root", () => {
  test("outside of the root its pages stand at the same paths", () => {
    const source = configuredSource("/repos/docs", "/repos/docs.zh-cn", ["a.md"]);
    assert.deepEqual(source, { folder: "/repos/docs", foundBy: "configured", prefixes: SAME_PATHS });
  });

  test("inside of the root it serves the folders of the locales beside it, and the root itself", () => {
    const source = configuredSource("/repos/docs/content/english", "/repos/docs", [
      "content/zh-cn/a.md",
      "content/english/a.md",
      "content/b.md",
    ]);
    assert.equal(source?.folder, "/repos/docs");
    assert.equal(toSourcePath(source.prefixes, "content/zh-cn/a.md"), "content/english/a.md");
    assert.equal(toSourcePath(source.prefixes, "b.md"), "content/english/b.md");
  });

  test("the root itself is not its own English", () => {
    assert.equal(configuredSource("/repos/docs", "/repos/docs", ["a.md"]), undefined);
  });
});

test("a tree that has none of the pages is something else", () => {
  const build = (...paths: string[]) =>
    buildWorkspace({ name: "x", files: new Map(paths.map((path) => [path, ""])) });
  const root = build("a.md", "p.png");
  assert.equal(sharesPages(root, build("A.md"), SAME_PATHS), true);
  assert.equal(sharesPages(root, build("b.md", "p.png"), SAME_PATHS), false);
  assert.equal(sharesPages(root, build(), SAME_PATHS), false);
});

test("status and log say how the English pages were found", () => {
  assert.equal(
    describeSource({ folder: "/repos/docs", foundBy: "sibling", prefixes: SAME_PATHS }),
    "The English pages are in the folder beside, by its name: /repos/docs.",
  );
});
