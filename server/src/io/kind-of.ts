import { statSync } from "node:fs";

/** Whether there is a folder, or a link to one. Never throws. */
export function isFolder(path: string): boolean {
  return kindOf(path) === "folder";
}

/** Whether there is a file, or a link to one; a pipe or a device is none. Never throws. */
export function isFile(path: string): boolean {
  return kindOf(path) === "file";
}

function kindOf(path: string): "file" | "folder" | undefined {
  try {
    const found = statSync(path);
    if (found.isFile()) return "file";
    return found.isDirectory() ? "folder" : undefined;
  } catch {
    // Not there, below a file, in a circle of links, or not to be looked at: all the same to who asks.
    return undefined;
  }
}
