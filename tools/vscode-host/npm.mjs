import { spawn } from "node:child_process";
import path from "node:path";

import { Problem } from "./problem.mjs";
import { endOf } from "./processes.mjs";

/**
 * Runs npm quietly; when it fails, its last lines are part of the problem that is thrown.
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<void>}
 */
export async function runNpm(args, cwd) {
  const { file, prefix, shell } = findNpm();
  const child = spawn(file, [...prefix, ...args], {
    cwd,
    shell,
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
  });
  const { code, output } = await endOf(child);
  if (code === 0) return;
  const last = output.trim().split("\n").slice(-15).join("\n");
  throw new Problem(
    `"npm ${args.join(" ")}" failed in ${cwd}:\n${last}\nCheck the connection to the npm registry and try again.`,
  );
}

/**
 * Which npm to run, and how: `prefix` comes before its arguments. Prefers the one that runs this very script: it needs no
 * shell on Windows and is the version the person uses.
 */
export function findNpm() {
  const running = process.env["npm_execpath"];
  if (running !== undefined && path.basename(running).startsWith("npm-cli")) {
    return { file: process.execPath, prefix: [running], shell: false };
  }
  // Node.js starts a .cmd file only through a shell; the arguments given here hold no characters special to one.
  return process.platform === "win32"
    ? { file: "npm.cmd", prefix: [], shell: true }
    : { file: "npm", prefix: [], shell: false };
}
