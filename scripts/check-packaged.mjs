import { listFiles, PackageManager } from "@vscode/vsce";

import { Problem } from "../tools/vscode-host/problem.mjs";

/** What the extension and the command line cannot start without. */
export const NEEDED = ["client", "server", "server-engine", "cli", "cli-engine", "libraries"]
  .map((name) => `dist/${name}.js`)
  .concat("dist/package.json", "package.nls.json");

/**
 * Refuses to package an extension that could not start: a file is not there, or .vscodeignore does not let it in.
 * @param {string} folder The root of the extension.
 * @returns {Promise<void>}
 */
export async function checkPackaged(folder) {
  const files = await listFiles({ cwd: folder, packageManager: PackageManager.None });
  const missing = NEEDED.filter((path) => !files.includes(path));
  if (missing.length > 0) {
    throw new Problem(`The package would lack ${missing.join(", ")}. See .vscodeignore.`);
  }
}
