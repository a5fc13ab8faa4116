import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { Problem } from "./problem.mjs";
import { endGroup, endOf, spawnGroup, waitUntil } from "./processes.mjs";

const START_DEADLINE = 60_000;

/** Nothing may leave this computer, and nothing may lie over the editor when it opens. */
const SETTINGS = {
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "workbench.enableExperiments": false,
  "workbench.settings.enableNaturalLanguageSearch": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "chat.disableAIFeatures": true,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
};

/**
 * @typedef {object} ServerOptions
 * @property {import("./install-host.mjs").InstalledHost} installed
 * @property {string} folder A folder for the server's data; the caller removes it.
 * @property {string} extensions The folder in which extensions are installed.
 * @property {number | undefined} [port] A free one is taken when it is not given.
 * @property {boolean} [isTestDriven] Lets the page hand over an extension under test, and keeps notifications back.
 * @property {Readonly<Record<string, string>>} [environment] Variables for the extension host.
 */

/**
 * A VS Code server that answers.
 * @typedef {object} Server
 * @property {number} port
 * @property {(openFolder: string, payload?: readonly (readonly [string, string])[]) => string} address
 *   The page that opens a folder; the payload is what the command line of a desktop VS Code would hold.
 * @property {(file: string) => string} remote The name that the page has for a file of this computer.
 * @property {() => string} log What the server has printed.
 * @property {Promise<number | null>} ended The exit code, once the server has ended for whatever reason.
 * @property {() => Promise<void>} end
 */

/**
 * Starts the server on the loopback interface, behind a random token: whoever can open the page can run programs as
 * the user who started it.
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer(options) {
  const token = crypto.randomBytes(20).toString("hex");
  const child = spawnServer(options, token);
  let log = "";
  child.stdout?.on("data", (chunk) => (log += String(chunk)));
  child.stderr?.on("data", (chunk) => (log += String(chunk)));
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => {
    child.once("error", (error) => {
      log += error.message;
      resolve(null);
    });
    child.once("exit", resolve);
  });
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  const end = () => endGroup(child);

  try {
    await waitUntil(() => hasEnded || readPort(log) !== undefined, START_DEADLINE);
    const port = hasEnded ? undefined : readPort(log);
    if (port === undefined || !(await answers(port))) throw new Problem(describeFailure(options, log));
    const authority = `127.0.0.1:${port}`;
    /** @param {string} file */
    const remote = (file) => `vscode-remote://${authority}${pathToFileURL(file).pathname}`;
    return { port, address: makeAddress(authority, token), remote, log: () => log, ended, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/**
 * Installs a packaged extension into a folder of extensions.
 * @param {import("./install-host.mjs").InstalledHost} installed
 * @param {string} vsix
 * @param {{ extensions: string, folder: string }} folders
 * @returns {Promise<void>}
 */
export async function installExtension(installed, vsix, { extensions, folder }) {
  const args = ["--install-extension", vsix, "--extensions-dir", extensions, "--server-data-dir", folder];
  const child = spawnGroup(installed.node, [installed.serverMain, ...args], {
    env: serverEnvironment(folder),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { code, output } = await endOf(child);
  if (code !== 0 || !/successfully installed/.test(output)) {
    throw new Problem(`VS Code ${installed.host.version} did not install ${vsix}:\n${output}`);
  }
}

/**
 * @param {ServerOptions} options
 * @param {string} token
 */
function spawnServer({ installed, folder, extensions, port, isTestDriven, environment }, token) {
  // Those of the machine are read first, but whether to send telemetry is asked of the user alone.
  for (const level of ["Machine", "User"]) {
    fs.mkdirSync(path.join(folder, "data", level), { recursive: true });
    fs.writeFileSync(path.join(folder, "data", level, "settings.json"), JSON.stringify(SETTINGS));
  }
  fs.mkdirSync(extensions, { recursive: true });
  // In a file, because every user of this computer can read the arguments of a process.
  const tokenFile = path.join(folder, "token");
  fs.writeFileSync(tokenFile, token, { mode: 0o600 });

  const args = [installed.serverMain, "--host", "127.0.0.1", "--port", String(port ?? 0)];
  args.push("--connection-token-file", tokenFile, "--accept-server-license-terms");
  args.push("--disable-telemetry", "--telemetry-level", "off", "--disable-workspace-trust");
  args.push("--server-data-dir", folder, "--extensions-dir", extensions);
  // Without this flag a built VS Code silently ignores an extension under test; with it, it shows no notifications.
  if (isTestDriven === true) args.push("--enable-smoke-test-driver");
  return spawnGroup(installed.node, args, {
    env: serverEnvironment(folder, environment),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/**
 * The variables of a VS Code that this command may itself run in must not reach the one it starts, and what that one
 * leaves behind (sockets above all) goes into the folder that is removed in the end.
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} [more]
 * @returns {NodeJS.ProcessEnv}
 */
function serverEnvironment(folder, more) {
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE|ELECTRON|npm)_/i.test(name));
  const temporary = { TMPDIR: folder, TMP: folder, TEMP: folder, XDG_RUNTIME_DIR: folder };
  return { ...Object.fromEntries(own), ...temporary, EXTENSIONS_GALLERY: "{}", ...more };
}

/** @param {string} log */
function readPort(log) {
  const line = /Extension host agent listening on (\d+)/.exec(log);
  return line === null ? undefined : Number(line[1]);
}

/** @param {number} port */
async function answers(port) {
  return waitUntil(async () => {
    try {
      await fetch(`http://127.0.0.1:${port}/version`, { signal: AbortSignal.timeout(5_000) });
      return true;
    } catch {
      return false;
    }
  }, START_DEADLINE);
}

/**
 * @param {string} authority
 * @param {string} token
 * @returns {Server["address"]}
 */
function makeAddress(authority, token) {
  return (openFolder, payload = []) => {
    const url = new URL(`http://${authority}/`);
    url.searchParams.set("tkn", token);
    url.searchParams.set("folder", pathToFileURL(openFolder).pathname);
    if (payload.length > 0) url.searchParams.set("payload", JSON.stringify(payload));
    return url.href;
  };
}

/**
 * @param {ServerOptions} options
 * @param {string} log
 */
function describeFailure({ installed, port }, log) {
  if (log.includes("EADDRINUSE")) {
    return `Port ${port} is in use by another program. Choose another one, or none to have a free one taken.`;
  }
  const last = log.trim().split("\n").slice(-15).join("\n");
  return `VS Code ${installed.host.version} did not start within ${START_DEADLINE / 1000} seconds:\n${last}`;
}
