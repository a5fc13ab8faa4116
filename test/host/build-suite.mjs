import fs from "node:fs";
import path from "node:path";

import { build } from "esbuild";

import { REPOSITORY } from "../../tools/vscode-host/hosts.mjs";

/**
 * Bundles the suite into CommonJS, which every extension host can load.
 * @returns {Promise<string>} The built file, without its extension, as the editor wants to have it.
 */
export async function buildSuite() {
  const folder = path.join(REPOSITORY, "test", "host", "suite");
  const tests = fs.readdirSync(folder).filter((file) => file.endsWith(".test.ts"));
  const out = path.join(REPOSITORY, "out", "host");
  fs.rmSync(out, { recursive: true, force: true });
  await build({
    absWorkingDir: REPOSITORY,
    entryPoints: [path.join(folder, "index.ts"), ...tests.map((file) => path.join(folder, file))],
    outdir: out,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    // Mocha loads the test files itself and must be the same instance for all of them.
    external: ["vscode", "mocha"],
    logLevel: "warning",
  });
  return path.join(out, "index");
}
