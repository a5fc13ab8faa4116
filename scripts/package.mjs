// Builds the extension and packages it into dist/lockstep.vsix, which "Install from VSIX..." of any VS Code takes.
import fs from "node:fs";

import { createVSIX, listFiles, PackageManager } from "@vscode/vsce";

import { REPOSITORY } from "../tools/vscode-host/hosts.mjs";
import { explain, Problem } from "../tools/vscode-host/problem.mjs";
import { runScript, VSIX } from "../tools/vscode-host/run-script.mjs";

/** A larger package means that something got in which does not belong there. */
const SIZE_LIMIT = 1_000_000;

/** What the extension and the command line cannot start without. */
const NEEDED = ["client", "server", "server-engine", "cli", "cli-engine", "libraries"]
  .map((name) => `dist/${name}.js`)
  .concat("dist/package.json");

try {
  await runScript("build.mjs");
  const files = await listFiles({ cwd: REPOSITORY, packageManager: PackageManager.None });
  const missing = NEEDED.filter((path) => !files.includes(path));
  if (missing.length > 0) {
    throw new Problem(`The package would lack ${missing.join(", ")}. See .vscodeignore.`);
  }
  await createVSIX({
    cwd: REPOSITORY,
    packagePath: VSIX,
    // The bundles hold everything the extension needs at run time.
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const { size } = fs.statSync(VSIX);
  if (size > SIZE_LIMIT) {
    throw new Problem(
      `The package has ${size} bytes, more than the ${SIZE_LIMIT} it may have. See .vscodeignore.`,
    );
  }
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
