// Walks through the interface of a real VS Code with the packaged extension, by keyboard, in a headless browser.
// `--picture` also replaces the picture in the README.
import fs from "node:fs";
import path from "node:path";

import { findChromium } from "../../tools/vscode-host/find-chromium.mjs";
import { readHost, REPOSITORY } from "../../tools/vscode-host/hosts.mjs";
import { installHost } from "../../tools/vscode-host/install-host.mjs";
import { openBrowser } from "../../tools/vscode-host/open-browser.mjs";
import { explain } from "../../tools/vscode-host/problem.mjs";
import { makeResults, runLauncher } from "../../tools/vscode-host/run-launcher.mjs";
import { runScript, VSIX } from "../../tools/vscode-host/run-script.mjs";
import { copySamples, SAMPLE_PAGE } from "../../tools/vscode-host/samples.mjs";
import { installExtension, startServer } from "../../tools/vscode-host/start-server.mjs";
import { PICTURE, steps } from "./steps.mjs";
import { Workbench } from "./workbench.mjs";

await runLauncher(main);

/** @param {import("../../tools/vscode-host/run-launcher.mjs").Launch} launch */
async function main({ cleanup, say }) {
  const host = readHost(process.argv.slice(2));
  const results = makeResults("walk", host);
  const chromium = await findChromium(say);
  const installed = await installHost(host, say);
  await runScript("package.mjs");
  const profile = cleanup.makeFolder("lockstep-vscode");
  const workspace = copySamples(cleanup);
  // A picture in a text has no room for a second, smaller one of the same page.
  fs.mkdirSync(path.join(workspace, ".vscode"));
  fs.writeFileSync(path.join(workspace, ".vscode", "settings.json"), '{ "editor.minimap.enabled": false }\n');
  const extensions = path.join(profile, "extensions");
  await installExtension(installed, VSIX, { folder: profile, extensions });
  const server = await startServer({ installed, folder: profile, extensions });
  cleanup.add(server.end);
  const { page, foreign, close } = await openBrowser(chromium);
  cleanup.add(close);

  say(`Interface walk on VS Code ${host.version}, with the packaged extension, in ${chromium.executable}.\n`);
  const file = path.join(workspace, SAMPLE_PAGE);
  const addressOf = (/** @type {string} */ name) =>
    server.address(workspace, [["openFile", server.remote(path.join(workspace, name))]]);
  const passed = await walk({ workbench: new Workbench(page), addressOf, file, results }, say);
  if (!passed) {
    await page.screenshot({ path: path.join(results, "failed.png") }).catch(() => undefined);
    fs.writeFileSync(path.join(results, "server.log"), server.log());
    await fs.promises
      .cp(path.join(profile, "data", "logs"), path.join(results, "logs"), { recursive: true })
      .catch(() => undefined);
  }
  if (foreign.length > 0) say(`  The page asked for other computers: ${[...new Set(foreign)].join(", ")}`);
  say(`  Pictures: ${path.relative(REPOSITORY, results)}\n`);
  if (passed && process.argv.includes("--picture")) {
    fs.copyFileSync(path.join(results, PICTURE), path.join(REPOSITORY, "media", "squiggle.png"));
    say("  media/squiggle.png is new.");
  }
  return passed ? 0 : 1;
}

/**
 * Takes the steps one after the other; each starts where the one before it has ended, so the first failure is the end.
 * @param {import("./steps.mjs").Walk} at
 * @param {(message: string) => void} say
 * @returns {Promise<boolean>}
 */
async function walk(at, say) {
  const entries = Object.entries(steps);
  let passing = 0;
  for (const [name, step] of entries) {
    const start = Date.now();
    try {
      await step(at);
      passing += 1;
      say(`  ✔ ${name} (${Date.now() - start} ms)`);
    } catch (error) {
      say(`  ✘ ${name}\n${explain(error)}`);
      break;
    }
  }
  say(`\n  ${passing} of ${entries.length} steps passing`);
  return passing === entries.length;
}
