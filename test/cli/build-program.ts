import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

/**
 * Builds the command line as it is shipped into a new temporary folder, for tests that need a process of their own.
 * `dist/cli.js` in that folder is the program. The caller removes the folder.
 */
export async function buildProgram(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-test-"));
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "dist/package.json"), '{ "version": "1.2.3" }');
  const { librariesApart } = (await import(pathToFileURL(resolve("scripts/libraries-apart.mjs")).href)) as {
    readonly librariesApart: Plugin;
  };
  await build({
    entryPoints: {
      cli: "server/src/cli/main.ts",
      "cli-engine": "server/src/cli/run.ts",
      libraries: "server/src/core/libraries.ts",
    },
    plugins: [librariesApart],
    outdir: join(folder, "dist"),
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20.19",
    mainFields: ["module", "main"],
    logLevel: "error",
  });
  const program = join(folder, "dist/cli.js");
  writeFileSync(program, `#!/usr/bin/env node\n${readFileSync(program, "utf8")}`);
  return folder;
}
