// Does what a newcomer does with `npm start`: starts it, opens the address, looks for an underlined finding, and
// presses Ctrl+C. Afterwards nothing may be left, neither a process nor a file. For Linux; .ci/run calls it.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";

import { Cleanup } from "../../tools/vscode-host/cleanup.mjs";
import { findChromium } from "../../tools/vscode-host/find-chromium.mjs";
import { REPOSITORY } from "../../tools/vscode-host/hosts.mjs";
import { openBrowser } from "../../tools/vscode-host/open-browser.mjs";
import { explain } from "../../tools/vscode-host/problem.mjs";
import { endGroup, spawnGroup, waitUntil } from "../../tools/vscode-host/processes.mjs";
import { SAMPLE_PAGE } from "../../tools/vscode-host/samples.mjs";
import { Workbench } from "../walk/workbench.mjs";
import { findDescendants, isAlive } from "./process-list.mjs";

/** Installing, building and starting, on a slow computer. */
const START_DEADLINE = 600_000;

/** Between Ctrl+C and the end. */
const END_DEADLINE = 20_000;

const cleanup = new Cleanup();
cleanup.runWhenLeft(130);
try {
  await main();
  process.stdout.write("The start-up check has passed.\n");
} catch (error) {
  if (!cleanup.isRunning) process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
} finally {
  await cleanup.run();
}

async function main() {
  // A terminal sends the signal of Ctrl+C to the whole group in its foreground. The shell that npm starts dies of it,
  // and npm reports that by dying of it as well; without npm the exit code is that of the script.
  const npm = await start("npm", ["start"]);
  await checkRefusal(npm.address);
  await checkPage(npm.address);
  const code = await interrupt(npm);
  assert.ok(code === 0 || code === "SIGINT", `npm start has ended with ${code}.`);

  const script = await start(process.execPath, ["scripts/start.mjs"]);
  assert.equal(await interrupt(script), 0, "The script of npm start has ended with an error after Ctrl+C.");
}

/**
 * Starts the command and waits for the address.
 * @param {string} file
 * @param {readonly string[]} args
 */
async function start(file, args) {
  const begin = Date.now();
  const child = spawnGroup(file, args, { cwd: REPOSITORY, stdio: ["ignore", "pipe", "inherit"] });
  cleanup.add(() => endGroup(child, END_DEADLINE));
  let output = "";
  child.stdout?.on("data", (chunk) => {
    output += String(chunk);
    process.stdout.write(chunk);
  });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once("exit", () => resolve()));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  await waitUntil(() => hasEnded() || readAddress(output) !== undefined, START_DEADLINE);
  const address = readAddress(output);
  if (address === undefined || child.pid === undefined) throw new Error("No address was printed.");

  process.stdout.write(`The address came after ${Math.round((Date.now() - begin) / 1000)} s.\n`);
  const folder = new URL(address).searchParams.get("folder") ?? "";
  assert.ok(
    fs.existsSync(path.join(folder, SAMPLE_PAGE)),
    "The folder that is opened lacks the sample page.",
  );
  return { child, pid: child.pid, address, folder, ended, hasEnded };
}

/**
 * Presses Ctrl+C. Afterwards nothing may be left of what was started.
 * @param {Awaited<ReturnType<typeof start>>} started
 * @returns {Promise<number | NodeJS.Signals | null>} How the command has ended.
 */
async function interrupt({ child, pid, folder, ended, hasEnded }) {
  const started = findDescendants(pid);
  assert.ok(started.length >= 2, "Expected at least the script and the server to be running.");
  process.kill(-pid, "SIGINT");
  assert.ok(await waitUntil(hasEnded, END_DEADLINE), "It did not end after Ctrl+C.");
  await ended;
  // The shell between npm and the script may be gone a moment before the script is.
  await waitUntil(() => !started.some(isAlive), END_DEADLINE);
  assert.deepEqual(started.filter(isAlive), [], "These processes are left.");
  assert.ok(!fs.existsSync(folder), `The copy of the samples is left in ${folder}.`);
  process.stdout.write(`Ctrl+C has ended all ${started.length} processes.\n`);
  return child.exitCode ?? child.signalCode;
}

/** @param {string} output */
function readAddress(output) {
  return /http:\/\/\S+/.exec(output)?.[0];
}

/**
 * Whoever does not know the token gets nothing.
 * @param {string} address
 */
async function checkRefusal(address) {
  const { status } = await fetch(new URL("/", address), { redirect: "manual" });
  assert.equal(status, 403, "The page must be refused to a visitor without the token.");
}

/**
 * The page opens, the extension starts, and underlines what it finds.
 * @param {string} address
 */
async function checkPage(address) {
  const { page, close } = await openBrowser(
    await findChromium((message) => process.stdout.write(`${message}\n`)),
  );
  try {
    const workbench = new Workbench(page);
    await workbench.open(address);
    const squiggles = await workbench.waitForSquiggle();
    const problems = await workbench.openProblems("lockstep");
    process.stdout.write(
      `${SAMPLE_PAGE}: ${squiggles} places underlined, ${problems.length} rows in Problems.\n`,
    );
  } catch (error) {
    const results = path.join(REPOSITORY, "test-results", "start");
    await page.screenshot({ path: path.join(results, "failed.png") });
    throw error;
  } finally {
    await close();
  }
}
