import assert from "node:assert/strict";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { fileSystem } from "../../server/src/io/file-system.ts";
import { findFiles, findFilesAt, findFilesInBackground } from "../../server/src/io/find-files.ts";
import { loadConfig } from "../../server/src/io/load-config.ts";
import { loadWorkspace } from "../../server/src/io/load-workspace.ts";
import { readPage, readPageInBackground } from "../../server/src/io/read-page.ts";
import { writeAtomically } from "../../server/src/io/write-atomically.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lockstep-io-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, content: string | Buffer = ""): string {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
  return full;
}

test("tool folders and hidden ones are left out, in both ways to walk", async () => {
  for (const path of ["b.md", "a/x.md", "a/.y.md", ".git/z.md", "node_modules/p/readme.md", ".vscode/v.md"])
    put(path);
  for (const path of [".openpublishing.redirection.json", ".lockstep.json", "docfx.json", "media/p.png"])
    put(path);
  const expected = [
    ".lockstep.json",
    ".openpublishing.redirection.json",
    "a/x.md",
    "b.md",
    "docfx.json",
    "media/p.png",
  ];
  assert.deepEqual(findFiles(folder), { paths: expected, problems: [] });
  assert.deepEqual(await findFilesInBackground(folder), { paths: expected, problems: [] });
});

test("no symbolic link is followed out of the root or in a circle", async () => {
  const root = join(folder, "root");
  put("root/a.md");
  put("outside/secret.md");
  symlinkSync(join(root, "a.md"), join(root, "same.md"));
  symlinkSync(join(folder, "outside/secret.md"), join(root, "out.md"));
  symlinkSync(join(folder, "outside"), join(root, "outside"));
  symlinkSync(root, join(root, "circle"));
  symlinkSync(join(root, "nowhere.md"), join(root, "broken.md"));
  assert.deepEqual(findFiles(root), { paths: ["a.md", "same.md"], problems: [] });
  assert.deepEqual(await findFilesInBackground(root), { paths: ["a.md", "same.md"], problems: [] });
});

test("what stands at a path is what a walk through the whole root would find there", async () => {
  const root = join(folder, "root");
  for (const path of [
    "docs/a.md",
    "docs/sub/b.md",
    "docs/.git/c.md",
    "node_modules/d.md",
    ".openpublishing.x.json",
  ])
    put(`root/${path}`);
  put("outside/secret.md");
  symlinkSync(join(root, "docs/a.md"), join(root, "same.md"));
  symlinkSync(join(folder, "outside/secret.md"), join(root, "docs/out.md"));
  symlinkSync(join(folder, "outside"), join(root, "outside"));
  symlinkSync(join(root, "docs"), join(root, "linked"));
  assert.deepEqual(await findFilesAt(root, "docs"), ["docs/a.md", "docs/sub/b.md"]);
  for (const path of ["docs/a.md", "same.md", ".openpublishing.x.json"])
    assert.deepEqual(await findFilesAt(root, path), [path]);
  const none = ["docs/out.md", "outside", "outside/secret.md", "linked", "linked/a.md", "docs/a.md/x.md"];
  for (const path of [...none, "docs/.git/c.md", "node_modules", "node_modules/d.md", "gone", "gone/e.md"])
    assert.deepEqual(await findFilesAt(root, path), [], path);
});

test("a folder that is not there is a problem, not an exception", async () => {
  const gone = join(folder, "gone");
  const problem = "The folder `docs/` cannot be read: there is no such file or folder.";
  const expected = { paths: [], problems: [{ path: "", problem }] };
  const nameOf = (path: string): string => `docs/${path}`;
  assert.deepEqual(findFiles(gone, nameOf), expected);
  assert.deepEqual(await findFilesInBackground(gone, nameOf), expected);
});

test("a page is read with its byte order mark and its line ends", async () => {
  const path = put("a.md", "\uFEFF一\r\n🚀\n");
  assert.deepEqual(readPage(path, "a.md"), { value: "\uFEFF一\r\n🚀\n" });
  assert.deepEqual(await readPageInBackground(path, "a.md"), { value: "\uFEFF一\r\n🚀\n" });
});

test("another encoding is named, with what to do", () => {
  const utf16 = put("utf16.md", Buffer.from("\uFEFFa", "utf16le"));
  assert.match(readPage(utf16, "utf16.md").problem ?? "", /^`utf16\.md` is UTF-16, expected UTF-8\. Save it/);
  const latin = put("latin.md", Buffer.from("a\nb\ncaf\xe9\n", "latin1"));
  assert.match(readPage(latin, "latin.md").problem ?? "", /^`latin\.md` is not UTF-8 \(line 3\)\. Open it/);
  const cut = put("cut.md", Buffer.from([0x61, 0x0a, 0xe4, 0xb8]));
  assert.match(readPage(cut, "cut.md").problem ?? "", /line 2/);
});

test("a server can say why a file has no text; of one that is not there, nothing", async () => {
  const utf16 = put("wide.md", Buffer.from("\uFEFFa", "utf16le"));
  assert.equal(await fileSystem.readText(utf16), undefined);
  assert.match((await fileSystem.explainUnread(utf16, "wide.md")) ?? "", /^`wide\.md` is UTF-16/);
  assert.equal(await fileSystem.explainUnread(put("a.md", "a"), "a.md"), undefined);
  assert.equal(await fileSystem.explainUnread(join(folder, "gone.md"), "gone.md"), undefined);
});

test("what cannot be read is named with the reason", () => {
  assert.equal(
    readPage(join(folder, "gone.md"), "gone.md").problem,
    "`gone.md` cannot be read: there is no such file or folder.",
  );
  assert.equal(readPage(folder, "docs").problem, "`docs` cannot be read: it is a folder.");
});

test("a root is loaded with the texts that shape it, and what cannot be read is named", () => {
  put("docs/a.md", "[b](b.md) [old](old.md) [older](older.md)");
  put("docs/b.md", "# B");
  put("docs/p.png", "not text");
  put(
    ".openpublishing.redirection.json",
    '{"redirections":[{"source_path":"docs/old.md","redirect_url":"b"}]}',
  );
  put(".openpublishing.publish.config.json", '{"redirection_files":["moved/list.json"]}');
  put("moved/list.json", '{"redirections":[{"source_path_from_root":"/docs/older.md","redirect_url":"/x"}]}');
  put("docs/bad.md", Buffer.from([0xff, 0x61]));
  const loaded = loadWorkspace(folder);
  assert.equal(loaded.workspace.name, folder.slice(dirname(folder).length + 1));
  assert.equal(loaded.workspace.findRedirection("docs/old.md")?.to, "docs/b.md");
  assert.equal(loaded.workspace.findRedirection("docs/older.md")?.url, "/x");
  assert.equal(loaded.files.get("docs/b.md"), "# B");
  assert.ok(loaded.files.has("docs/p.png") && loaded.files.get("docs/p.png") === undefined);
  assert.deepEqual(loaded.problems.length, 1);
  assert.equal(loaded.problems[0]?.path, "docs/bad.md");
  assert.match(loaded.problems[0].problem, /^`docs\/bad\.md` is not UTF-8/);
});

test("the nearest configuration upwards holds, but none from above the repository", () => {
  put(".lockstep.json", '{ "locale": "fr-FR" }');
  put("repo/.git/HEAD");
  put("repo/docs/a.md");
  assert.equal(loadConfig(join(folder, "repo/docs")).path, undefined);

  put("repo/.lockstep.json", '{ "ignore": ["docs/old/**"], "sourceRoot": "../english", "local": 1 }');
  const { config, path, sourceFolder, problems } = loadConfig(join(folder, "repo/docs"));
  assert.equal(path, join(folder, "repo/.lockstep.json"));
  assert.equal(sourceFolder, join(folder, "english"));
  assert.ok(config.isIgnored("old/a.md"));
  assert.equal(problems.length, 1);
  assert.match(problems[0] ?? "", /\.lockstep\.json: `local` is not a setting\. Did you mean `locale`\?$/);
  assert.equal(loadConfig(join(folder, "repo/docs"), join(folder, ".lockstep.json")).config.locale, "fr-FR");
  assert.equal(loadConfig(folder, join(folder, "gone.json")).problems.length, 1);
});

test("a file is replaced as a whole and keeps its mode", () => {
  const path = put("a.md", "old");
  chmodSync(path, 0o640);
  assert.equal(writeAtomically(path, "\uFEFF新\r\n", { root: folder, name: "a.md" }), undefined);
  assert.equal(readFileSync(path, "utf8"), "\uFEFF新\r\n");
  assert.equal(statSync(path).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(folder), ["a.md"]);
});

test("folders on the way are created", () => {
  const path = join(folder, "new/deep/a.md");
  assert.equal(writeAtomically(path, "x", { root: folder, name: "new/deep/a.md" }), undefined);
  assert.equal(readFileSync(path, "utf8"), "x");
});

test("nothing is written through a symbolic link out of the root", () => {
  const root = join(folder, "root");
  put("root/a.md", "a");
  const secret = put("outside/secret.md", "secret");
  symlinkSync(secret, join(root, "out.md"));
  symlinkSync(join(folder, "outside"), join(root, "outside"));
  const expected = "`x` cannot be written: a symbolic link leads out of the root.";
  for (const path of [
    "out.md",
    "outside/secret.md",
    "outside/new.md",
    "outside/new/new.md",
    "../outside/secret.md",
  ]) {
    assert.equal(writeAtomically(join(root, path), "changed", { root, name: "x" }), expected, path);
  }
  assert.equal(readFileSync(secret, "utf8"), "secret");
  assert.deepEqual(readdirSync(join(folder, "outside")), ["secret.md"]);
});

test("a symbolic link inside the root stays one; what it leads to is written", () => {
  put("a.md", "a");
  symlinkSync(join(folder, "a.md"), join(folder, "b.md"));
  assert.equal(writeAtomically(join(folder, "b.md"), "b", { root: folder, name: "b.md" }), undefined);
  assert.equal(readFileSync(join(folder, "a.md"), "utf8"), "b");
});

test("a read-only file, and a place that is a folder, are left alone and named", () => {
  const path = put("a.md", "a");
  chmodSync(path, 0o444);
  assert.equal(
    writeAtomically(path, "b", { root: folder, name: "a.md" }),
    "`a.md` cannot be written: it is read-only; make it writable first.",
  );
  mkdirSync(join(folder, "docs"));
  assert.match(
    writeAtomically(join(folder, "docs"), "b", { root: folder, name: "docs" }) ?? "",
    /^`docs` cannot be written: /,
  );
  assert.deepEqual(readdirSync(folder).sort(), ["a.md", "docs"]);
  assert.equal(readFileSync(path, "utf8"), "a");
});

test("a server's file system answers without exceptions", async () => {
  put("a.md", "a");
  assert.equal(await fileSystem.kindOf(folder), "folder");
  assert.equal(await fileSystem.kindOf(join(folder, "a.md")), "file");
  assert.equal(await fileSystem.kindOf(join(folder, "b.md")), undefined);
  assert.deepEqual(await fileSystem.listFiles(folder), ["a.md"]);
  assert.equal(await fileSystem.listFiles(join(folder, "b")), undefined);
  assert.equal(await fileSystem.readText(join(folder, "a.md")), "a");
  assert.equal(await fileSystem.readText(join(folder, "b.md")), undefined);
});
