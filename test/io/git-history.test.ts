import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, suite, test } from "node:test";
import { GitHistory } from "../../server/src/io/git-history.ts";
import { GitFolder, WITHOUT_GIT } from "./git-folder.ts";

const OLD = "# Sensors\n\nThe station has five sensors.\n";
const HASH = createHash("sha1").update(OLD).digest("hex");

suite("what Git says while its repository changes", { skip: WITHOUT_GIT }, () => {
  let folder: GitFolder;
  let history: GitHistory;

  beforeEach(() => {
    folder = new GitFolder();
    history = new GitHistory();
  });

  afterEach(async () => {
    await history.dispose();
    folder.remove();
  });

  const stateOf = (root = folder.path): Promise<string> => history.stateOf({ source: undefined, root });

  test("the state is another one after each commit, checkout and change of a branch, and only then", async () => {
    const states = [await stateOf()];
    const note = async (): Promise<void> => {
      const state = await stateOf();
      assert.ok(!states.includes(state), `after ${states.length} changes`);
      states.push(state);
      folder.git("status");
      assert.equal(await stateOf(), state);
    };
    folder.put("a.md", OLD).commit();
    await note();
    folder.put("a.md", "# Other\n").commit();
    await note();
    folder.git("branch", "docs/other");
    await note();
    folder.git("checkout", "--quiet", "docs/other");
    await note();
    folder.git("pack-refs", "--all");
    await note();
  });

  test("a folder of the repository has its state, and one in no repository has none", async () => {
    folder.put("docs/a.md", OLD).commit();
    assert.equal(await stateOf(join(folder.path, "docs")), await stateOf());
    const elsewhere = mkdtempSync(join(tmpdir(), "lockstep-none-"));
    assert.equal(await stateOf(elsewhere), "");
    rmSync(elsewhere, { recursive: true });
  });

  test("a worktree has a state of its own, which a commit changes", async () => {
    folder.put("a.md", OLD).commit();
    const place = join(realpathSync(mkdtempSync(join(tmpdir(), "lockstep-worktree-"))), "docs");
    folder.git("worktree", "add", "--quiet", "-b", "other", place);
    const before = await stateOf(place);
    folder.git("-C", place, "commit", "--quiet", "--allow-empty", "--message=more");
    assert.notEqual(await stateOf(place), before);
    rmSync(join(place, ".."), { recursive: true });
  });

  test("what a shallow clone lacks is found once the history has been fetched", async () => {
    const commit = folder.put("a.md", OLD).commit();
    folder.put("b.md", "# B\n").commit();
    folder.git("mv", "a.md", "moved.md");
    folder.put("moved.md", "# Other\n").commit();
    const clone = join(realpathSync(mkdtempSync(join(tmpdir(), "lockstep-clone-"))), "docs");
    folder.git("clone", "--quiet", "--depth=1", `file://${folder.path}`, clone);
    const folders = { source: clone, root: undefined };
    const ask = async (hash: string | undefined, at: string | undefined): Promise<string | undefined> => {
      const answer = await history.answer({ ask: "revision", paths: ["a.md"], commit: at, hash }, folders);
      return answer?.document?.text;
    };
    const before = await history.stateOf(folders);
    assert.deepEqual([await ask(HASH, undefined), await ask(undefined, commit)], [undefined, undefined]);
    folder.git("-C", clone, "fetch", "--quiet", "--unshallow");
    assert.notEqual(await history.stateOf(folders), before);
    assert.deepEqual([await ask(HASH, undefined), await ask(undefined, commit)], [OLD, OLD]);
    rmSync(join(clone, ".."), { recursive: true });
  });
});
