import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Folder } from "./run-in-folder.ts";

const BEFORE = "\uFEFF# Links\r\n\r\n[a](http://docs.microsoft.com/a), [b](http://docs.microsoft.com/b).";
const AFTER = "\uFEFF# Links\r\n\r\n[a](https://docs.microsoft.com/a), [b](https://docs.microsoft.com/b).";
const RULE = ["--rule", "link/insecure-link"];

test("--fix prints a unified diff and writes nothing", async (context) => {
  const folder = new Folder(context, { "docs/a.md": BEFORE, "docs/b.md": "# Fine\n" });
  const { code, stdout, stderr } = await folder.lockstep(["check", "docs", "--fix", ...RULE]);
  assert.equal(code, 0);
  assert.equal(
    stdout,
    "--- a/docs/a.md\n+++ b/docs/a.md\n@@ -1,3 +1,3 @@\n \uFEFF# Links\r\n \r\n" +
      "-[a](http://docs.microsoft.com/a), [b](http://docs.microsoft.com/b).\n\\ No newline at end of file\n" +
      "+[a](https://docs.microsoft.com/a), [b](https://docs.microsoft.com/b).\n\\ No newline at end of file\n",
  );
  assert.equal(stderr, "2 fixes found. Nothing is left in 2 pages.\n");
  assert.equal(folder.read("docs/a.md"), BEFORE);
});

test("--fix --write keeps byte order mark, line ends, mode and the missing final newline", async (context) => {
  const folder = new Folder(context, { "a.md": BEFORE });
  chmodSync(join(folder.path, "a.md"), 0o640);
  const { code, stdout } = await folder.lockstep(["check", "--fix", "--write", ...RULE]);
  assert.deepEqual([code, stdout], [0, ""]);
  assert.equal(folder.read("a.md"), AFTER);
  assert.equal(statSync(join(folder.path, "a.md")).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(folder.path), ["a.md"], "no temporary file is left");
});

test("the summary speaks of fixes where there are any", async (context) => {
  const folder = new Folder(context, {
    "fine.md": "# Fine\n",
    "broken.md": "[a](none.md)\n",
  });
  const summary = async (...args: string[]) =>
    (await folder.lockstep(["check", "--fix", "--write", ...args])).stderr;
  assert.equal(await summary("fine.md", ...RULE), "No problems in 1 page.\n");
  assert.equal(
    await summary("broken.md", "--rule", "link/file-not-found"),
    "No fixes found. 1 warning in 1 page.\n",
  );
});

test("a page without fixes is not written", async (context) => {
  const folder = new Folder(context, { "a.md": "# Fine\n" });
  const before = statSync(join(folder.path, "a.md")).mtimeMs;
  await folder.lockstep(["check", "--fix", "--write"]);
  assert.equal(statSync(join(folder.path, "a.md")).mtimeMs, before);
});

test("the JSON report carries the diff and what is left", async (context) => {
  const folder = new Folder(context, { "a.md": BEFORE });
  const { stdout } = await folder.lockstep(["check", "--fix", "--format", "json", ...RULE]);
  const report = JSON.parse(stdout) as { findings: unknown[]; diff: string };
  assert.deepEqual(report.findings, []);
  assert.match(report.diff, /^--- a\/a\.md\n/);
});

test("a format without a place for the diff is refused", async (context) => {
  const folder = new Folder(context, { "a.md": BEFORE });
  const { code, stderr } = await folder.lockstep(["check", "--fix", "--format", "sarif"]);
  assert.equal(code, 2);
  assert.match(stderr, /prints a diff/);
});

test(
  "a page that cannot be written is named and the others are done",
  { skip: process.platform === "win32" },
  async (context) => {
    const folder = new Folder(context, { "a.md": BEFORE, "b.md": BEFORE });
    chmodSync(join(folder.path, "a.md"), 0o444);
    const { code, stdout, stderr } = await folder.lockstep(["check", "--fix", "--write", ...RULE]);
    assert.equal(code, 2);
    assert.match(stderr, /`a\.md` cannot be written: it is read-only/);
    assert.match(stderr, /^2 fixes applied\. What is left: 2 warnings in 2 pages\./m);
    assert.match(stdout, /^a\.md:3:5 warning/, "its findings are still there");
    assert.deepEqual([folder.read("a.md"), folder.read("b.md")], [BEFORE, AFTER]);
  },
);

test("--fix --write leaves a page alone that somebody has saved since it was read", async (context) => {
  const folder = new Folder(context, { "a.md": BEFORE, "b.md": BEFORE });
  const { code, stderr } = await folder.lockstep(["check", "--fix", "--write", ...RULE], {
    isTerminal: true,
    onStderr: (text) => {
      // By then all pages are read.
      if (text.includes("Checking")) folder.write("b.md", `${BEFORE}\n\nSaved meanwhile.\n`);
    },
  });
  assert.equal(code, 2);
  assert.match(
    stderr,
    /lockstep: `b\.md` has changed since it was read, and stays as it is; run the check again\./,
  );
  assert.equal(folder.read("a.md"), AFTER);
  assert.equal(folder.read("b.md"), `${BEFORE}\n\nSaved meanwhile.\n`);
});

test("the diff of a file with a blank in its name is one that `patch` and `git apply` take", async (context) => {
  const folder = new Folder(context, { "my docs/a b.md": BEFORE, "my docs/c.md": BEFORE });
  const { stdout } = await folder.lockstep(["check", "--fix", ...RULE]);
  // As Git writes it: a tab ends the name.
  assert.match(stdout, /^--- a\/my docs\/a b\.md\t\n\+\+\+ b\/my docs\/a b\.md\t\n@@/);
  const applied = spawnSync("git", ["apply", "-"], { cwd: folder.path, input: stdout, encoding: "utf8" });
  assert.deepEqual([applied.status, applied.stderr], [0, ""]);
  assert.equal(folder.read("my docs/a b.md"), AFTER);
  assert.equal(folder.read("my docs/c.md"), AFTER);
});
