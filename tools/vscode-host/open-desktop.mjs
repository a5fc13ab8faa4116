import fs from "node:fs";
import path from "node:path";

import { Problem } from "./problem.mjs";
import { endGroup, spawnGroup } from "./processes.mjs";

const WINDOWS = process.platform === "win32";

/**
 * Opens a folder in the desktop VS Code that the command `code` starts, with extensions and settings of its own.
 * Resolves when the window is closed.
 * @param {object} options
 * @param {string} options.code What `findCode` has found.
 * @param {string} options.vsix The packaged extension.
 * @param {string} options.open The folder to open.
 * @param {string | undefined} options.page A file to show.
 * @param {string} options.profile An empty folder.
 * @param {import("./cleanup.mjs").Cleanup} options.cleanup
 * @param {(message: string) => void} options.say
 * @returns {Promise<void>}
 */
export async function openDesktop({ code, vsix, open, page, profile, cleanup, say }) {
  const data = path.join(profile, "data");
  // An editor that is running already would take over the window, and with it ignore these two folders, if they were
  // not its own.
  const own = [`--user-data-dir=${data}`, `--extensions-dir=${path.join(profile, "extensions")}`];
  if (process.getuid?.() === 0) own.push("--no-sandbox");

  say("Installing the extension into a temporary folder of the desktop VS Code ...");
  await run(code, [...own, "--install-extension", vsix], cleanup);
  cleanup.add(() => endWindow(data));
  say("Opening the desktop VS Code. Close its window, or press Ctrl+C here, to stop.");
  const files = page === undefined ? [open] : [open, "--goto", page];
  await run(
    code,
    [...own, "--new-window", "--wait", "--disable-workspace-trust", "--disable-telemetry", ...files],
    cleanup,
  );
}

/**
 * The command with which a desktop VS Code is started.
 * @returns {string}
 */
export function findCode() {
  const names = WINDOWS ? ["code.cmd"] : ["code"];
  const folders = (process.env["PATH"] ?? "").split(path.delimiter).filter((folder) => folder !== "");
  const file = folders
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((each) => fs.existsSync(each));
  if (file !== undefined) return file;
  throw new Problem(
    'The command "code" of a desktop VS Code was not found. Install VS Code, and on macOS run "Shell Command: ' +
      "Install 'code' command in PATH\" from its command palette; or leave --desktop out to use VS Code in a browser.",
  );
}

/**
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import("./cleanup.mjs").Cleanup} cleanup
 */
async function run(file, args, cleanup) {
  // Node.js starts a .cmd file only through a shell, which takes the command line as one text.
  const quoted = WINDOWS ? args.map((each) => `"${each}"`) : args;
  const child = spawnGroup(WINDOWS ? `"${file}"` : file, quoted, {
    shell: WINDOWS,
    stdio: ["ignore", "ignore", "inherit"],
  });
  cleanup.add(() => endGroup(child));
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  if (code !== 0 && !cleanup.isRunning)
    throw new Problem(`"code ${args.join(" ")}" failed; its own message is above.`);
}

/**
 * Closes the window. It is not a child of the command that opened it; VS Code notes its process in its data folder.
 * @param {string} data
 */
function endWindow(data) {
  try {
    process.kill(Number.parseInt(fs.readFileSync(path.join(data, "code.lock"), "utf8"), 10), "SIGTERM");
  } catch {
    // It was closed already.
  }
}
