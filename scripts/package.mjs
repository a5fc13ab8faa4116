// Builds the extension and packages it into dist/lockstep.vsix, which "Install from VSIX..." of any VS Code takes.
import fs from "node:fs";

import { createVSIX } from "@vscode/vsce";

import { REPOSITORY } from "../tools/vscode-host/hosts.mjs";
import { explain, Problem } from "../tools/vscode-host/problem.mjs";
import { runScript, VSIX } from "../tools/vscode-host/run-script.mjs";
import { checkPackaged } from "./check-packaged.mjs";

/** A larger package means that something got in which does not belong there. */
const SIZE_LIMIT = 1_000_000;

try {
  await runScript("build.mjs");
  await checkPackaged(REPOSITORY);
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
