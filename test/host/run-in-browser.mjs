import fs from "node:fs";
import path from "node:path";
import { format } from "node:util";

import { findChromium } from "../../tools/vscode-host/find-chromium.mjs";
import { installHost } from "../../tools/vscode-host/install-host.mjs";
import { openBrowser } from "../../tools/vscode-host/open-browser.mjs";
import { startServer } from "../../tools/vscode-host/start-server.mjs";

/** For the whole suite, from opening the page to the last test. */
const DEADLINE = 300_000;

/**
 * Runs the suite in the extension host of a VS Code server; a page in a headless browser is its window.
 * @param {import("./launch.mjs").Run} run
 * @returns {Promise<number>} 0 when every test passed.
 */
export async function runInBrowser({
  host,
  extension,
  suite,
  workspace,
  environment,
  results,
  cleanup,
  say,
}) {
  const chromium = await findChromium(say);
  const folder = cleanup.makeFolder("lockstep-vscode");
  const server = await startServer({
    installed: await installHost(host, say),
    folder,
    extensions: path.join(folder, "extensions"),
    isTestDriven: true,
    environment,
  });
  cleanup.add(server.end);
  const { page, close } = await openBrowser(chromium);
  cleanup.add(close);

  let consoleLog = "";
  await page.exposeFunction(
    "codeAutomationLog",
    (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      consoleLog += `${type}: ${format(...args)}\n`;
    },
  );
  /** @type {Promise<number>} */
  const finished = new Promise((resolve) => {
    void page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) => resolve(code));
  });
  await page.goto(
    server.address(workspace, [
      ["extensionDevelopmentPath", server.remote(extension)],
      ["extensionTestsPath", server.remote(suite)],
      ["enableProposedApi", ""],
    ]),
  );

  const code = await Promise.race([
    finished,
    giveUp("deadline"),
    server.ended.then(() => "end of the server"),
  ]);
  if (code === 0) return 0;
  await page.screenshot({ path: path.join(results, "window.png") }).catch(() => undefined);
  fs.writeFileSync(path.join(results, "console.log"), consoleLog);
  fs.writeFileSync(path.join(results, "server.log"), server.log());
  await fs.promises
    .cp(path.join(folder, "data", "logs"), path.join(results, "logs"), { recursive: true })
    .catch(() => undefined);
  if (typeof code === "number") return code;
  say(`No result before the ${code}.`);
  return 2;
}

/**
 * @template T
 * @param {T} value
 * @returns {Promise<T>}
 */
function giveUp(value) {
  return new Promise((resolve) => {
    // It must not keep a finished run from ending.
    setTimeout(() => resolve(value), DEADLINE).unref();
  });
}
