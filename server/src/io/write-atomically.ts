import {
  closeSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { createFolder } from "./create-folder.ts";
import { isInside } from "./paths.ts";
import { reasonOf } from "./problems.ts";
import { removeStaleFiles, temporaryName } from "./stale-files.ts";

/** Where a file may be written. */
export interface WriteOptions {
  /** The folder that must hold the file, symbolic links followed. */
  readonly root: string;
  /** How messages call the file. */
  readonly name: string;
}

const READ_ONLY = "it is read-only; make it writable first";

/**
 * Writes bytes, or a text as UTF-8, so that the file is, at any moment, the old one or the new one as a whole. Folders
 * on the way are created; an existing file keeps its mode. A file that is a symbolic link is written where it leads,
 * unless that is outside the root.
 *
 * @returns why it could not be written, as a sentence; `undefined`: it was. Then nothing is left behind.
 */
export function writeAtomically(
  path: string,
  content: string | Uint8Array,
  { root, name }: WriteOptions,
): string | undefined {
  try {
    const realRoot = realpathSync(root);
    if (!isInside(realRoot, nearestRealFolder(dirname(path)))) return outside(name);
    createFolder(dirname(path));
    const link = lstat(path);
    const target = link?.isSymbolicLink() === true ? realpathSync(path) : path;
    if (!isInside(realRoot, realpathSync(dirname(target)))) return outside(name);
    const existing = link?.isSymbolicLink() === true ? statSync(target) : link;
    if (existing !== undefined && (existing.mode & 0o222) === 0) return cannot(name, READ_ONLY);
    replace(target, content, existing);
    return undefined;
  } catch (error) {
    return cannot(name, reasonOf(error));
  }
}

function cannot(name: string, reason: string): string {
  return `\`${name}\` cannot be written: ${reason}.`;
}

function outside(name: string): string {
  return cannot(name, "a symbolic link leads out of the root");
}

/** Folders in which nothing of earlier runs is left. */
const tidied = new Set<string>();

/** Through a new file in the same folder, because a rename is only atomic within one disk. */
function replace(path: string, content: string | Uint8Array, existing: Stats | undefined): void {
  const folder = dirname(path);
  const temporary = join(folder, temporaryName());
  const file = openSync(temporary, "wx", existing?.mode ?? 0o666);
  try {
    try {
      // The mode given to `open` is subject to the umask.
      if (existing !== undefined) fchmodSync(file, existing.mode & 0o7777);
      writeFileSync(file, content);
      fsyncSync(file);
      if (!tidied.has(folder)) removeStaleFiles(folder, fstatSync(file).mtimeMs);
      tidied.add(folder);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function lstat(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

/** The real path of a folder, or of the nearest one above it that is there. */
function nearestRealFolder(folder: string): string {
  for (let place = folder; ; place = dirname(place)) {
    if (lstat(place) !== undefined || dirname(place) === place) return realpathSync(place);
  }
}
