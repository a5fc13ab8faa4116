import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { findFilesAt, findFilesInBackground } from "./find-files.ts";
import { readPageInBackground } from "./read-page.ts";

/** The disk as a server asks it: nothing throws, nothing holds up the event loop, what cannot be read is not there. */
export const fileSystem = {
  async realPath(path: string): Promise<string | undefined> {
    try {
      return (await realpath(path)).replaceAll("\\", "/");
    } catch {
      return undefined;
    }
  },

  async kindOf(path: string): Promise<"file" | "folder" | undefined> {
    try {
      const found = await stat(path);
      if (found.isFile()) return "file";
      return found.isDirectory() ? "folder" : undefined;
    } catch {
      return undefined;
    }
  },

  /** Relative to the folder, with `/`. `undefined`: there is no such folder. */
  async listFiles(folder: string): Promise<readonly string[] | undefined> {
    if ((await this.kindOf(folder)) !== "folder") return undefined;
    return (await findFilesInBackground(folder)).paths;
  },

  /** Those of them that stand at a path of the folder, or below it. */
  listFilesAt(folder: string, path: string): Promise<readonly string[]> {
    return findFilesAt(folder, path);
  },

  /** Names of the folders in a folder, links to folders included. */
  async listFolders(folder: string): Promise<readonly string[]> {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink()).map(({ name }) => name);
    } catch {
      return [];
    }
  },

  async readText(path: string): Promise<string | undefined> {
    return (await readPageInBackground(join(path), path)).value;
  },

  /** Why a file that is there has no text, called `name`. `undefined`: it is not there, or has one. */
  async explainUnread(path: string, name: string): Promise<string | undefined> {
    if ((await this.kindOf(path)) !== "file") return undefined;
    return (await readPageInBackground(join(path), name)).problem;
  },
};
