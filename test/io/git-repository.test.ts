import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, suite, test } from "node:test";
import { GitObjects } from "../../server/src/io/git-objects.ts";
import { cleanEnvironment } from "../../server/src/io/git-process.ts";
import { GitRepository } from "../../server/src/io/git-repository.ts";
import { GitFolder, WITHOUT_GIT } from "./git-folder.ts";

const PAGE = "# Sensors\n\nThe station has five sensors.\n\nEach of them has its own light.\n";
const NOBODYS_COMMIT = "0123456789abcdef0123456789abcdef01234567";

function sha1(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}

function withCrlf(text: string): string {
  return text.replaceAll("\n", "\r\n");
}

suite("a repository of English pages", { skip: WITHOUT_GIT }, () => {
  let folder: GitFolder;
  const opened: GitRepository[] = [];

  beforeEach(() => {
    folder = new GitFolder();
  });

  afterEach(() => {
    for (const repository of opened.splice(0)) repository.dispose();
    folder.remove();
  });

  async function open(inner = ""): Promise<GitRepository> {
    const repository = await GitRepository.open(join(folder.path, inner));
    assert.ok(repository !== undefined);
    opened.push(repository);
    return repository;
  }

  test("a page is read as it was at a commit", async () => {
    const commit = folder.put("docs/a.md", PAGE).commit();
    folder.put("docs/a.md", "# Other\n").commit();
    const found = await (await open()).readAt(commit, "docs/a.md");
    assert.deepEqual(
      { path: found?.path, commit: found?.commit, text: found?.document.text },
      { path: "docs/a.md", commit, text: PAGE },
    );
  });

  test("paths count from the folder that was opened", async () => {
    const commit = folder.put("en-us/docs/a.md", PAGE).commit();
    const repository = await open("en-us/docs");
    assert.equal((await repository.readAt(commit, "a.md"))?.document.text, PAGE);
    assert.equal((await repository.readAt(commit, "a.md"))?.path, "a.md");
  });

  test("a page that was renamed is found from both ends", async () => {
    const before = folder.put("docs/old.md", PAGE).commit();
    folder.git("mv", "docs/old.md", "docs/new.md");
    folder.commit();
    const repository = await open();
    assert.equal(await repository.findNewPath("docs/old.md", before), "docs/new.md");
    const found = await repository.readAt(before, "docs/new.md");
    assert.deepEqual([found?.path, found?.document.text], ["docs/old.md", PAGE]);
  });

  test("renames are followed without the commit, over several steps and a rewrite", async () => {
    folder.put("first.md", PAGE).commit();
    folder.git("mv", "first.md", "second.md");
    folder.commit();
    folder.put("second.md", "# Rewritten\n\nNothing is left of the text.\n").commit();
    folder.git("mv", "second.md", "third.md");
    folder.commit();
    const repository = await open();
    assert.equal(await repository.findNewPath("first.md", NOBODYS_COMMIT), "third.md");
    assert.equal(await repository.findNewPath("first.md", undefined), "third.md");
  });

  test("a page that was deleted has no new path", async () => {
    const before = folder.put("a.md", PAGE).put("b.md", "# Other\n").commit();
    folder.git("rm", "--quiet", "a.md");
    folder.commit();
    assert.equal(await (await open()).findNewPath("a.md", before), undefined);
  });

  test("where the commit is missing, the text is found by its hash, with LF and CRLF", async () => {
    folder.put("a.md", "# First\n").commit();
    const middle = folder.put("a.md", PAGE).commit();
    folder.put("a.md", "# Last\n").commit();
    const repository = await open();
    for (const hash of [sha1(PAGE), sha1(withCrlf(PAGE))]) {
      const found = await repository.findByHash("a.md", hash);
      assert.deepEqual([found?.commit, found?.document.text], [middle, PAGE]);
    }
    assert.equal(await repository.findByHash("a.md", sha1("elsewhere")), undefined);
  });

  test("a blob with CRLF keeps its line ends and is found by both hashes", async () => {
    const commit = folder.put("a.md", withCrlf(PAGE)).commit();
    const repository = await open();
    assert.equal((await repository.readAt(commit, "a.md"))?.document.text, withCrlf(PAGE));
    assert.equal((await repository.findByHash("a.md", sha1(withCrlf(PAGE))))?.commit, commit);
    assert.equal((await repository.findByHash("a.md", sha1(PAGE)))?.commit, commit);
  });

  test("the search by hash follows renames, and finds pages that are gone", async () => {
    const first = folder.put("old.md", PAGE).put("gone.md", `${PAGE}Gone.\n`).commit();
    folder.git("mv", "old.md", "new.md");
    folder.commit();
    folder.put("new.md", `${PAGE}\nMore.\n`).commit();
    folder.git("rm", "--quiet", "gone.md");
    folder.commit();
    const repository = await open();
    const found = await repository.findByHash("new.md", sha1(PAGE));
    assert.equal(found?.document.text, PAGE);
    assert.equal((await repository.findByHash("gone.md", sha1(`${PAGE}Gone.\n`)))?.commit, first);
  });

  test("names that mean something to Git or to a shell are names", async () => {
    const names = [
      "--output=x.md",
      ":(top)a.md",
      "*.md",
      "$(touch x).md",
      "a b;c.md",
      "页面.md",
      "HEAD",
      "-",
    ];
    for (const name of names) folder.put(name, `${PAGE}${name}\n`);
    const commit = folder.commit();
    const repository = await open();
    for (const name of names) {
      assert.equal((await repository.readAt(commit, name))?.document.text, `${PAGE}${name}\n`, name);
      assert.equal((await repository.findByHash(name, sha1(`${PAGE}${name}\n`)))?.path, name, name);
      assert.equal(await repository.findNewPath(name, commit), undefined, name);
    }
    assert.equal(folder.git("status", "--porcelain"), "");
  });

  test("a path with a line end is refused, and the next answer is still the right one", async () => {
    const commit = folder.put("a.md", PAGE).put("b.md", "# B\n").commit();
    const repository = await open();
    assert.equal(await repository.readAt(commit, `a.md\n${commit}:b.md`), undefined);
    assert.equal(await repository.readAt(commit, "../a.md"), undefined);
    assert.equal((await repository.readAt(commit, "b.md"))?.document.text, "# B\n");
  });

  test("what a header may hold in place of a commit never reaches Git", async () => {
    folder.put("a.md", PAGE).commit();
    const repository = await open();
    for (const commit of ["HEAD", "--output=x", "main", "HEAD:a.md", `${NOBODYS_COMMIT}\n`, "", "$(id)"]) {
      assert.equal(await repository.readAt(commit, "a.md"), undefined, commit);
      assert.equal(await repository.findNewPath("a.md", commit), undefined, commit);
    }
    assert.equal(await repository.readAt(NOBODYS_COMMIT, "a.md"), undefined);
    assert.equal(folder.git("status", "--porcelain"), "");
  });

  test("a folder, a commit and bytes that are no text are no pages", async () => {
    folder.put("docs/a.md", PAGE);
    writeFileSync(join(folder.path, "wide.md"), Buffer.from([0xff, 0xfe, 0x41, 0x00]));
    const commit = folder.commit();
    const repository = await open();
    assert.equal(await repository.readAt(commit, "docs"), undefined);
    assert.equal(await repository.readAt(commit, "wide.md"), undefined);
  });

  test("a shallow clone answers what it can", async () => {
    const first = folder.put("a.md", "# First\n").commit();
    const last = folder.put("a.md", PAGE).commit();
    const clone = mkdtempSync(join(tmpdir(), "lockstep-clone-"));
    folder.git("clone", "--quiet", "--depth=1", `file://${folder.path}`, clone);
    const repository = await GitRepository.open(clone);
    assert.ok(repository !== undefined);
    opened.push(repository);
    assert.equal(await repository.readAt(first, "a.md"), undefined);
    assert.equal(await repository.findByHash("a.md", sha1("# First\n")), undefined);
    assert.equal((await repository.readAt(last, "a.md"))?.document.text, PAGE);
    rmSync(clone, { recursive: true, force: true });
  });

  test("a partial clone fetches nothing, whatever its configuration allows", async () => {
    const first = folder.put("a.md", PAGE).commit();
    folder.put("a.md", "# Last\n").commit();
    folder.git("config", "uploadpack.allowFilter", "true");
    const clone = mkdtempSync(join(tmpdir(), "lockstep-clone-"));
    folder.git("clone", "--quiet", "--filter=blob:none", `file://${folder.path}`, clone);
    folder.git("-C", clone, "config", "protocol.file.allow", "always");
    const repository = await GitRepository.open(clone);
    assert.ok(repository !== undefined);
    opened.push(repository);
    assert.equal(await repository.readAt(first, "a.md"), undefined);
    rmSync(clone, { recursive: true, force: true });
  });

  test("no program that the repository's configuration names is run", async () => {
    const commit = folder.put("a.md", PAGE).put(".gitattributes", "*.md diff=custom\n").commit();
    folder.git("mv", "a.md", "b.md");
    folder.commit();
    const trace = join(folder.path, ".git/ran");
    for (const key of [
      "core.fsmonitor",
      "diff.external",
      "diff.custom.textconv",
      "diff.custom.command",
      "gpg.program",
    ])
      folder.git("config", key, `touch ${trace}`);
    folder.git("config", "log.showSignature", "true");
    const repository = await open();
    await repository.readAt(commit, "a.md");
    await repository.findNewPath("a.md", commit);
    await repository.findByHash("b.md", sha1("nothing"));
    assert.equal(existsSync(trace), false);
  });

  test("branches of side-by-side pages are found, the checkout's own first", async () => {
    folder.put("a.md", "clean\n").commit();
    for (const branch of ["alpha-sxs", "main-sxs"]) {
      folder.git("switch", "--quiet", "--create", branch, "main");
      folder.put("a.md", `${branch}\n`).commit();
    }
    folder.git("switch", "--quiet", "main");
    const texts: string[] = [];
    for await (const { document } of (await open()).readOnSxsBranches("a.md")) texts.push(document.text);
    assert.deepEqual(texts, ["main-sxs\n", "alpha-sxs\n"]);
  });

  test("a repository without commits knows nothing", async () => {
    const repository = await open();
    assert.equal(await repository.readAt(NOBODYS_COMMIT, "a.md"), undefined);
    assert.equal(await repository.findByHash("a.md", NOBODYS_COMMIT), undefined);
    assert.equal(await repository.findNewPath("a.md", NOBODYS_COMMIT), undefined);
  });

  test("a process that ends is started again, and its request repeated", async () => {
    const commit = folder.put("a.md", PAGE).commit();
    const program = join(folder.path, ".git/git-once");
    writeFileSync(program, '#!/bin/sh\nread line && echo "$line" | git "$@"\n', { mode: 0o755 });
    const objects = new GitObjects(folder.path, { program });
    for (let nth = 0; nth < 6; nth++) {
      assert.equal((await objects.read(`${commit}:a.md`))?.content?.toString("utf8"), PAGE);
    }
    objects.dispose();
  });

  test("one process answers many requests", async () => {
    const commit = folder.put("a.md", PAGE).commit();
    const objects = new GitObjects(folder.path);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_each, nth) => objects.read(nth % 2 === 0 ? `${commit}:a.md` : "nothing")),
    );
    assert.deepEqual(
      answers.map((object) => object?.content?.toString("utf8")),
      Array.from({ length: 200 }, (_each, nth) => (nth % 2 === 0 ? PAGE : undefined)),
    );
    objects.dispose();
    assert.equal(await objects.read("HEAD"), undefined);
  });

  test("too many requests at once are refused, not kept", async () => {
    folder.put("a.md", PAGE).commit();
    const objects = new GitObjects(folder.path);
    const answers = await Promise.all(Array.from({ length: 1200 }, () => objects.read("HEAD")));
    assert.equal(answers.filter((object) => object !== undefined).length, 1001);
    assert.equal((await objects.read("HEAD"))?.type, "commit");
    objects.dispose();
  });

  test("an object larger than any page is passed over", async () => {
    const commit = folder
      .put("big.md", "x".repeat(17 * 1024 * 1024))
      .put("a.md", PAGE)
      .commit();
    const objects = new GitObjects(folder.path);
    const [big, small] = await Promise.all([
      objects.read(`${commit}:big.md`),
      objects.read(`${commit}:a.md`),
    ]);
    assert.deepEqual([big?.type, big?.content], ["blob", undefined]);
    assert.equal(small?.content?.toString("utf8"), PAGE);
    objects.dispose();
  });
});

test("a folder outside of any repository, and a machine without Git, have no history", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-plain-"));
  assert.equal(await GitRepository.open(folder), undefined);
  assert.equal(await GitRepository.open(folder, { program: "no-such-git" }), undefined);
  const objects = new GitObjects(folder, { program: "no-such-git" });
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => objects.read("HEAD")));
  assert.deepEqual(answers, [undefined, undefined, undefined, undefined, undefined]);
  objects.dispose();
  rmSync(folder, { recursive: true, force: true });
});

test("a program that never answers is given up", async () => {
  const objects = new GitObjects(tmpdir(), { program: process.execPath, patience: 50 });
  assert.equal(await objects.read("HEAD"), undefined);
  objects.dispose();
});

test("Git inherits no variable that leads it elsewhere", () => {
  const environment = cleanEnvironment({
    PATH: "/bin",
    GIT_DIR: "/other",
    git_work_tree: "/other",
    GIT_SSH: "x",
  });
  assert.equal(environment["PATH"], "/bin");
  for (const name of ["GIT_DIR", "git_work_tree", "GIT_SSH"]) assert.equal(environment[name], undefined);
  assert.equal(environment["GIT_ALLOW_PROTOCOL"], "none");
});
