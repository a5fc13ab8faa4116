// `promises` by way of `node:fs`, see `read-page.ts`.
import { type Dirent, promises, readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { isListedFile, isListedFolder } from "../core/workspace/listed-names.ts";
import { isInside } from "./paths.ts";
import { reasonOf, type UnreadPath } from "./problems.ts";

/** The files of a root. */
export interface FoundFiles {
  /** Relative to the root, with `/`, sorted by UTF-16 units. */
  readonly paths: readonly string[];
  /** Folders that could not be read. */
  readonly problems: readonly UnreadPath[];
}

/** How messages call a path of a root; `""` is the root itself. */
export type NameOf = (path: string) => string;

/** For those who know of one root only. */
export const byPath: NameOf = (path) => (path === "" ? "." : path);

/**
 * All files below a folder whose names say that they are looked at (`core/workspace/listed-names.ts`). A symbolic link
 * to a file in the root counts as a file; links that leave the root, and links to folders, are not followed, so that no
 * page comes twice and no circle is walked. `nameOf` is how messages call a path.
 */
export function findFiles(root: string, nameOf: NameOf = byPath): FoundFiles {
  const walk = new Walk(nameOf);
  for (let folder = walk.next(); folder !== undefined; folder = walk.next()) {
    const path = join(root, folder);
    try {
      for (const entry of readdirSync(path, { withFileTypes: true })) {
        if (walk.add(folder, entry) !== "link") continue;
        if (
          isFileInside(
            () => realpathSync(root),
            () => realpathSync(join(path, entry.name)),
            statSync,
          )
        ) {
          walk.addFile(folder, entry.name);
        }
      }
    } catch (error) {
      walk.addProblem(folder, error);
    }
  }
  return walk.found();
}

/** The same without holding up the event loop. */
export async function findFilesInBackground(root: string, nameOf: NameOf = byPath): Promise<FoundFiles> {
  const walk = new Walk(nameOf);
  await walkOn(root, walk);
  return walk.found();
}

/**
 * Those of the same files that stand at a path of the root, or in the folder there: none where a link leads out of the
 * root on the way. Paths are relative to the root.
 */
export async function findFilesAt(root: string, path: string): Promise<readonly string[]> {
  const walk = new Walk(byPath);
  try {
    for (const name of path.split("/")) {
      // The folder that was entered by the name before.
      const folder = walk.next();
      if (folder === undefined) return [];
      await take(root, walk, folder, Object.assign(await promises.lstat(join(root, folder, name)), { name }));
    }
  } catch {
    return [];
  }
  await walkOn(root, walk);
  return walk.found().paths;
}

async function walkOn(root: string, walk: Walk): Promise<void> {
  for (let folder = walk.next(); folder !== undefined; folder = walk.next()) {
    try {
      for (const entry of await promises.readdir(join(root, folder), { withFileTypes: true }))
        await take(root, walk, folder, entry);
    } catch (error) {
      walk.addProblem(folder, error);
    }
  }
}

async function take(root: string, walk: Walk, folder: string, entry: Entry): Promise<void> {
  if (walk.add(folder, entry) === "link" && (await isLinkInside(root, join(root, folder, entry.name))))
    walk.addFile(folder, entry.name);
}

/** What a folder holds. */
type Entry = Pick<Dirent, "name" | "isDirectory" | "isFile" | "isSymbolicLink">;

/** What both walks have in common: which folders are left, what was found. */
class Walk {
  readonly #folders: string[] = [""];
  readonly #paths: string[] = [];
  readonly #problems: UnreadPath[] = [];
  readonly #nameOf: NameOf;

  constructor(nameOf: NameOf) {
    this.#nameOf = nameOf;
  }

  next(): string | undefined {
    return this.#folders.pop();
  }

  /** Takes an entry in; of a symbolic link the caller has to find out what it is. */
  add(folder: string, entry: Entry): "taken" | "link" {
    const { name } = entry;
    if (entry.isDirectory()) {
      if (isListedFolder(name)) this.#folders.push(toPath(folder, name));
    } else if (isListedFile(name)) {
      if (entry.isSymbolicLink()) return "link";
      if (entry.isFile()) this.addFile(folder, name);
    }
    return "taken";
  }

  addFile(folder: string, name: string): void {
    this.#paths.push(toPath(folder, name));
  }

  addProblem(folder: string, error: unknown): void {
    const problem = `The folder \`${this.#nameOf(folder)}\` cannot be read: ${reasonOf(error)}.`;
    this.#problems.push({ path: folder, problem });
  }

  found(): FoundFiles {
    return { paths: this.#paths.sort(), problems: this.#problems };
  }
}

function toPath(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

function isFileInside(
  realRoot: () => string,
  realFile: () => string,
  statOf: (path: string) => { isFile(): boolean },
): boolean {
  try {
    const file = realFile();
    return isInside(realRoot(), file) && statOf(file).isFile();
  } catch {
    // A link that leads nowhere is no file.
    return false;
  }
}

async function isLinkInside(root: string, path: string): Promise<boolean> {
  try {
    const file = await promises.realpath(path);
    return isInside(await promises.realpath(root), file) && (await promises.stat(file)).isFile();
  } catch {
    return false;
  }
}
