import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";

import { waitUntil } from "../../tools/vscode-host/processes.mjs";

/**
 * What a step works with.
 * @typedef {object} Walk
 * @property {import("./workbench.mjs").Workbench} workbench
 * @property {string} address
 * @property {string} file The page that the walk works on.
 * @property {string} results The folder for pictures.
 */

/** What is planted in the page. */
const ENGLISH = "English text here";
const FIX = "Repair it";
const REPAIRED = "repaired";

/** The picture that the README shows. */
export const PICTURE = "hover.png";

/** @type {Readonly<Record<string, (walk: Walk) => Promise<void>>>} */
export const steps = {
  "a finding is underlined": async ({ workbench, address, results }) => {
    await workbench.open(address);
    assert.ok((await workbench.waitForSquiggle()) > 0);
    await workbench.takePicture(path.join(results, "squiggle.png"));
  },

  "a hover opened by keyboard shows the English text": async ({ workbench, results }) => {
    await workbench.goTo(3, 7);
    await workbench.showHover(ENGLISH);
    await workbench.takePicture(path.join(results, PICTURE), "editor");
    await workbench.dismiss();
  },

  "a quick fix is offered, applied and saved": async ({ workbench, file, results }) => {
    await workbench.goTo(3, 7);
    const titles = await workbench.openQuickFixes(FIX);
    assert.ok(titles.includes(FIX), titles.join(", "));
    await workbench.takePicture(path.join(results, "quick-fix.png"));
    await workbench.accept();
    await workbench.save();
    assert.ok(
      await waitUntil(() => fs.readFileSync(file, "utf8").includes(REPAIRED), 15_000),
      "The file is as it was.",
    );
  },

  "the command palette lists the commands": async ({ workbench, results }) => {
    const commands = await workbench.searchCommands("Lockstep", "Lockstep: Check Workspace");
    assert.ok(commands.length > 0);
    await workbench.takePicture(path.join(results, "palette.png"));
    await workbench.accept();
  },

  "the Problems panel lists the findings": async ({ workbench, results }) => {
    await workbench.openProblems("page.md");
    await workbench.takePicture(path.join(results, "problems.png"));
  },
};
