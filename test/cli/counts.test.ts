import assert from "node:assert/strict";
import childProcess from "node:child_process";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { basename, join } from "node:path";
import { mock, test, type TestContext } from "node:test";
import { FileTexts } from "../../server/src/io/file-texts.ts";
import { Folder } from "./run-in-folder.ts";

/** What a run of `lockstep` asked of the machine, by the names of files. */
interface Counts {
  readonly read: string[];
  readonly parsed: string[];
  readonly processes: number;
}

async function count(
  context: TestContext,
  folder: Folder,
  ...[args, options]: Parameters<Folder["lockstep"]>
): Promise<Counts> {
  const read = mock.method(fs, "readFileSync");
  const spawn = mock.method(childProcess, "spawn");
  const text = mock.method(FileTexts.prototype, "get");
  syncBuiltinESMExports();
  context.after(() => {
    mock.restoreAll();
    syncBuiltinESMExports();
  });
  await folder.lockstep(args, options);
  return {
    read: read.mock.calls
      .map(({ arguments: [path] }) => String(path))
      .filter((path) => path.startsWith(folder.path))
      .map((path) => basename(path))
      .sort(),
    parsed: text.mock.calls.map(({ arguments: [path] }) => path).sort(),
    processes: spawn.mock.callCount(),
  };
}

const LINKS = "[a](a.md#a) [b](b.md#b) [c](c.md#c) [d](d.md#gone)\n";
const NAMES = ["a.md", "b.md", "c.md", "d.md"];

test("a check reads and parses each page once, whichever pages link to which, and starts no process outside of Git", async (context) => {
  const pages = NAMES.map((name) => [`docs/${name}`, `# ${name.slice(0, 1)}\n\n${LINKS}`]);
  const folder = new Folder(context, Object.fromEntries(pages) as Record<string, string>);
  const { read, parsed, processes } = await count(context, folder, ["check", "docs"]);
  assert.deepEqual(read, NAMES);
  assert.deepEqual(parsed, NAMES);
  assert.equal(processes, 0);
});

test("a second check reads each page once, parses none and starts no process", async (context) => {
  const pages = NAMES.map((name) => [`docs/${name}`, `# ${name.slice(0, 1)}\n\n${LINKS}`]);
  const folder = new Folder(context, Object.fromEntries(pages) as Record<string, string>);
  const env = { LOCKSTEP_CACHE_DIR: join(folder.path, "cache") };
  await folder.lockstep(["check", "docs"], { env });
  const { read, parsed, processes } = await count(context, folder, ["check", "docs"], { env });
  assert.deepEqual(
    read.filter((name) => name.endsWith(".md")),
    NAMES,
  );
  assert.equal(read.length, NAMES.length + 1, "and what was kept");
  assert.deepEqual(parsed, []);
  assert.equal(processes, 0);
});

test("English pages are parsed where a page needs them, and no others", async (context) => {
  const folder = new Folder(context, {
    "docs.zh-cn/a.md": "# A\n\n[b](b.md#b)\n",
    "docs/a.md": "# A\n",
    "docs/b.md": "# B\n",
    "docs/c.md": "# C\n",
  });
  const { read, parsed } = await count(context, folder, ["check", "docs.zh-cn"]);
  assert.deepEqual(read, ["a.md", "a.md", "b.md", "c.md"]);
  assert.ok(parsed.includes("b.md") && !parsed.includes("c.md"));
});
