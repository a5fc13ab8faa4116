import { spawn } from "node:child_process";
import path from "node:path";

import { REPOSITORY } from "./hosts.mjs";
import { Problem } from "./problem.mjs";

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
  let output = "";
  child.stdout.on("data", (chunk) => (output += String(chunk)));
  child.stderr.on("data", (chunk) => (output += String(chunk)));
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0) throw new Problem(`scripts/${name} failed:\n${output.trim()}`);
}
