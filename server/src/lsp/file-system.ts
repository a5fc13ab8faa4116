/** What the server needs of the disk. Paths are absolute, with `/`. Nothing here throws: what cannot be read is not there. */
export interface FileSystem {
  /** The path with every symbolic link on the way followed. `undefined`: nothing stands there. */
  realPath(path: string): Promise<string | undefined>;
  kindOf(path: string): Promise<"file" | "folder" | undefined>;
  /**
   * Paths of all files below a folder, relative to it, tool folders such as `.git` and `node_modules` left out.
   * `undefined`: no such folder.
   */
  listFiles(folder: string): Promise<readonly string[] | undefined>;
  /** Names of the folders in a folder; none where it cannot be read. */
  listFolders(folder: string): Promise<readonly string[]>;
  /** `undefined`: not a file, or not readable. */
  readText(path: string): Promise<string | undefined>;
}
