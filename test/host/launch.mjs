// Runs the mocha suite inside the extension host of a real VS Code. CONTRIBUTING.md says which one it takes and why.
// `--vscode newest` takes the newest one; `--grep TEXT` runs the tests whose names hold the text.
import path from "node:path";

import { readHost, REPOSITORY } from "../../tools/vscode-host/hosts.mjs";
import { Problem } from "../../tools/vscode-host/problem.mjs";
import { makeResults, runLauncher } from "../../tools/vscode-host/run-launcher.mjs";
import { runScript } from "../../tools/vscode-host/run-script.mjs";
import { copySamples } from "../../tools/vscode-host/samples.mjs";
import { buildSuite } from "./build-suite.mjs";
import { chooseEditor } from "./choose-editor.mjs";
import { followReport } from "./follow-report.mjs";
import { runInBrowser } from "./run-in-browser.mjs";
import { runInDesktop } from "./run-in-desktop.mjs";

/**
 * Everything that either kind of editor needs to run the suite.
 * @typedef {object} Run
 * @property {import("../../tools/vscode-host/hosts.mjs").Host} host
 * @property {string} extension The folder of the extension under test.
 * @property {string} suite The built suite, without its file extension.
 * @property {string} workspace A copy of the samples that the tests may change.
 * @property {Readonly<Record<string, string>>} environment What the suite is told through variables.
 * @property {string} results The folder for what is kept of a failed run.
 * @property {import("../../tools/vscode-host/cleanup.mjs").Cleanup} cleanup
 * @property {(message: string) => void} say
 */

await runLauncher(main);

/** @param {import("../../tools/vscode-host/run-launcher.mjs").Launch} launch */
async function main({ cleanup, say }) {
  const host = readHost(process.argv.slice(2));
  await runScript("build.mjs");
  const suite = await buildSuite();
  const editor = await chooseEditor(host, say);
  say(`In-host suite on VS Code ${editor.version}: ${editor.reason}.`);

  const results = makeResults("host", host);

  const reportFile = path.join(cleanup.makeFolder("lockstep-report"), "report.txt");
  /** @type {Run} */
  const run = {
    host,
    extension: REPOSITORY,
    suite,
    workspace: copySamples(cleanup),
    environment: { LOCKSTEP_TEST_REPORT: reportFile, LOCKSTEP_TEST_GREP: readGrep() },
    results,
    cleanup,
    say,
  };
  const report = followReport(reportFile, (text) => process.stdout.write(text));
  cleanup.add(report.end);
  const code =
    editor.executable === undefined ? await runInBrowser(run) : await runInDesktop(run, editor.executable);
  report.read();
  // The exit code alone would not tell an empty run from a good one.
  if (code === 0 && !/\b[1-9]\d* passing/.test(report.text())) {
    throw new Problem("VS Code ended without an error, but no test has passed. Is the suite empty?");
  }
  if (code !== 0) say(`The suite failed. What was kept of the run: ${path.relative(REPOSITORY, results)}`);
  return code;
}

function readGrep() {
  const at = process.argv.indexOf("--grep");
  return at === -1 ? "" : (process.argv[at + 1] ?? "");
}
