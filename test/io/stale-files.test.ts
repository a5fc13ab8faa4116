import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { writeAtomically } from "../../server/src/io/write-atomically.ts";

test("what a run that was killed left is removed by the next one that writes to the folder", (context) => {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-stale-"));
  context.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const gone = spawnSync(process.execPath, ["--version"]).pid;
  const names = {
    stale: `.lockstep-${gone}-3.tmp`,
    recent: `.lockstep-${gone}-4.tmp`,
    running: `.lockstep-${process.ppid}-0.tmp`,
    others: ".other-12-0.tmp",
    notes: ".lockstep-notes.tmp",
  };
  for (const [kind, name] of Object.entries(names)) {
    writeFileSync(join(folder, name), "half of a pa");
    if (kind !== "recent") utimesSync(join(folder, name), 1_600_000_000, 1_600_000_000);
  }
  assert.equal(writeAtomically(join(folder, "a.md"), "New.\n", { root: folder, name: "a.md" }), undefined);
  const { stale, ...left } = names;
  assert.ok(!readdirSync(folder).includes(stale));
  assert.deepEqual(readdirSync(folder).sort(), [...Object.values(left), "a.md"].sort());
});
