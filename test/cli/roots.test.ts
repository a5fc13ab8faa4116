import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Folder } from "./run-in-folder.ts";

const INSECURE = "[a](http://docs.microsoft.com/a)\n";
const SECURE = "[a](https://docs.microsoft.com/a)\n";
const RULE = ["--rule", "link/insecure-link"];
const NO_UTF8 = new Uint8Array([0x23, 0xff, 0x80]);

/** `path:line` of each finding. */
function places(stdout: string): string[] {
  return stdout.split("\n").flatMap((line) => /^\S+?:\d+/.exec(line) ?? []);
}

test("a text that is named by itself is checked", async (context) => {
  const files = ["notes.txt", ".hidden.md", "NOTES", "A.MD", "other.txt"];
  const folder = new Folder(context, Object.fromEntries(files.map((file) => [file, INSECURE])));
  const { stdout, stderr } = await folder.lockstep(["check", ...files.slice(0, 4), ...RULE]);
  assert.deepEqual(places(stdout), [".hidden.md:1", "A.MD:1", "NOTES:1", "notes.txt:1"]);
  assert.match(stderr, /in 4 pages\./);
});

test("a file that is no page is not read as one, and the others are checked all the same", async (context) => {
  const folder = new Folder(context, { "a.md": INSECURE, "toc.yml": INSECURE, "media/hub.svg": INSECURE });
  for (const name of ["media/hub.svg", "toc.yml"]) {
    const { code, stdout, stderr } = await folder.lockstep(["check", "a.md", name, "--quiet", ...RULE]);
    assert.deepEqual([code, places(stdout)], [2, ["a.md:1"]]);
    assert.equal(
      stderr,
      `lockstep: \`${name}\` is no page: pages are Markdown (\`.md\`, \`.markdown\`) or text (\`.txt\`).\n`,
    );
  }
});

test("files are named by the shortest way from where the command was run", async (context) => {
  const folder = new Folder(context, { "a/b/x.md": INSECURE, "a/y.md": INSECURE, "c/z.md": INSECURE });
  const check = async (path: string) =>
    places((await folder.lockstep(["check", path, ...RULE], { from: "a/b" })).stdout);
  assert.deepEqual(await check("."), ["x.md:1"]);
  assert.deepEqual(await check(".."), ["x.md:1", "../y.md:1"]);
  assert.deepEqual(await check("../../c"), ["../../c/z.md:1"]);
});

test("a page that nobody asked for and that cannot be read is worth a note", async (context) => {
  const folder = new Folder(context, { "docs/good.md": INSECURE, "docs/bad.md": NO_UTF8 });
  const one = await folder.lockstep(["check", "docs/good.md", "--quiet", ...RULE]);
  assert.deepEqual([one.code, one.stderr], [0, ""]);
  assert.match(
    (await folder.lockstep(["check", "docs/good.md"])).stderr,
    /^lockstep: `docs\/bad\.md` is not UTF-8/,
  );
  for (const path of ["docs", "docs/bad.md"]) {
    const { code, stderr } = await folder.lockstep(["check", path, "--quiet"]);
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^lockstep: `docs\/bad\.md` is not UTF-8[^\n]+\n$/,
      "once, by the name that was used",
    );
  }
});

test("so it is for an English page that nobody asked for", async (context) => {
  const folder = new Folder(context, {
    "zh/a.md": "A.\n",
    "zh/b.md": "B.\n",
    "en/a.md": "A.\n",
    "en/b.md": NO_UTF8,
  });
  const check = async (path: string) => (await folder.lockstep(["check", path, "--source", "en"])).code;
  assert.deepEqual([await check("zh/a.md"), await check("zh/b.md"), await check("zh")], [0, 2, 2]);
});

test("a link that leads out of its folder is refused, also when it is named by itself", async (context) => {
  const folder = new Folder(context, {
    "secret/s.md": INSECURE,
    "docs/a.md": INSECURE,
    "docs/.lockstep.json": "{}",
  });
  symlinkSync(join(folder.path, "secret/s.md"), join(folder.path, "docs/link.md"));
  symlinkSync(join(folder.path, "secret"), join(folder.path, "docs/link"));
  symlinkSync(join(folder.path, "docs/a.md"), join(folder.path, "docs/same.md"));
  for (const path of ["docs/link.md", "docs/link/s.md"]) {
    const { code, stdout, stderr } = await folder.lockstep(["check", path, "--fix", "--write", ...RULE]);
    assert.deepEqual([code, stdout], [2, ""]);
    assert.ok(
      stderr.startsWith(
        `lockstep: \`${path}\` is reached through a symbolic link that leads out of \`docs\`.`,
      ),
    );
    const rooted = await folder.lockstep(["check", "--root", "docs", path, "--fix", "--write", ...RULE]);
    assert.equal(rooted.code, 2);
  }
  assert.equal(folder.read("secret/s.md"), INSECURE);

  await folder.lockstep(["check", "docs/same.md", "--fix", "--write", ...RULE]);
  assert.equal(folder.read("docs/a.md"), SECURE, "inside the root a link is followed");
});

test("of two folders, one in the other, the outer one is the root of both", async (context) => {
  const folder = new Folder(context, { "ov/a.md": INSECURE, "ov/sub/b.md": INSECURE });
  for (const paths of [
    ["ov", "ov/sub"],
    ["ov/sub", "ov"],
    ["ov/sub/b.md", "ov", "ov/a.md"],
    ["ov", "./ov", join(folder.path, "ov")],
  ]) {
    const { stdout } = await folder.lockstep(["check", ...paths, ...RULE]);
    assert.deepEqual(places(stdout), ["ov/a.md:1", "ov/sub/b.md:1"]);
  }
  const { stdout } = await folder.lockstep(["check", "ov/sub", "ov", "--fix", ...RULE]);
  assert.equal(stdout.match(/^\+\+\+ /gm)?.length, 2);
  await folder.lockstep(["check", "ov", "ov/sub", "--fix", "--write", ...RULE]);
  assert.deepEqual([folder.read("ov/a.md"), folder.read("ov/sub/b.md")], [SECURE, SECURE]);
});

test("pages of several roots that are named by themselves say which root is theirs", async (context) => {
  const folder = new Folder(context, { "zh/a.md": INSECURE, "ja/a.md": INSECURE, "ja/b.md": INSECURE });
  const { stdout } = await folder.lockstep(["check", "zh/a.md", "ja/a.md", "--format", "json", ...RULE]);
  const { findings } = JSON.parse(stdout) as { findings: { root: string; file: string }[] };
  assert.deepEqual(
    findings.map(({ root, file }) => `${root}:${file}`),
    ["zh:a.md", "ja:a.md"],
  );
});

test(
  "what is neither a file nor a folder is not waited for",
  { skip: process.platform === "win32" },
  async (context) => {
    const folder = new Folder(context, {});
    const { code, stderr } = await folder.lockstep(["check", "/dev/null"]);
    assert.deepEqual(
      [code, stderr.split("\n")[0]],
      [2, "lockstep: `/dev/null` cannot be read: it is neither a file nor a folder."],
    );
  },
);

test("a circle of links is named", async (context) => {
  const folder = new Folder(context, {});
  mkdirSync(join(folder.path, "docs"));
  symlinkSync("b.md", join(folder.path, "docs/a.md"));
  symlinkSync("a.md", join(folder.path, "docs/b.md"));
  const { code, stderr } = await folder.lockstep(["segments", "docs/a.md"]);
  assert.equal(code, 2);
  assert.match(stderr, /its symbolic links run in a circle/);
});

test("where no page was checked, none is called fine", async (context) => {
  const folder = new Folder(context, { "bad.md": NO_UTF8, "empty/a.png": "" });
  assert.match(
    (await folder.lockstep(["check", "bad.md"])).stderr,
    /is not UTF-8.*\nNo pages were checked\.\n$/,
  );
  assert.deepEqual(await folder.lockstep(["check", "empty"]), {
    code: 0,
    stdout: "",
    stderr: "No pages were checked.\n",
  });
});
