import { spawn, spawnSync } from "node:child_process";

const POSIX = process.platform !== "win32";

/**
 * Starts a process that leads a group of its own, so that everything it starts can be ended with it.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 */
export function spawnGroup(file, args, options) {
  // On Windows `detached` would open a console window, and taskkill finds the descendants without it.
  return spawn(file, [...args], { ...options, detached: POSIX, windowsHide: true });
}

/**
 * Ends a process started by `spawnGroup` and all it has started; resolves when the group is gone.
 * Asks first, and insists after `patience` milliseconds.
 * @param {import("node:child_process").ChildProcess} child
 * @param {number} [patience]
 * @returns {Promise<void>}
 */
export async function endGroup(child, patience = 3_000) {
  const { pid } = child;
  if (pid === undefined) return;

  if (!POSIX) {
    spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore", windowsHide: true });
    return;
  }
  if (!signalGroup(pid, "SIGTERM")) return;
  if (await waitUntil(() => !isGroupAlive(pid), patience)) return;
  signalGroup(pid, "SIGKILL");
  await waitUntil(() => !isGroupAlive(pid), 3_000);
}

/**
 * Waits for the end of a process; gives its exit code and all that it has printed.
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export async function endOf(child) {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += String(chunk)));
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { code, output };
}

/**
 * Tries `condition` every `interval` milliseconds; false when it has not come true within `deadline` milliseconds.
 * @param {() => boolean | Promise<boolean>} condition
 * @param {number} deadline
 * @param {number} [interval]
 */
export async function waitUntil(condition, deadline, interval = 50) {
  const end = Date.now() + deadline;
  for (;;) {
    if (await condition()) return true;
    if (Date.now() >= end) return false;
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} Whether there was a process to send it to.
 */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isGroupAlive(pid) {
  return signalGroup(pid, 0);
}
