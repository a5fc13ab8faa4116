import fs from "node:fs";
import path from "node:path";

import { REPOSITORY } from "./hosts.mjs";

/** The page that `npm start` shows first: the one that the README walks through. */
export const SAMPLE_PAGE = "zh-cn/troubleshooting.md";

/** A page that English has moved on from. */
export const OUTDATED_PAGE = "ja-jp/set-up-your-station.md";

/**
 * Copies the sample pages to a temporary folder, where they may be changed.
 * @param {import("./cleanup.mjs").Cleanup} cleanup
 * @returns {string} The folder of the copy.
 */
export function copySamples(cleanup) {
  const folder = path.join(cleanup.makeFolder("lockstep-samples"), "samples");
  fs.cpSync(path.join(REPOSITORY, "samples"), folder, { recursive: true });
  return folder;
}
