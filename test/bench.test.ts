import assert from "node:assert/strict";
import { resolve } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

test("the measurements find what they need of the core", async () => {
  const { loadCore } = (await import(pathToFileURL(resolve("test/bench/load-core.mjs")).href)) as {
    loadCore: (root: string) => Promise<Readonly<Record<string, unknown>>>;
  };
  // Bundling fails where the core has no such export any more.
  const core = await loadCore(process.cwd());
  assert.equal(typeof core["syncPage"], "function");
});
