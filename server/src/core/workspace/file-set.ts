import { folderOf } from "../links/paths.ts";

/** The file paths of a root, immutable. What is seldom asked is worked out on the first question. */
export class FileSet {
  readonly #paths: ReadonlySet<string>;
  #byLowerCase: ReadonlyMap<string, string> | undefined;
  #folders: ReadonlySet<string> | undefined;

  constructor(paths: Iterable<string>) {
    this.#paths = new Set(paths);
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#paths[Symbol.iterator]();
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }

  /** The path as it is on disk, whatever the letter case of the question. */
  findIgnoringCase(path: string): string | undefined {
    this.#byLowerCase ??= new Map(Array.from(this.#paths, (each) => [each.toLowerCase(), each]));
    return this.#byLowerCase.get(path.toLowerCase());
  }

  hasFolder(path: string): boolean {
    this.#folders ??= foldersOf(this.#paths);
    return this.#folders.has(path.toLowerCase());
  }

  with(path: string): FileSet {
    return this.has(path) ? this : new FileSet([...this.#paths, path]);
  }

  without(paths: ReadonlySet<string>): FileSet {
    return new FileSet([...this.#paths].filter((path) => !paths.has(path)));
  }
}

/** Lower case: a folder is where a link leads, whichever way it is written. */
function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set([""]);
  for (const path of paths) {
    for (let folder = folderOf(path.toLowerCase()); !folders.has(folder); folder = folderOf(folder))
      folders.add(folder);
  }
  return folders;
}
