import { lstatSync, realpathSync, unlinkSync } from "node:fs";
import { dirname } from "node:path";
import { isInside } from "./paths.ts";
import { reasonOf } from "./problems.ts";
import type { WriteOptions } from "./write-atomically.ts";

/**
 * Removes a file of a root; of a symbolic link, the link. One that is read-only stays. `undefined`: it is gone; else
 * one sentence on why it is not.
 */
export function removeFile(path: string, { root, name }: WriteOptions): string | undefined {
  try {
    const file = lstatSync(path, { throwIfNoEntry: false });
    if (file === undefined) return undefined;
    if (!isInside(realpathSync(root), realpathSync(dirname(path)))) {
      return cannot(name, "a symbolic link leads out of the root");
    }
    if (!file.isSymbolicLink() && (file.mode & 0o222) === 0) {
      return cannot(name, "it is read-only; make it writable first");
    }
    unlinkSync(path);
    return undefined;
  } catch (error) {
    return cannot(name, reasonOf(error));
  }
}

function cannot(name: string, reason: string): string {
  return `\`${name}\` cannot be removed: ${reason}.`;
}
