import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceHashOf } from "../../server/src/core/source/hash.ts";
import { pair } from "../core/compare/pair.ts";
import { Folder } from "./run-in-folder.ts";

const OTHER_HASH = "0123456789abcdef0123456789abcdef01234567";

function page(body: string, hash: string, type = "HT"): string {
  return `---\ntitle: 页\nms.openlocfilehash: ${hash}\nms.translationtype: ${type}\nms.contentlocale: zh-CN\n---\n${body}\n`;
}

interface Report {
  readonly version: number;
  readonly documents: readonly {
    readonly file: string;
    readonly state: string;
    readonly segments: Record<string, number> | null;
    readonly translationType: string | null;
    readonly marked: number;
    readonly locale: string | null;
  }[];
  readonly totals: Record<string, unknown>;
}

const ENGLISH = "---\ntitle: Page\n---\nOpen it. Close it again.\n";
const BODY = `${pair("打开。", "Open it.", 101)} ${pair("再关闭。", "Close it again.", 102)}`;
const FILES = {
  "zh/current.md": page(BODY, sourceHashOf(ENGLISH)),
  "en/current.md": ENGLISH,
  "zh/metadata.md": page(BODY, OTHER_HASH, "MT"),
  "en/metadata.md": ENGLISH,
  "zh/docs/outdated.md": page(BODY, OTHER_HASH),
  "en/docs/outdated.md": ENGLISH.replace("again", "now").replace("Open it.", "Open it. You need a license."),
  "zh/gone.md": page(BODY, OTHER_HASH),
  "zh/clean.md": page("打开。", OTHER_HASH),
  "en/clean.md": ENGLISH,
  "en/new/page.md": ENGLISH,
};

const STATUS = ["status", "zh", "--source", "en"];

test("tells of every page how it stands to its English", async (context) => {
  const folder = new Folder(context, FILES);
  const { code, stdout, stderr } = await folder.lockstep([...STATUS, "--format", "json"]);
  assert.equal(stderr, "");
  assert.equal(code, 0);
  const report = JSON.parse(stdout) as Report;
  assert.equal(report.version, 1);
  assert.deepEqual(
    report.documents.map(({ file, state }) => `${file} ${state}`),
    [
      "clean.md outdated",
      "current.md current",
      "docs/outdated.md outdated",
      "gone.md source-missing",
      "metadata.md metadata-only",
    ],
  );
  assert.deepEqual(report.documents[2], {
    file: "docs/outdated.md",
    state: "outdated",
    segments: { total: 2, current: 1, changed: 1, new: 1, removed: 0, untranslated: 0, moved: 0 },
    marked: 0,
    translationType: "HT",
    locale: "zh-CN",
  });
  assert.equal(report.documents[0]?.segments, null);
  assert.equal(report.documents[4]?.translationType, "MT");
  assert.deepEqual(report.totals, {
    documents: 5,
    current: 1,
    "metadata-only": 1,
    outdated: 2,
    "source-missing": 1,
    unknown: 0,
    "not-localized": 0,
    segments: { total: 6, current: 5, changed: 1, new: 1, removed: 0, untranslated: 0, moved: 0 },
    marked: 0,
  });
});

test("prints a line for each page, and what it all came to", async (context) => {
  const folder = new Folder(context, FILES);
  const { stdout, stderr } = await folder.lockstep(STATUS);
  assert.deepEqual(stdout.split("\n"), [
    "outdated       zh/clean.md",
    "current        zh/current.md",
    "outdated       zh/docs/outdated.md  of 2 segments 1 changed; 1 new",
    "source-missing zh/gone.md",
    "metadata-only  zh/metadata.md",
    "",
  ]);
  assert.equal(
    stderr,
    "5 pages: 1 current, 1 metadata-only, 2 outdated, 1 source-missing. Of 6 segments 1 changed; 1 new.\n",
  );
  assert.equal((await folder.lockstep([...STATUS, "--quiet"])).stderr, "");
});

test("lists English pages that nobody has localized, on demand", async (context) => {
  const folder = new Folder(context, FILES);
  const { stdout } = await folder.lockstep([...STATUS, "--missing", "--format", "json"]);
  const { documents, totals } = JSON.parse(stdout) as Report;
  assert.deepEqual(
    documents.filter(({ state }) => state === "not-localized"),
    [
      {
        file: "new/page.md",
        state: "not-localized",
        segments: null,
        marked: 0,
        translationType: null,
        locale: null,
      },
    ],
  );
  assert.equal(totals["not-localized"], 1);
});

test("fails on demand where a page is outdated", async (context) => {
  const folder = new Folder(context, FILES);
  assert.equal((await folder.lockstep([...STATUS, "--check"])).code, 1);
  assert.equal(
    (await folder.lockstep(["status", "zh/current.md", "--root", "zh", "--source", "en", "--check"])).code,
    0,
  );
});

test("looks at the pages that were named only", async (context) => {
  const folder = new Folder(context, FILES);
  const { stdout } = await folder.lockstep([
    "status",
    "zh/docs",
    "--root",
    "zh",
    "--source",
    "en",
    "--missing",
  ]);
  assert.equal(stdout, "outdated       zh/docs/outdated.md  of 2 segments 1 changed; 1 new\n");
});

test("without English nothing is known", async (context) => {
  const folder = new Folder(context, {
    "pages/a.md": FILES["zh/metadata.md"],
    "pages/README.md": "# Hello\n",
  });
  const { code, stdout } = await folder.lockstep(["status", "pages", "--check"]);
  assert.equal(stdout, "unknown        pages/README.md\nunknown        pages/a.md\n");
  assert.equal(code, 0);
});

test("English pages in the same root are compared with, not judged", async (context) => {
  const folder = new Folder(context, {
    "docs/en-us/a.md": ENGLISH,
    "docs/zh-cn/a.md": page(BODY, OTHER_HASH),
    "docs/zh-cn/b.md": page(BODY, OTHER_HASH),
    "docs/en-us/b.md": ENGLISH.replace("again", "now"),
  });
  const { stdout } = await folder.lockstep(["status", "docs", "--missing"]);
  assert.equal(
    stdout,
    "metadata-only  docs/zh-cn/a.md\noutdated       docs/zh-cn/b.md  of 2 segments 1 changed\n",
  );
});

test("a folder of English pages is named as one, and its pages are not called unknown", async (context) => {
  const folder = new Folder(context, {
    "docs/en-us/a.md": ENGLISH,
    "docs/en-us/more/b.md": ENGLISH,
    "docs/zh-cn/a.md": page(BODY, sourceHashOf(ENGLISH)),
  });
  const says = (where: string): string =>
    `lockstep: ${where}: English pages, which translations are compared with. Name a folder of translations.\n0 pages.\n`;
  for (const path of ["docs/en-us", "docs/en-us/a.md", "docs/en-us/more"]) {
    const { code, stdout, stderr } = await folder.lockstep(["status", path]);
    assert.equal(stdout, "");
    assert.equal(stderr, says(path));
    assert.equal(code, 0);
  }
  const inRoot = await folder.lockstep(["status", "docs/en-us", "--root", "docs"]);
  assert.ok(inRoot.stderr.endsWith(says("docs/en-us")), inRoot.stderr);

  const both = await folder.lockstep(["status", "docs/en-us", "docs/zh-cn"]);
  assert.equal(both.stdout, "current        docs/zh-cn/a.md\n");
  assert.match(both.stderr, /^lockstep: docs\/en-us: English pages/m);
});

test("a translation in a repository below a folder en-us is listed", async (context) => {
  const folder = new Folder(context, { "en-us/repo/pages/a.md": page(BODY, sourceHashOf(ENGLISH)) });
  const { stdout } = await folder.lockstep(["status", "en-us/repo"]);
  assert.match(stdout, /^[a-z-]+ +en-us\/repo\/pages\/a\.md/);
});

test("counts what is not translated", async (context) => {
  const english = "Open the list of all users.\n";
  const folder = new Folder(context, {
    "zh/a.md": page(pair(english.trim(), english.trim()), sourceHashOf(english)),
    "en/a.md": english,
  });
  assert.equal(
    (await folder.lockstep(STATUS)).stdout,
    "current        zh/a.md  of 1 segment 1 untranslated\n",
  );
});

test("segments that a sync has marked wait for a person, and fail a check", async (context) => {
  const marked = "打开。<!--lockstep:changed--> 再关闭。<!--lockstep:new-->";
  const folder = new Folder(context, {
    "zh/a.md": page(marked, sourceHashOf(ENGLISH)),
    "en/a.md": ENGLISH,
  });
  const { stdout, stderr, code } = await folder.lockstep([...STATUS, "--check"]);
  assert.equal(stdout, "current        zh/a.md  2 need work\n");
  assert.match(stderr, /^1 page: 1 current\. 2 need work\.$/m);
  assert.equal(code, 1);
});
