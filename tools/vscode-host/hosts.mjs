import path from "node:path";
import { fileURLToPath } from "node:url";

import { Problem } from "./problem.mjs";

/** The folder that holds one sub-folder for each pinned package. */
export const HOSTS_FOLDER = path.dirname(fileURLToPath(import.meta.url));

/** The root of the repository. */
export const REPOSITORY = path.resolve(HOSTS_FOLDER, "../..");

/**
 * A pinned VS Code.
 * @typedef {object} Host
 * @property {"oldest" | "newest"} name What the command line calls it; also the name of its folder.
 * @property {string} version The version of VS Code, as its own About box says it.
 * @property {boolean} needsNode24 Whether its server refuses to start on an older Node.js.
 */

/** @type {Readonly<Record<"oldest" | "newest", Host>>} */
export const HOSTS = {
  oldest: { name: "oldest", version: "1.100.3", needsNode24: false },
  newest: { name: "newest", version: "1.139.1", needsNode24: true },
};

/**
 * The host that the command line asks for (`--vscode NAME` or `--vscode=NAME`), else the one that the environment
 * variable TEST_VSCODE names, else the oldest.
 * @param {readonly string[]} args
 * @returns {Host}
 */
export function readHost(args) {
  const at = args.findIndex((each) => each === "--vscode" || each.startsWith("--vscode="));
  const flag = args[at];
  const asked = flag === undefined ? process.env["TEST_VSCODE"] : (flag.split("=")[1] ?? args[at + 1]);
  if (asked === undefined || asked === "" || asked === "oldest") return HOSTS.oldest;
  if (asked === "newest") return HOSTS.newest;
  throw new Problem(`Expected "oldest" or "newest" as the VS Code to use, found "${asked}".`);
}
