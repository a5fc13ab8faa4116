import fs from "node:fs";
import path from "node:path";

import { HAS_CHROMIUM, installChromium } from "./install-chromium.mjs";
import { Problem } from "./problem.mjs";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chrome",
  "microsoft-edge",
];

/** Where installers put a browser that is not on the search path. */
const MACOS = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const WINDOWS = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];

/**
 * A browser that can be started.
 * @typedef {object} Browser
 * @property {string} executable
 * @property {Readonly<Record<string, string>>} environment The variables that it needs besides those of this process.
 */

/**
 * The browser to show VS Code in: CHROMIUM_PATH, else one that is installed, else one from npm.
 * @param {(message: string) => void} say
 * @returns {Promise<Browser>}
 */
export async function findChromium(say) {
  const asked = process.env["CHROMIUM_PATH"] ?? "";
  if (asked !== "" && !isFile(asked)) throw new Problem(`CHROMIUM_PATH names ${asked}, which is not there.`);
  const executable = asked === "" ? candidates().find(isFile) : asked;
  if (executable !== undefined) return { executable, environment: {} };
  if (HAS_CHROMIUM) return installChromium(say);
  throw new Problem(
    "This needs Chromium, Chrome or Edge, and none was found. Install one, or name its executable in CHROMIUM_PATH.",
  );
}

function candidates() {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter).filter((folder) => folder !== "");
  if (process.platform === "darwin") return MACOS;
  if (process.platform === "win32") {
    const roots = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].map(
      (name) => process.env[name] ?? "",
    );
    return roots
      .filter((root) => root !== "")
      .flatMap((root) => WINDOWS.map((each) => path.join(root, each)));
  }
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** @param {string} file */
function isFile(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
