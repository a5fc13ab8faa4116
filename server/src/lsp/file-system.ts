/**
 * What the server needs of the disk. Paths are absolute, with `/`. Nothing here throws: what cannot be read is not
 * there.
 */
export interface FileSystem {
  /** The path with every symbolic link on the way followed. `undefined`: nothing stands there. */
  realPath(path: string): Promise<string | undefined>;
  kindOf(path: string): Promise<"file" | "folder" | undefined>;
  /**
   * Paths of all files below a folder, relative to it. Left out is what `core/workspace/listed-names.ts` does not list,
   * and what symbolic links lead to outside of the folder, or in another folder. `undefined`: no such folder.
   */
  listFiles(folder: string): Promise<readonly string[] | undefined>;
  /** Those of them that stand at a path, relative to the folder, or in the folder there. */
  listFilesAt(folder: string, path: string): Promise<readonly string[]>;
  /** Names of the folders in a folder; none where it cannot be read. */
  listFolders(folder: string): Promise<readonly string[]>;
  /** `undefined`: not a file, or not readable. */
  readText(path: string): Promise<string | undefined>;
  /**
   * Why a file that is there has no text, and what to do: it is UTF-16, say. `name` is what that sentence calls it.
   * `undefined`: it is not there, or has one.
   */
  explainUnread(path: string, name: string): Promise<string | undefined>;
}
