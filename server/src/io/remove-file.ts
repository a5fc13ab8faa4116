import { lstatSync, realpathSync, unlinkSync } from "node:fs";
import { dirname } from "node:path";
import { isInside } from "./paths.ts";
import { reasonOf } from "./problems.ts";
import type { WriteOptions } from "./write-atomically.ts";

/**
 * Removes a file of a root; of a symbolic link, the link. One that is read-only stays. `undefined`: it is gone; else
 * one sentence on why it is not.
 */
export function removeFile(path: string, options: WriteOptions): string | undefined {
  const problem = whyNotRemovable(path, options);
  if (problem !== undefined) return problem;
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) unlinkSync(path);
    return undefined;
  } catch (error) {
    return cannot(options.name, reasonOf(error));
  }
}

/** Why a file would not be removed: one sentence. `undefined`: nothing is known to stand in the way. */
export function whyNotRemovable(path: string, { root, name }: WriteOptions): string | undefined {
  try {
    const file = lstatSync(path, { throwIfNoEntry: false });
    if (file === undefined) return undefined;
    if (!isInside(realpathSync(root), realpathSync(dirname(path)))) {
      return cannot(name, "a symbolic link leads out of the root");
    }
    const isReadOnly = !file.isSymbolicLink() && (file.mode & 0o222) === 0;
    return isReadOnly ? cannot(name, "it is read-only; make it writable first") : undefined;
  } catch (error) {
    return cannot(name, reasonOf(error));
  }
}

function cannot(name: string, reason: string): string {
  return `\`${name}\` cannot be removed: ${reason}.`;
}
