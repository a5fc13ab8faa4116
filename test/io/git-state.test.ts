import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { gitStateOf } from "../../server/src/io/git-state.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lockstep-"));
  mkdirSync(join(folder, "docs/.git/refs/heads"), { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Whether a repository whose HEAD is `head` is another one for us when a file changes from one commit to another. */
async function changesWith(path: string, head: string): Promise<boolean> {
  const docs = join(folder, "docs");
  writeFileSync(join(docs, ".git/HEAD"), head);
  writeFileSync(join(folder, path), "1".repeat(40));
  const before = await gitStateOf(docs);
  assert.notEqual(before, "");
  writeFileSync(join(folder, path), "2".repeat(40));
  return (await gitStateOf(docs)) !== before;
}

test("a commit to the branch that is checked out is noticed", async () => {
  assert.equal(await changesWith("docs/.git/refs/heads/main", "ref: refs/heads/main\n"), true);
});

test("a branch whose name leads out of the repository is not read", async () => {
  assert.equal(await changesWith("outside", "ref: refs/../../../outside\n"), false);
});
