import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Folder } from "./run-in-folder.ts";

const SXS =
  '\uFEFF# <a name="set-up"></a><span data-ttu-id="1a2b3-103">设置</span><span class="sxs-lookup"><span data-stu-id="1a2b3-103">Set up</span></span>\r\n\r\n结束';
const CLEAN = '\uFEFF# <a name="set-up"></a>设置\r\n\r\n结束';

test("--out writes the clean form of pages and copies everything else", async (context) => {
  const picture = new Uint8Array([0x89, 0x50, 0xff, 0x00]);
  const folder = new Folder(context, { "zh/docs/a.md": SXS, "zh/b.md": "# B\n", "zh/media/x.png": picture });
  const { code, stdout, stderr } = await folder.lockstep(["strip", "zh", "--out", "out"]);
  assert.deepEqual([code, stdout, stderr], [0, "", "1 page stripped, 2 other files copied.\n"]);
  assert.equal(folder.read("out/docs/a.md"), CLEAN);
  assert.equal(folder.read("out/b.md"), "# B\n");
  assert.deepEqual(new Uint8Array(readFileSync(join(folder.path, "out/media/x.png"))), picture);
  assert.equal(folder.read("zh/docs/a.md"), SXS, "the input is left alone");
});

test("the output may lie in the folder that is read", async (context) => {
  const folder = new Folder(context, { "a.md": SXS });
  await folder.lockstep(["strip", ".", "--out", "out"]);
  await folder.lockstep(["strip", ".", "--out", "out"]);
  assert.equal(folder.read("out/a.md"), CLEAN);
  assert.equal(existsSync(join(folder.path, "out/out")), false);
});

test("--write strips in place and leaves other files alone", async (context) => {
  const folder = new Folder(context, { "a.md": SXS, "b.md": "# B\n" });
  const { code, stderr } = await folder.lockstep(["strip", ".", "--write"]);
  assert.deepEqual([code, stderr], [0, "1 page stripped.\n"]);
  assert.equal(folder.read("a.md"), CLEAN);
});

test("the JSON summary says what became of each file", async (context) => {
  const folder = new Folder(context, { "a.md": SXS, "b.md": "# B\n" });
  const { stdout } = await folder.lockstep(["strip", ".", "--out", "out", "--format", "json"]);
  assert.deepEqual(JSON.parse(stdout), {
    version: 1,
    files: [
      { file: "a.md", action: "stripped" },
      { file: "b.md", action: "copied" },
    ],
  });
});

test("--out and --write exclude each other, and --out is not the input", async (context) => {
  const folder = new Folder(context, { "a.md": SXS });
  assert.equal((await folder.lockstep(["strip", ".", "--out", "x", "--write"])).code, 2);
  assert.equal((await folder.lockstep(["strip", ".", "--out", "."])).code, 2);
  assert.equal(folder.read("a.md"), SXS);
});

test("a page that cannot be read is named and the others are done", async (context) => {
  const folder = new Folder(context, { "in/a.md": new Uint8Array([0xff, 0x80]), "in/b.md": SXS });
  const { code, stderr } = await folder.lockstep(["strip", "in", "--out", "out"]);
  assert.equal(code, 2);
  assert.match(stderr, /`in\/a\.md` is not UTF-8/);
  assert.equal(folder.read("out/b.md"), CLEAN);
});

test("nothing is written through a link out of the output folder", async (context) => {
  const folder = new Folder(context, { "in/docs/a.md": SXS, "victim/keep.txt": "" });
  mkdirSync(join(folder.path, "out"));
  symlinkSync(join(folder.path, "victim"), join(folder.path, "out/docs"));
  const { code, stderr } = await folder.lockstep(["strip", "in", "--out", "out"]);
  assert.equal(code, 2);
  assert.match(stderr, /a symbolic link leads out of the root/);
  assert.equal(existsSync(join(folder.path, "victim/a.md")), false);
});

test("no folder is made for what is not there", async (context) => {
  const folder = new Folder(context, {});
  const { code, stderr } = await folder.lockstep(["strip", "nowhere", "--out", "out", "--quiet"]);
  assert.deepEqual(
    [code, stderr],
    [2, "lockstep: `nowhere` cannot be read: there is no such file or folder.\n"],
  );
  assert.equal(existsSync(join(folder.path, "out")), false);
});

test("an output folder that cannot be made is named with the reason", async (context) => {
  const folder = new Folder(context, { "in/a.md": SXS, "file.txt": "" });
  const reasons = {
    "file.txt": "there is a file of that name",
    "file.txt/x/y": "a part of the path is a file, not a folder",
  };
  for (const [out, reason] of Object.entries(reasons)) {
    assert.deepEqual(await folder.lockstep(["strip", "in", "--out", out]), {
      code: 2,
      stdout: "",
      stderr: `lockstep: The folder \`${out}\` cannot be made: ${reason}.\n`,
    });
  }
});

test(
  "a place where the system makes no folders is refused at once",
  { skip: process.platform !== "linux" },
  async (context) => {
    const folder = new Folder(context, { "in/a.md": SXS });
    const { code, stderr } = await folder.lockstep(["strip", "in", "--out", "/proc/x/y"]);
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^lockstep: The folder `\/proc\/x\/y` cannot be made: the system makes no folders there\.\n$/,
    );
  },
);

test("--out is refused where the English pages are", async (context) => {
  const folder = new Folder(context, {
    "zh-cn/a.md": SXS,
    "en-us/a.md": "# Set up\n",
    "english/a.md": "# Set up\n",
  });
  for (const args of [
    ["zh-cn", "--out", "en-us"],
    ["zh-cn", "--out", "english", "--source", "english"],
    ["zh-cn", "--out", "english/sub", "--source", "english"],
    // The English pages stand in the folder that is read.
    [".", "--out", "en-us"],
  ]) {
    folder.write("english/sub/x.txt", "x");
    const { code, stderr } = await folder.lockstep(["strip", ...args]);
    assert.equal(code, 2, args.join(" "));
    assert.match(stderr, /`--out` lies in the English pages/);
  }
  assert.equal(folder.read("en-us/a.md"), "# Set up\n");
  assert.equal(folder.read("english/a.md"), "# Set up\n");
});

test("--out says how many files of other content it wrote over", async (context) => {
  const folder = new Folder(context, {
    "zh/a.md": SXS,
    "zh/x.txt": "x",
    "out/a.md": "Notes.\n",
    "out/x.txt": "y",
  });
  const first = await folder.lockstep(["strip", "zh", "--out", "out"]);
  assert.match(first.stderr, /^2 files there had other content and were overwritten\.$/m);
  const second = await folder.lockstep(["strip", "zh", "--out", "out"]);
  assert.equal(second.stderr, "1 page stripped, 1 other file copied.\n");
});
