import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";

import { OUTDATED_PAGE, SAMPLE_PAGE } from "../../tools/vscode-host/samples.mjs";
import { waitUntil } from "../../tools/vscode-host/processes.mjs";

/**
 * What a step works with.
 * @typedef {object} Walk
 * @property {import("./workbench.mjs").Workbench} workbench
 * @property {(page: string) => string} addressOf The address of the window with a sample page in it.
 * @property {string} file The page that the walk works on; samples/README.md lists what is planted in it.
 * @property {string} results The folder for pictures.
 */

/** The picture that the README shows. */
export const PICTURE = "hover.png";

const COMMANDS = ["Lockstep: Check Workspace", "Lockstep: Restart Server", "Lockstep: Show Log"];

/** @type {Readonly<Record<string, (walk: Walk) => Promise<void>>>} */
export const steps = {
  "findings are underlined": async ({ workbench, addressOf, results }) => {
    await workbench.open(addressOf(SAMPLE_PAGE));
    assert.ok((await workbench.waitForSquiggle()) > 0);
    await workbench.takePicture(path.join(results, "squiggle.png"));
  },

  "a hover opened by keyboard shows the English": async ({ workbench, results }) => {
    await workbench.select("使用 sky");
    await workbench.waitForSquiggle();
    await workbench.showHover("Check the clock of the hub with");
    await workbench.takePicture(path.join(results, PICTURE), "editor");
    await workbench.dismiss();
  },

  "a quick fix puts lost backticks back": async (walk) => {
    await walk.workbench.openQuickFixes("`skylark status --clock`");
    await walk.workbench.takePicture(path.join(walk.results, "quick-fix.png"));
    await accept(walk, "使用 `skylark status --clock` 检查");
  },

  "a quick fix corrects a misspelt key": async (walk) => {
    await walk.workbench.select("ms.autor");
    await walk.workbench.openQuickFixes("ms.author");
    await accept(walk, "\nms.author: miraok");
  },

  "a quick fix leads a broken link to the page that was meant": async (walk) => {
    await walk.workbench.select("calibrate-sensor.md");
    await walk.workbench.openQuickFixes("calibrate-sensors.md");
    await accept(walk, "](calibrate-sensors.md)\n");
  },

  "the command palette lists the commands": async ({ workbench, results }) => {
    const listed = await workbench.searchCommands("Lockstep", "Lockstep: Check Workspace");
    const missing = COMMANDS.filter((each) => !listed.some((row) => row.includes(each)));
    assert.deepEqual(missing, [], `The palette lists ${listed.join(", ")}.`);
    await workbench.takePicture(path.join(results, "palette.png"));
    await workbench.dismiss();
  },

  "the Problems panel lists the findings of the page": async ({ workbench, results }) => {
    await workbench.openProblems("hard-coded-locale");
    await workbench.takePicture(path.join(results, "problems.png"));
  },

  "after a check of the workspace, the panel lists other pages as well": async ({ workbench, results }) => {
    await workbench.searchCommands("Lockstep: Check Workspace", "Lockstep: Check Workspace");
    await workbench.accept();
    await workbench.waitForStatus("pages checked");
    await workbench.waitForProblem("read-your-data.md");
    assert.ok(await workbench.keepsProblems(), "The Problems panel was open, and the command has closed it.");
    await workbench.takePicture(path.join(results, "workspace.png"));
  },

  "a sync shows what it would change, a group for each kind": async ({ workbench, addressOf, results }) => {
    await workbench.open(addressOf(OUTDATED_PAGE));
    await workbench.waitForSquiggle();
    await workbench.searchCommands("Lockstep: Sync Page with English", "Lockstep: Sync Page with English");
    await workbench.accept();
    await workbench.waitForPreview(["Changed: 1", "Metadata: 1", "New: 1"]);
    await workbench.takePicture(path.join(results, "sync-preview.png"));
  },

  "after a sync, a message leads to the first segment that needs a person": async ({
    workbench,
    results,
  }) => {
    await workbench.applyPreview();
    await workbench.waitForMessage("24 segments kept, 1 changed, 1 new, 1 removed");
    await workbench.takePicture(path.join(results, "sync-summary.png"));
    await workbench.chooseInMessage("Go to First Segment");
    await workbench.waitForStatus("1 of 2 in this page");
    await workbench.takePicture(path.join(results, "sync-first.png"));
  },

  "keys lead to the next segment that needs work": async ({ workbench, results }) => {
    await workbench.pressUntilStatus("Alt+.", "2 of 2 in this page");
    await workbench.takePicture(path.join(results, "sync-next.png"));
  },

  "the result of a sync can be looked at before": async ({ workbench, results }) => {
    await workbench.undo();
    await workbench.searchCommands("Lockstep: Preview Sync of Page", "Lockstep: Preview Sync of Page");
    await workbench.accept();
    await workbench.waitForTab("after a sync with English");
    await workbench.takePicture(path.join(results, "sync-diff.png"));
  },

  "a walkthrough leads from the first finding to the settings": async ({ workbench, results }) => {
    const steps = await workbench.openWalkthrough("Get started with Lockstep");
    assert.match(steps[0] ?? "", /See a finding and fix it/);
    assert.match(steps.at(-1) ?? "", /Make it yours/);
    await workbench.takePicture(path.join(results, "walkthrough.png"));
  },

  "commands, messages and the walkthrough are in the language of the window": async (walk) => {
    const { workbench, addressOf, results } = walk;
    await workbench.speak("ja");
    await workbench.open(addressOf(SAMPLE_PAGE));
    await workbench.waitForSquiggle();
    await workbench.searchCommands("Lockstep: Check Workspace", "Lockstep: ワークスペースを検査");
    await workbench.accept();
    await workbench.waitForStatus("ページを検査しました");
    const steps = await workbench.openWalkthrough("Lockstep を使い始める");
    assert.match(steps[0] ?? "", /問題を確認して修正する/);
    await workbench.takePicture(path.join(results, "walkthrough-ja.png"));
  },
};

/**
 * Takes the quick fix that is offered first, and saves the page.
 * @param {Walk} walk
 * @param {string} expected What the page has to hold then.
 */
async function accept({ workbench, file }, expected) {
  await workbench.accept();
  const isSaved = await waitUntil(
    async () => {
      await workbench.save();
      return fs.readFileSync(file, "utf8").includes(expected);
    },
    15_000,
    500,
  );
  assert.ok(isSaved, `The page lacks "${expected}".`);
}
