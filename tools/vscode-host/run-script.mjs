import { spawn } from "node:child_process";
import path from "node:path";

import { REPOSITORY } from "./hosts.mjs";
import { Problem } from "./problem.mjs";
import { endOf } from "./processes.mjs";

/** The file that scripts/package.mjs makes. */
export const VSIX = path.join(REPOSITORY, "dist", "lockstep.vsix");

/**
 * Runs a script of the folder scripts/ with the same Node.js. What it prints is shown only when it fails.
 * @param {"build.mjs" | "package.mjs"} name
 * @returns {Promise<void>}
 */
export async function runScript(name) {
  const child = spawn(process.execPath, [path.join("scripts", name)], {
    cwd: REPOSITORY,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { code, output } = await endOf(child);
  if (code !== 0) throw new Problem(`scripts/${name} failed:\n${output.trim()}`);
}
