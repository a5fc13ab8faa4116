import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The rules of rumdl that look where links lead. */
const LINK_RULES = "MD042,MD051,MD052,MD053,MD057";

/** Other tools, installed in `bench/`. Each is the way to call it, or `undefined` where it cannot be had here. */
export function installPeers(root) {
  const bench = join(root, "bench");
  const modules = join(bench, "node_modules");
  if (!existsSync(modules)) install(bench);
  const markdownlint = existing(join(modules, "markdownlint-cli2/markdownlint-cli2-bin.mjs"));
  const markdownServer = existing(join(modules, "vscode-markdown-languageserver/out/node/main.js"));
  const rumdl = findRumdl(modules);
  return {
    modules,
    markdownlint: markdownlint && ((folder) => [process.execPath, markdownlint, `${toGlob(folder)}/**/*.md`]),
    markdownServer: markdownServer && [process.execPath, markdownServer, "--stdio"],
    rumdl: rumdl && {
      links: (...folders) => check(rumdl, ["--no-cache", "--enable", LINK_RULES, ...folders]),
      all: (...folders) => check(rumdl, ["--no-cache", ...folders]),
      cached: (cache, ...folders) => check(rumdl, ["--cache-dir", cache, ...folders]),
      server: [rumdl, "server", "--no-config"],
    },
  };
}

function check(rumdl, args) {
  return [rumdl, "check", "--no-config", "--output-format", "json", ...args];
}

/**
 * npm's files only: no package may run a script, and what cannot be installed is missing from the table. `install`, since
 * `ci` refuses a lock file that does not name the programs of rumdl for all systems.
 */
function install(bench) {
  process.stderr.write("Installing the tools to compare with into bench/ ...\n");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status, error } = spawnSync(
    npm,
    ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"],
    {
      cwd: bench,
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    },
  );
  if (status !== 0)
    process.stderr.write(`That did not work${error === undefined ? "" : `: ${error.message}`}.\n`);
}

/** The program itself: its package for npm would start a Node.js first. */
function findRumdl(modules) {
  const folder = join(modules, "@rumdl");
  if (!existsSync(folder)) return undefined;
  const names = readdirSync(folder).flatMap((name) =>
    ["rumdl", "rumdl.exe"].map((file) => join(folder, name, file)),
  );
  return names.find((path) => existsSync(path));
}

function existing(path) {
  return existsSync(path) ? path : undefined;
}

function toGlob(path) {
  return path.replaceAll("\\", "/");
}
