import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { ProjectSources } from "../../server/src/cli/project-sources.ts";
import { parseDocument } from "../../server/src/core/document/parse-document.ts";
import { sourceHashOf } from "../../server/src/core/source/hash.ts";
import type { PageSources, SourcePage } from "../../server/src/core/source/page-sources.ts";
import { loadWorkspace } from "../../server/src/io/load-workspace.ts";
import { GitFolder, WITHOUT_GIT } from "../io/git-folder.ts";
import { Folder } from "./run-in-folder.ts";

const ENGLISH = "# Lights\n\nThe light is green, and the switch is next to it.\n";
const NEWER = ENGLISH.replace("green", "blue");
const NOBODYS_COMMIT = "0123456789abcdef0123456789abcdef01234567";

function header(commit = NOBODYS_COMMIT, english = ENGLISH): string {
  return (
    `---\ntitle: T\nms.openlocfilehash: ${sourceHashOf(english)}\nms.sourcegitcommit: ${commit}\n` +
    "ms.contentlocale: zh-CN\n---\n"
  );
}

function clean(commit?: string): string {
  return `${header(commit)}# 灯\n\n灯是绿的。\n`;
}

const SXS =
  `${header()}# <span data-ttu-id="1a2b3-101">灯</span><span class="sxs-lookup">` +
  `<span data-stu-id="1a2b3-101">Lights</span></span>\n`;

/** What is known of the English of a root's page. */
async function find(root: string, path: string, configured?: string): Promise<PageSources> {
  const loaded = loadWorkspace(root);
  const sources = new ProjectSources(root, loaded, configured);
  const found = await sources.find(path, parseDocument(loaded.files.get(path) ?? ""));
  await sources.close();
  return found;
}

function says(page: SourcePage | undefined): string | undefined {
  return page && [page.origin, page.path, page.revision].filter((part) => part !== undefined).join(" ");
}

test("check finds the repository beside the localized one, and says so", async (context) => {
  const folder = new Folder(context, {
    "docs/a.md": ENGLISH,
    "docs/p.png": "",
    "docs.zh-cn/a.md": `${clean()}\n![灯](p.png) ![灯](q.png)\n`,
  });
  const { stderr, stdout } = await folder.lockstep(["check", "docs.zh-cn"]);
  assert.match(stderr, /^lockstep: The English pages are in the folder beside, by its name: .*\/docs\.$/m);
  assert.match(stdout, /q\.png/);
  assert.doesNotMatch(stdout, /`p\.png`/);
});

test("in a folder of several clones, it is said how their English is found", async (context) => {
  const pages = { "docs/a.md": ENGLISH, "docs.zh-cn/a.md": clean(), "docs.ja-jp/a.md": clean() };
  const folder = new Folder(context, { ...pages, "notes.fr-fr/a.md": clean(), "docs.de-de/p.png": "" });
  const { stderr } = await folder.lockstep(["check"]);
  assert.match(
    stderr,
    /^lockstep: English is in the folder beside `docs\.ja-jp`, `docs\.zh-cn`\. .* `lockstep check docs\.ja-jp docs\.zh-cn`\.$/m,
  );
  const named = await folder.lockstep(["check", "docs.ja-jp", "docs.zh-cn"]);
  assert.doesNotMatch(named.stderr, /named by itself/);
});

test("a folder that is named and holds none of the pages is doubted", async (context) => {
  const folder = new Folder(context, { "other/b.md": ENGLISH, "docs/a.md": clean() });
  const { stderr } = await folder.lockstep(["check", "docs", "--source", "other"]);
  assert.match(stderr, /None of the pages has its English page in .*other\. Is that the folder/);
});

test("a configured folder that is not there is named with its setting, and nothing is called missing for it", async (context) => {
  const folder = new Folder(context, {
    ".lockstep.json": '{ "sourceRoot": "../englsh" }',
    "a.md": `${clean()}\n[!INCLUDE [x](includes/x.md)]\n`,
    "english/a.md": ENGLISH,
  });
  const { code, stdout, stderr } = await folder.lockstep(["check", "--quiet"]);
  assert.equal(code, 2);
  assert.doesNotMatch(stdout, /file-not-found/);
  assert.match(
    stderr,
    /^lockstep: `sourceRoot` of the configuration is `\.\.\/englsh`, and there is no folder `[^`]+\/englsh`\.\n$/,
  );
  const named = await folder.lockstep(["check", "--quiet", "--source", "english"]);
  assert.equal(named.stderr, "", "what the setting says does not matter then");
  assert.match(named.stdout, /file-not-found/);
});

test("a configured folder that is not there leaves the one beside to be found", async (context) => {
  const folder = new Folder(context, {
    "docs.zh-cn/.lockstep.json": '{ "sourceRoot": "../englsh" }',
    "docs.zh-cn/a.md": clean(),
    "docs/a.md": ENGLISH,
  });
  const { code, stderr } = await folder.lockstep(["check", "docs.zh-cn"]);
  assert.equal(code, 2);
  assert.match(stderr, /The English pages are in the folder beside/);
});

test("the configured folder wins over the one beside", async (context) => {
  const folder = new Folder(context, {
    "docs/a.md": NEWER,
    "other/a.md": ENGLISH,
    "docs.zh-cn/a.md": clean(),
  });
  const root = join(folder.path, "docs.zh-cn");
  assert.equal((await find(root, "a.md")).base, undefined);
  assert.equal(says((await find(root, "a.md", join(folder.path, "other"))).base), "source-tree a.md");
});

test("a folder of the same pages in another locale gives its English halves", async (context) => {
  const folder = new Folder(context, {
    "en-us/a.txt": "",
    "fr-fr/a.md": clean(),
    "zh-cn/a.md": SXS,
    "ja-jp/a.md": clean(),
  });
  const { base, current, lost } = await find(join(folder.path, "fr-fr"), "a.md");
  assert.deepEqual([says(base), base?.document.text], ["sibling-page a.md", "# Lights\n"]);
  assert.deepEqual([current, lost], [undefined, undefined]);
});

test(
  "Git has the English of a commit, of a renamed page, and of a commit that is missing",
  { skip: WITHOUT_GIT },
  async (context) => {
    const git = new GitFolder();
    context.after(() => {
      git.remove();
    });
    const first = git
      .put("docs/a.md", ENGLISH)
      .put("docs/b.md", `${ENGLISH}\nB.\n`)
      .put("docs/c.md", "# C\n")
      .commit();
    git.put("docs/a.md", NEWER).commit();
    git.git("mv", "docs/b.md", "docs/moved.md");
    git.put("docs/moved.md", `${ENGLISH}\nB!\n`).commit();
    git.git("rm", "--quiet", "docs/c.md");
    git.commit();
    const folder = new Folder(context, {
      "docs/a.md": clean(first),
      "docs/b.md": `${header(first, `${ENGLISH}\nB.\n`)}# B\n`,
      "docs/c.md": `${header(NOBODYS_COMMIT, "# C\n")}# C\n`,
    });

    const changed = await find(folder.path, "docs/a.md", git.path);
    assert.deepEqual(
      [says(changed.current), says(changed.base)],
      ["source-tree docs/a.md", `git docs/a.md ${first}`],
    );
    assert.equal(changed.base?.document.text, ENGLISH);

    const renamed = await find(folder.path, "docs/b.md", git.path);
    assert.deepEqual(renamed.lost, { how: "renamed", to: "docs/moved.md" });
    assert.equal(says(renamed.base), `git docs/b.md ${first}`);

    const deleted = await find(folder.path, "docs/c.md", git.path);
    assert.deepEqual(deleted.lost, { how: "deleted", to: undefined });
    assert.equal(says(deleted.base), `git docs/c.md ${first}`);
  },
);

test("a commit whose page has another hash is not believed", { skip: WITHOUT_GIT }, async (context) => {
  const git = new GitFolder();
  context.after(() => {
    git.remove();
  });
  const right = git.put("a.md", ENGLISH).commit();
  const wrong = git.put("a.md", NEWER).commit();
  git.put("a.md", `${NEWER}\nMore.\n`).commit();
  const folder = new Folder(context, { "a.md": clean(wrong) });
  const { base } = await find(folder.path, "a.md", git.path);
  assert.deepEqual([says(base), base?.document.text], [`git a.md ${right}`, ENGLISH]);
});

test(
  "the side-by-side branch of the localized repository gives the halves of a clean page",
  { skip: WITHOUT_GIT },
  async (context) => {
    const git = new GitFolder();
    context.after(() => {
      git.remove();
    });
    git.put("docs/a.md", clean()).commit();
    git.git("switch", "--quiet", "--create", "live-sxs");
    const commit = git.put("docs/a.md", SXS).commit();
    git.git("switch", "--quiet", "main");
    const { base, committed } = await find(join(git.path, "docs"), "a.md");
    assert.equal(says(base), `sibling-page a.md ${commit}`);
    assert.equal(committed?.text, clean());
  },
);

test(
  "headers that could be taken for options or programs run nothing",
  { skip: WITHOUT_GIT },
  async (context) => {
    const git = new GitFolder();
    context.after(() => {
      git.remove();
    });
    git.put("a.md", ENGLISH).commit();
    const values = [
      "--output=pwned",
      "HEAD:a.md",
      "'; touch pwned; '",
      "$(touch pwned)",
      "ext::sh -c touch% pwned",
    ];
    for (const value of values) {
      const header = `---\nms.openlocfilehash: ${value}\nms.sourcegitcommit: ${value}\nms.contentlocale: zh-CN\n---\n`;
      const folder = new Folder(context, { "a.md": `${header}# 灯\n` });
      const { base, current } = await find(folder.path, "a.md", git.path);
      assert.deepEqual([base, says(current)], [undefined, "source-tree a.md"]);
    }
    assert.equal(git.git("status", "--porcelain"), "");
  },
);
