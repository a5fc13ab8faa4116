import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { isFolder } from "./kind-of.ts";

/**
 * Makes a folder and those above it that are missing. `mkdirSync` with `recursive` would try for ever where the system
 * refuses to make one without saying so: in `/proc`.
 *
 * @throws what the file system says.
 */
export function createFolder(path: string): void {
  const wanted = resolve(path);
  const missing: string[] = [];
  for (let place = wanted; !isFolder(place) && dirname(place) !== place; place = dirname(place)) {
    missing.push(place);
  }
  for (const folder of missing.reverse()) create(folder, folder === wanted);
}

function create(folder: string, isLast: boolean): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Somebody else may have made it in the meantime. Of a file on the way, the next folder tells.
    if (code === "EEXIST" && (!isLast || isFolder(folder))) return;
    // The folder above it is there.
    if (code === "ENOENT") throw new Error("the system makes no folders there", { cause: error });
    throw error;
  }
}
