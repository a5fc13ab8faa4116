import path from "node:path";

import { runTests } from "@vscode/test-electron";

/**
 * Runs the suite in a desktop VS Code, with a profile of its own and no other extension.
 * @param {import("./launch.mjs").Run} run
 * @param {string} executable
 * @returns {Promise<number>} 0 when every test passed.
 */
export async function runInDesktop({ extension, suite, workspace, environment, cleanup, say }, executable) {
  const profile = cleanup.makeFolder("lockstep-vscode");
  try {
    return await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: extension,
      extensionTestsPath: suite,
      extensionTestsEnv: environment,
      launchArgs: [
        workspace,
        "--disable-extensions",
        "--disable-telemetry",
        `--user-data-dir=${path.join(profile, "data")}`,
        `--extensions-dir=${path.join(profile, "extensions")}`,
      ],
    });
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
