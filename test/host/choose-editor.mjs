import { downloadAndUnzipVSCode, SilentReporter } from "@vscode/test-electron";

import { Problem } from "../../tools/vscode-host/problem.mjs";

/** How long a download may stand still before the browser is taken instead. */
const DOWNLOAD_PATIENCE = 10_000;

/**
 * The editor that the suite will run in, decided before any test has started.
 * @typedef {object} Editor
 * @property {string | undefined} executable A desktop VS Code; undefined stands for the one in the browser.
 * @property {string} version
 * @property {string} reason The end of a sentence: which kind was taken, and why.
 */

/**
 * @param {import("../../tools/vscode-host/hosts.mjs").Host} host
 * @param {(message: string) => void} say
 * @returns {Promise<Editor>}
 */
export async function chooseEditor(host, say) {
  const executable = process.env["VSCODE_EXECUTABLE"] ?? "";
  if (executable !== "")
    return {
      executable,
      version: "(any)",
      reason: `the desktop editor ${executable}, as VSCODE_EXECUTABLE says`,
    };

  const asked = process.env["TEST_HOST"] ?? "";
  if (!["", "web", "desktop"].includes(asked)) {
    throw new Problem(`Expected "web" or "desktop" in TEST_HOST, found "${asked}".`);
  }
  if (asked === "web") return inBrowser(host, "as TEST_HOST says");
  if (asked === "" && !hasScreen()) return inBrowser(host, "because there is no screen for a desktop editor");

  say(`Fetching the desktop VS Code ${host.version} (kept in .vscode-test) ...`);
  try {
    const file = await downloadAndUnzipVSCode({
      version: host.version,
      timeout: DOWNLOAD_PATIENCE,
      reporter: new SilentReporter(),
    });
    return { executable: file, version: host.version, reason: "the desktop editor" };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (asked === "desktop") throw new Problem(`The desktop VS Code could not be fetched: ${reason}`);
    return inBrowser(host, `because the desktop editor could not be fetched (${reason})`);
  }
}

/**
 * @param {import("../../tools/vscode-host/hosts.mjs").Host} host
 * @param {string} why
 * @returns {Editor}
 */
function inBrowser(host, why) {
  return {
    executable: undefined,
    version: host.version,
    reason: `the server from npm with a page in Chromium, ${why}`,
  };
}

function hasScreen() {
  if (process.platform !== "linux") return true;
  return Boolean(process.env["DISPLAY"]) || Boolean(process.env["WAYLAND_DISPLAY"]);
}
