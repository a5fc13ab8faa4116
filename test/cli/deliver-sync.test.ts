import assert from "node:assert/strict";
import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { deliverSync } from "../../server/src/cli/deliver-sync.ts";
import type { SyncResult } from "../../server/src/core/sync/sync.ts";
import type { PlannedChange } from "../../server/src/engine/planned.ts";
import { Folder } from "./run-in-folder.ts";

const COUNTS = { kept: 0, carried: 0, reused: 0, new: 0, changed: 0, removed: 0 };

function result(text: string): SyncResult {
  return { text, action: "updated", counts: COUNTS, conflicts: [], removed: [], edits: [] };
}

const UPDATE: PlannedChange = { kind: "update", path: "a.md", text: "old", result: result("new") };
const MOVE: PlannedChange = {
  kind: "move",
  path: "a.md",
  to: "b/a.md",
  text: "old",
  result: result("new"),
  isLeftover: false,
};
const CREATION: PlannedChange = {
  kind: "creation",
  path: "a.md",
  text: "",
  newText: "new",
  counts: COUNTS,
  isPart: false,
};
const REMOVAL: PlannedChange = {
  kind: "removal",
  path: "a.md",
  text: "old",
  lost: { how: "deleted", to: undefined },
};

/** Writes one change in place and gives what was said of it. */
function deliver(
  context: TestContext,
  files: Record<string, string>,
  change: PlannedChange,
): { folder: Folder; problems: string[] } {
  const folder = new Folder(context, files);
  const problems: string[] = [];
  const failed = deliverSync({ folder: folder.path, show: (path) => path }, [change], {
    folder: folder.path,
    isInPlace: true,
    remove: true,
    onFile: () => undefined,
    onProblem: (problem) => problems.push(problem),
  });
  assert.equal(failed.size, problems.length);
  return { folder, problems };
}

const CHANGED = ["`a.md` has changed since it was read, and stays as it is; run the sync again."];

test("a page that somebody edited while the sync was planned stays as it is", (context) => {
  for (const change of [UPDATE, MOVE, CREATION, REMOVAL]) {
    const { folder, problems } = deliver(context, { "a.md": "edited" }, change);
    assert.deepEqual(problems, CHANGED, change.kind);
    assert.equal(folder.read("a.md"), "edited");
    assert.ok(!existsSync(join(folder.path, "b")));
  }
});

test("a page is not moved over another one", (context) => {
  const { folder, problems } = deliver(context, { "a.md": "old", "b/a.md": "other" }, MOVE);
  assert.deepEqual(problems, CHANGED);
  assert.equal(folder.read("b/a.md"), "other");
});

test("a read-only page stays where it is, and is told of", (context) => {
  for (const change of [UPDATE, MOVE, REMOVAL]) {
    const folder = new Folder(context, { "a.md": "old" });
    chmodSync(join(folder.path, "a.md"), 0o444);
    const problems: string[] = [];
    deliverSync({ folder: folder.path, show: (path) => path }, [change], {
      folder: folder.path,
      isInPlace: true,
      remove: true,
      onFile: () => undefined,
      onProblem: (problem) => problems.push(problem),
    });
    assert.match(problems.join(), /^`a\.md` cannot be (?:written|removed): it is read-only; /);
    assert.equal(folder.read("a.md"), "old");
    assert.ok(!existsSync(join(folder.path, "b")));
  }
});

test("what is planned is written", (context) => {
  assert.equal(deliver(context, { "a.md": "old" }, UPDATE).folder.read("a.md"), "new");
  assert.equal(deliver(context, {}, CREATION).folder.read("a.md"), "new");
  const moved = deliver(context, { "a.md": "old" }, MOVE).folder;
  assert.equal(moved.read("b/a.md"), "new");
  assert.ok(!existsSync(join(moved.path, "a.md")));
  assert.ok(!existsSync(join(deliver(context, { "a.md": "old" }, REMOVAL).folder.path, "a.md")));
});
