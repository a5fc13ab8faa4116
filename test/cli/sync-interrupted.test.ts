import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, watch } from "node:fs";
import { join } from "node:path";
import { after, before, test, type TestContext } from "node:test";
import { englishPage, translationOf } from "../localized-page.ts";
import { buildProgram } from "./build-program.ts";
import { Folder } from "./run-in-folder.ts";

const PAGES = 300;
const SYNC = ["sync", "zh", "--source", "en", "--base", "old"];

let program = "";

before(async () => {
  program = await buildProgram();
  // The processes below inherit it: nothing is left in the developer's cache.
  process.env["LOCKSTEP_CACHE_DIR"] = join(program, "cache");
});

after(() => {
  rmSync(program, { recursive: true, force: true });
});

/** The sentences of a page; no two pages have the same ones. */
function sentencesOf(nth: number): string[] {
  return ["one", "two", "three"].map((word) => `Fox ${nth} tells story number ${word} of the cold winter.`);
}

/** Three hundred pages with a new sentence each; every tenth is moved as well, and notes link there. */
function makeFiles(): Record<string, string> {
  const files: Record<string, string> = {};
  for (let nth = 0; nth < PAGES; nth++) {
    const isMoved = nth % 10 === 0;
    const english = englishPage(`Fox ${nth}`, sentencesOf(nth));
    if (isMoved) files[`zh/notes-${nth}.md`] = `# 笔记\n\n[狐狸](fox-${nth}.md)\n`;
    files[`old/fox-${nth}.md`] = english;
    files[`en/${isMoved ? "moved/" : ""}fox-${nth}.md`] = englishPage(`Fox ${nth}`, [
      ...sentencesOf(nth),
      "Spring came late that year.",
    ]);
    files[`zh/fox-${nth}.md`] = translationOf(sentencesOf(nth), english, String(10_000_000 + nth));
  }
  return files;
}

/** All files of a folder, without those that a program that was cut off has not finished. */
function readAll(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || entry.name.startsWith(".lockstep-")) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8"));
  }
  return found;
}

/** Runs the sync and kills it once so many changes of the folder have been seen. */
function runAndKill(cwd: string, changes: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(program, "dist/cli.js"), ...SYNC, "--write", "--quiet"], {
      cwd,
      stdio: "ignore",
    });
    let seen = 0;
    const watcher = watch(join(cwd, "zh"), () => {
      seen += 1;
      if (seen === changes) child.kill("SIGKILL");
    });
    child.on("error", reject).on("exit", () => {
      watcher.close();
      resolve();
    });
  });
}

test("a sync that is killed leaves every file old or new, and the next one completes it", async (context) => {
  const files = makeFiles();
  const folder = new Folder(context, files);
  const reference = join(folder.path, "reference");
  mkdirSync(reference);
  for (const name of ["old", "en", "zh"]) {
    cpSync(join(folder.path, name), join(reference, name), { recursive: true });
  }
  const before = readAll(join(folder.path, "zh"));
  const run = (cwd: string): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, [join(program, "dist/cli.js"), ...SYNC, "--write", "--quiet"], { cwd });
  const { status, stderr } = run(reference);
  assert.equal(status, 0, String(stderr));
  const wanted = readAll(join(reference, "zh"));
  assert.ok(wanted.has("moved/fox-0.md") && !wanted.has("fox-0.md"));
  assert.ok(wanted.get("notes-0.md")?.includes("(moved/fox-0.md)"));

  for (const changes of [1, 300]) {
    await runAndKill(folder.path, changes);
    const now = readAll(join(folder.path, "zh"));
    for (const [path, text] of now) {
      assert.ok(text === before.get(path) || text === wanted.get(path), `${path} is neither old nor new`);
    }
    for (const path of before.keys()) {
      assert.ok(now.has(path) || now.get(`moved/${path}`) === wanted.get(`moved/${path}`), `${path} is gone`);
    }
  }
  assert.equal(run(folder.path).status, 0);
  assert.deepEqual(readAll(join(folder.path, "zh")), wanted);
});

/** A big page and a small one, both with something new. */
function bigAndSmall(): Record<string, string> {
  const sentences = Array.from(
    { length: 180 },
    (_, nth) => `Fox ${nth} tells a long story of the cold winter.`,
  );
  const few = sentences.slice(0, 2);
  const more = "Spring came late that year.";
  return {
    "old/big.md": englishPage("Foxes", sentences),
    "en/big.md": englishPage("Foxes", [...sentences, more]),
    "zh/big.md": translationOf(sentences, englishPage("Foxes", sentences)),
    "old/small.md": englishPage("Foxes", few),
    "en/small.md": englishPage("Foxes", [...few, more]),
    "zh/small.md": translationOf(few, englishPage("Foxes", few)),
  };
}

function checkBigIsOld(
  folder: Folder,
  files: Record<string, string>,
  status: number | null,
  stderr: string,
): void {
  assert.equal(status, 2, stderr);
  assert.equal(folder.read("zh/big.md"), files["zh/big.md"]);
  assert.ok(folder.read("zh/small.md").includes("<!--lockstep:new-->"), "the other page is done");
  assert.deepEqual(
    readdirSync(join(folder.path, "zh")).sort(),
    ["big.md", "small.md"],
    "nothing is left behind",
  );
}

test("a page for which the disk has no room stays as it is, and the others are done", (context: TestContext) => {
  const files = bigAndSmall();
  const folder = new Folder(context, files);
  const disk = join(folder.path, "zh");
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]);
  if (mounted.status !== 0) {
    context.skip("a small disk takes the right to mount one");
    return;
  }
  try {
    // What the pages leave free is too little for a second big one.
    for (const name of ["big.md", "small.md"]) folder.write(`zh/${name}`, files[`zh/${name}`] ?? "");
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(program, "dist/cli.js"), ...SYNC, "--write"],
      {
        cwd: folder.path,
        encoding: "utf8",
      },
    );
    assert.match(
      stderr,
      /`zh\/big\.md` cannot be written: the disk is full; free some space and try again\./,
    );
    checkBigIsOld(folder, files, status, stderr);
  } finally {
    spawnSync("umount", [disk]);
  }
});

test("a page that is cut off while it is written stays as it is", (context: TestContext) => {
  const files = bigAndSmall();
  const folder = new Folder(context, files);
  if (process.platform === "win32" || !existsSync("/bin/sh")) {
    context.skip("a limit for the size of files takes a shell of Unix");
    return;
  }
  // Blocks of 512 bytes: enough for the small page.
  const command = `ulimit -f 16; exec "$0" "$@"`;
  const { status, stderr } = spawnSync(
    "/bin/sh",
    ["-c", command, process.execPath, join(program, "dist/cli.js"), ...SYNC, "--write"],
    { cwd: folder.path, encoding: "utf8" },
  );
  assert.match(stderr, /`zh\/big\.md` cannot be written: /);
  checkBigIsOld(folder, files, status, stderr);
});
