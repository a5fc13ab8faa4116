import fs from "node:fs";
import path from "node:path";

import { HOSTS_FOLDER } from "./hosts.mjs";
import { installOnce } from "./install-once.mjs";
import { runNpm } from "./npm.mjs";
import { Problem } from "./problem.mjs";

/** What every install step here has in common. Install scripts are not run: the server needs no compiled module. */
const QUIET = ["--ignore-scripts", "--no-audit", "--no-fund"];

/**
 * A VS Code server that is ready to be started.
 * @typedef {object} InstalledHost
 * @property {import("./hosts.mjs").Host} host
 * @property {string} node The Node.js executable to run the server with.
 * @property {string} serverMain The server's entry script.
 */

/**
 * Installs the pinned VS Code on first use, and again when its lock file has changed.
 * @param {import("./hosts.mjs").Host} host
 * @param {(message: string) => void} say
 * @returns {Promise<InstalledHost>}
 */
export async function installHost(host, say) {
  const vscode = path.join(HOSTS_FOLDER, host.name, "node_modules", "code-server", "lib", "vscode");
  await installOnce(host.name, async (folder) => {
    say(`Installing VS Code ${host.version} from npm (about a minute, once) ...`);
    await runNpm(["ci", ...QUIET], folder);
    // The package's own script would do this step, but it refuses to run as root and compiles native modules. Its
    // shrinkwrap file misses a package, which `npm ci` does not accept and `npm install` puts right.
    await runNpm(["install", "--omit=dev", "--no-save", ...QUIET], vscode);
  });
  const node = await findNode(host, say);
  return { host, node, serverMain: path.join(vscode, "out", "server-main.js") };
}

/**
 * @param {import("./hosts.mjs").Host} host
 * @param {(message: string) => void} say
 * @returns {Promise<string>}
 */
async function findNode(host, say) {
  if (!host.needsNode24 || Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;

  await installOnce("node24", async (folder) => {
    say("Installing Node.js 24 from npm, which this VS Code runs on ...");
    await runNpm(["ci", ...QUIET], folder);
  });
  const system = process.platform === "win32" ? "win" : process.platform;
  const executable = path.join("bin", system === "win" ? "node.exe" : "node");
  const file = path.join(
    HOSTS_FOLDER,
    "node24",
    "node_modules",
    `node-${system}-${process.arch}`,
    executable,
  );
  if (fs.existsSync(file)) return file;
  throw new Problem(
    `VS Code ${host.version} needs Node.js 24, and npm has none for ${process.platform} on ${process.arch}. ` +
      "Run this command with Node.js 24.",
  );
}
