import fs from "node:fs";
import path from "node:path";

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
 * The browser to show VS Code in: CHROMIUM_PATH, else one that is installed.
 * @returns {string}
 */
export function findChromium() {
  const asked = process.env["CHROMIUM_PATH"];
  if (asked !== undefined && asked !== "") {
    if (isFile(asked)) return asked;
    throw new Problem(`CHROMIUM_PATH names ${asked}, which is not there.`);
  }
  const found = candidates().find(isFile);
  if (found !== undefined) return found;
  throw new Problem(
    "This needs Chromium, Chrome or Edge, and none was found. Install one " +
      '(on Debian and Ubuntu: "apt-get install chromium"), or name its executable in CHROMIUM_PATH.',
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
