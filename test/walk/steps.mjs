import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";

import { waitUntil } from "../../tools/vscode-host/processes.mjs";

/**
 * What a step works with.
 * @typedef {object} Walk
 * @property {import("./workbench.mjs").Workbench} workbench
 * @property {string} address
 * @property {string} file The page that the walk works on; samples/README.md lists what is planted in it.
 * @property {string} results The folder for pictures.
 */

/** The picture that the README shows. */
export const PICTURE = "hover.png";

const COMMANDS = ["Lockstep: Check Workspace", "Lockstep: Restart Server", "Lockstep: Show Log"];

/** @type {Readonly<Record<string, (walk: Walk) => Promise<void>>>} */
export const steps = {
  "findings are underlined": async ({ workbench, address, results }) => {
    await workbench.open(address);
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
