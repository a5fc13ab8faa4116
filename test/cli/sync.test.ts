import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { englishPage, localizedPage, pair, translationOf } from "../localized-page.ts";
import { Folder } from "./run-in-folder.ts";

const BASE = "---\ntitle: Foxes\n---\n\nThe fox ran.\n";
const CURRENT = "---\ntitle: Foxes\n---\n\nThe fox ran. The dog slept.\n";

function pageOf(body: string, english = BASE): string {
  return localizedPage({ english, body });
}

const FOX = pair(102, "狐狸跑了。", "The fox ran.");
const SXS = pageOf(FOX);
const FILES = { "zh/a.md": SXS, "en/a.md": CURRENT, "old/a.md": BASE };
const SYNC = ["sync", "zh", "--source", "en", "--base", "old"];
const SYNCED = `${FOX} ${pair(103, "The dog slept.", "The dog slept.")}<!--lockstep:new-->\n`;

test("prints a diff and leaves the files alone", async (context) => {
  const folder = new Folder(context, FILES);
  const { code, stdout, stderr } = await folder.lockstep(SYNC);
  assert.equal(code, 0, stderr);
  assert.match(stdout, /^diff --git a\/a\.md b\/a\.md\n--- a\/a\.md\n\+\+\+ b\/a\.md\n/);
  assert.ok(stdout.includes(`+${SYNCED}`), stdout);
  assert.match(
    stderr,
    /1 page, 1 to update: segments 1 kept, 0 reused, 1 new, 0 changed, 0 removed; 0 conflicts\.\n$/,
  );
  assert.equal(folder.read("zh/a.md"), SXS);
});

test("git takes the diff of a page that only moves, and of the pages behind it", async (context) => {
  const sentences = ["The fox ran.", "The hare sat.", "Both of them woke up late."];
  const english = englishPage("Foxes", sentences);
  const page = translationOf(sentences, english);
  const moves = { "old/a.md": english, "en/b/a.md": english, "zh/a.md": page };
  const folder = new Folder(context, { ...moves, "old/c.md": BASE, "en/c.md": CURRENT, "zh/c.md": SXS });
  const { stdout } = await folder.lockstep(SYNC);
  const zh = join(folder.path, "zh");
  const applied = spawnSync("git", ["apply", "-"], { cwd: zh, input: stdout, encoding: "utf8" });
  assert.deepEqual([applied.status, applied.stderr], [0, ""], stdout);
  assert.equal(folder.read("zh/b/a.md"), page);
  assert.ok(folder.read("zh/c.md").endsWith(SYNCED));
});

test("--write writes in place, and a second run changes nothing", async (context) => {
  const folder = new Folder(context, FILES);
  await folder.lockstep([...SYNC, "--write"]);
  const once = folder.read("zh/a.md");
  assert.ok(once.endsWith(SYNCED), once);
  const { stdout } = await folder.lockstep([...SYNC, "--write", "--format", "json"]);
  assert.equal((JSON.parse(stdout) as { documents: { action: string }[] }).documents[0]?.action, "unchanged");
  assert.equal(folder.read("zh/a.md"), once);
});

test("--out writes there, with the same paths", async (context) => {
  const folder = new Folder(context, FILES);
  const { stdout } = await folder.lockstep([...SYNC, "--out", "result", "--no-marks"]);
  assert.equal(stdout, "");
  assert.ok(folder.read("result/a.md").endsWith(SYNCED.replace("<!--lockstep:new-->", "")));
  assert.equal(folder.read("zh/a.md"), SXS);
});

test("the JSON says what became of each page", async (context) => {
  const folder = new Folder(context, FILES);
  const { stdout } = await folder.lockstep([...SYNC, "--format", "json"]);
  assert.deepEqual(JSON.parse(stdout), {
    version: 1,
    documents: [
      {
        file: "a.md",
        action: "updated",
        ...{ kept: 1, carried: 0, reused: 0, new: 1, changed: 0, removed: 0 },
        conflicts: [],
        removedSegments: [],
      },
    ],
  });
});

test("a side-by-side page beside it gives the translation of a new sentence", async (context) => {
  const neighbour = pageOf(pair(102, "狗在睡觉。", "The dog slept."));
  const folder = new Folder(context, { ...FILES, "zh/b.md": neighbour, "en/b.md": BASE, "old/b.md": BASE });
  const { stdout } = await folder.lockstep(["sync", "zh/a.md", "--root", "zh", ...SYNC.slice(2)]);
  assert.ok(stdout.includes(`${pair(103, "狗在睡觉。", "The dog slept.")}<!--lockstep:reused-->`), stdout);
});

test("a clean page whose English is not to be had is refused, and the others are done", async (context) => {
  const folder = new Folder(context, { ...FILES, "zh/b.md": pageOf("狐狸跑了。"), "en/b.md": CURRENT });
  const { code, stderr, stdout } = await folder.lockstep(SYNC);
  assert.equal(code, 2);
  assert.match(stderr, /zh\/b\.md: Not synced: the English that it was made from is not to be had; /);
  assert.ok(stdout.includes("a.md"));
});

test("a clean page is synced with the English of --base", async (context) => {
  const folder = new Folder(context, { ...FILES, "zh/a.md": pageOf("狐狸跑了。") });
  const { stdout } = await folder.lockstep(SYNC);
  assert.ok(stdout.includes("+狐狸跑了。 The dog slept.<!--lockstep:new-->\n"), stdout);
});

test("a synced page counts as made from the English that it was synced with", async (context) => {
  const folder = new Folder(context, { ...FILES, "zh/a.md": pageOf("狐狸跑了。") });
  await folder.lockstep([...SYNC, "--write"]);
  const status = await folder.lockstep(["status", "zh", "--source", "en", "--format", "json"]);
  const { documents } = JSON.parse(status.stdout) as { documents: { state: string }[] };
  assert.equal(documents[0]?.state, "current");
  const check = await folder.lockstep([
    "check",
    "zh",
    "--source",
    "en",
    "--format",
    "json",
    "--rule",
    "source/*",
  ]);
  assert.deepEqual((JSON.parse(check.stdout) as { findings: unknown[] }).findings, []);
});

test("an English page that is gone is proposed for removal, never removed", async (context) => {
  const folder = new Folder(context, { ...FILES, "zh/b.md": SXS });
  const { code, stdout } = await folder.lockstep([...SYNC, "--write", "--format", "json"]);
  assert.equal(code, 1);
  const { documents } = JSON.parse(stdout) as { documents: { file: string; action: string }[] };
  assert.equal(documents.find(({ file }) => file === "b.md")?.action, "removed");
  assert.ok(existsSync(join(folder.path, "zh/b.md")));
});

test("a read-only page is named and stays as it is", async (context) => {
  const folder = new Folder(context, FILES);
  chmodSync(join(folder.path, "zh/a.md"), 0o444);
  const { code, stderr } = await folder.lockstep([...SYNC, "--write"]);
  assert.equal(code, 2);
  assert.match(stderr, /`zh\/a\.md` cannot be written: it is read-only/);
  assert.equal(folder.read("zh/a.md"), SXS);
});

test("--out and --write exclude each other, and --base has to be a folder", async (context) => {
  const folder = new Folder(context, FILES);
  assert.equal((await folder.lockstep([...SYNC, "--out", "x", "--write"])).code, 2);
  assert.equal((await folder.lockstep(["sync", "zh", "--base", "nowhere"])).code, 2);
});

test("--renumber gives ids that ascend where English put something between two", async (context) => {
  const sentences = ["The fox ran.", "The dog slept."];
  const old = englishPage("Foxes", sentences);
  const folder = new Folder(context, {
    "old/a.md": old,
    "en/a.md": englishPage("Foxes", ["The fox ran.", "A cat sat.", "The dog slept."]),
    "zh/a.md": translationOf(sentences, old),
  });
  const numbers = (): string[] =>
    Array.from(folder.read("out/a.md").matchAll(/data-ttu-id="4a5b6-(\d+)"/g), ([, number = ""]) => number);
  await folder.lockstep([...SYNC, "--out", "out"]);
  assert.deepEqual(numbers(), ["102", "104", "103"]);
  await folder.lockstep([...SYNC, "--out", "out", "--renumber"]);
  assert.deepEqual(numbers(), numbers().sort());
});

test("a page with a merge that nobody resolved, or with an empty English page, stays as it is", async (context) => {
  const unmerged = pageOf(
    `<<<<<<< HEAD\n${FOX}\n=======\n${pair(102, "狐跑。", "The fox ran.")}\n>>>>>>> other`,
  );
  const files = { ...FILES, "zh/a.md": unmerged, "zh/b.md": SXS, "en/b.md": "\n", "old/b.md": BASE };
  const folder = new Folder(context, files);
  const { code, stderr } = await folder.lockstep([...SYNC, "--write"]);
  assert.equal(code, 2);
  assert.match(stderr, /a\.md: Not synced: it has the markers of a merge/);
  assert.match(stderr, /b\.md: Not synced: its English page is empty/);
  assert.equal(folder.read("zh/a.md"), unmerged);
  assert.equal(folder.read("zh/b.md"), SXS);
});

test("--write names what left the pages", async (context) => {
  const both = pageOf(`${FOX} ${pair(103, "狗睡了。", "The dog slept.")}`, CURRENT);
  const english = CURRENT.replace("The fox ran. ", "");
  const folder = new Folder(context, {
    "zh/a.md": both,
    "old/a.md": CURRENT,
    "en/a.md": english,
    "zh/b.md": SXS,
  });
  const { stderr } = await folder.lockstep([...SYNC, "--write", "--remove"]);
  assert.match(stderr, /a\.md: removed, because its English is gone: 狐狸跑了。/);
  assert.match(stderr, /b\.md: removed, because its English page is gone/);
});

test("--out says how many files of other content it wrote over, and no more when they are the same", async (context) => {
  const folder = new Folder(context, { ...FILES, "result/a.md": "Somebody's notes.\n" });
  const first = await folder.lockstep([...SYNC, "--out", "result"]);
  assert.match(first.stderr, /^1 file there had other content and was overwritten\.$/m);
  const second = await folder.lockstep([...SYNC, "--out", "result"]);
  assert.ok(!second.stderr.includes("overwritten"), second.stderr);
});

test("--out is refused where it would write over what is read", async (context) => {
  const folder = new Folder(context, FILES);
  for (const out of ["zh", "en", "en/sub", "old"]) {
    const { code, stderr } = await folder.lockstep([...SYNC, "--out", out]);
    assert.equal(code, 2, out);
    assert.match(stderr, /`--out` (?:names the folder that is read|lies in the English pages)/);
  }
  assert.equal(folder.read("zh/a.md"), SXS);
  assert.equal(folder.read("en/a.md"), CURRENT);
});

test("--out is refused where the English pages stand in the folder that is read", async (context) => {
  const folder = new Folder(context, { "docs/en-us/a.md": CURRENT, "docs/zh-cn/a.md": SXS });
  for (const out of ["docs/en-us", "docs/en-us/sub"]) {
    const { code, stderr } = await folder.lockstep(["sync", "docs", "--out", out]);
    assert.equal(code, 2, out);
    assert.match(stderr, /`--out` lies in the English pages, `.*en-us`: name another folder/);
  }
});

test("what --out wrote into a folder of the root is no page of the root in the next run", async (context) => {
  const folder = new Folder(context, FILES);
  await folder.lockstep([...SYNC, "--out", "zh/result"]);
  const { stderr } = await folder.lockstep([...SYNC, "--out", "zh/result"]);
  assert.match(stderr, /^1 page, 1 updated/m);
  assert.ok(!existsSync(join(folder.path, "zh/result/result")));
});

test("--advance says where it did nothing, because nobody knows the commit", async (context) => {
  const folder = new Folder(context, { ...FILES, "zh/b.md": SXS, "en/b.md": CURRENT, "old/b.md": BASE });
  const { stderr, stdout } = await folder.lockstep([...SYNC, "--advance"]);
  assert.match(
    stderr,
    /^lockstep: zh\/a\.md and 1 other page: `--advance` did nothing, because no commit is known that has the English as it is now\. Commit the English pages, then sync again\.$/m,
  );
  assert.ok(!stdout.includes("+ms.sourcegitcommit"), stdout);
  const quiet = await folder.lockstep(SYNC);
  assert.ok(!quiet.stderr.includes("--advance"), quiet.stderr);
});

test("a page whose English has another letter case keeps its name, and is named", async (context) => {
  const folder = new Folder(context, { "zh/a.md": SXS, "en/A.md": CURRENT, "old/a.md": BASE });
  const { stderr } = await folder.lockstep([...SYNC, "--write"]);
  assert.match(
    stderr,
    /^lockstep: zh\/a\.md: English has it as `A\.md`, in another letter case; the page keeps its name\. Rename it with `git mv`\.$/m,
  );
  assert.ok(folder.read("zh/a.md").endsWith(SYNCED));
});
