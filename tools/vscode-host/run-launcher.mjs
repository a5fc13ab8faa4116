import fs from "node:fs";
import path from "node:path";

import { Cleanup } from "./cleanup.mjs";
import { REPOSITORY } from "./hosts.mjs";
import { explain } from "./problem.mjs";

/**
 * What a program works with that runs tests in an editor.
 * @typedef {object} Launch
 * @property {Cleanup} cleanup
 * @property {(message: string) => void} say Prints a line, unless the end has begun.
 */

/**
 * Runs such a program, and ends with the exit code that it gives, or with 2 where it fails. What it has started is gone
 * by then, also when somebody interrupts it.
 * @param {(launch: Launch) => Promise<number>} main
 * @returns {Promise<void>}
 */
export async function runLauncher(main) {
  const cleanup = new Cleanup();
  cleanup.runWhenLeft(130);
  try {
    process.exitCode = await main({
      cleanup,
      say: (message) => {
        if (!cleanup.isRunning) process.stdout.write(`${message}\n`);
      },
    });
  } catch (error) {
    if (!cleanup.isRunning) process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 2;
  } finally {
    await cleanup.run();
  }
}

/**
 * The folder for what is kept of a run, empty.
 * @param {"host" | "walk"} kind
 * @param {import("./hosts.mjs").Host} host
 * @returns {string}
 */
export function makeResults(kind, host) {
  const folder = path.join(REPOSITORY, "test-results", kind, host.name);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  return folder;
}
