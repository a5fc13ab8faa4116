import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { isFile, isFolder } from "./kind-of.ts";
import { findUpwards } from "./paths.ts";

/** More references than any repository of documents has; a cache is no gain then. */
const MOST_REFERENCES = 5000;

/** Files that say which commits there are and which one is checked out. */
const FILES = ["HEAD", "FETCH_HEAD", "packed-refs", "shallow", "config", "config.worktree", "info/grafts"];

/**
 * All that Git's answers depend on, without a process: as long as this text is the same, they are. `""`: the folder is
 * in no repository. `undefined`: nobody can tell, because the repository keeps its references in another way.
 */
export function repositoryState(folder: string): string | undefined {
  const top = findUpwards(folder, [".git"]);
  if (top === undefined) return "";
  try {
    const { own, common } = gitFoldersIn(top);
    if (!isFile(join(own, "HEAD")) || isFolder(join(common, "reftable"))) return undefined;
    const folders = own === common ? [own] : [own, common];
    const parts = folders.flatMap((each) => FILES.map((name) => `${name}\n${read(join(each, name))}`));
    const references = folders.flatMap((each) => listReferences(join(each, "refs")));
    const objects = [
      read(join(common, "objects/info/alternates")),
      ...listNames(join(common, "objects/pack")),
    ];
    return references.length > MOST_REFERENCES
      ? undefined
      : JSON.stringify([top, parts, references, objects]);
  } catch {
    return undefined;
  }
}

/** Where a repository keeps what it knows; two folders where it has several worktrees. */
interface RepositoryFolders {
  /** What belongs to this worktree: `HEAD`. */
  readonly own: string;
  /** What all worktrees share: objects, most references. */
  readonly common: string;
}

/**
 * Where the repository that a folder lies in keeps what it knows. `undefined`: it lies in none.
 *
 * @throws where `.git` cannot be read.
 */
export function gitFoldersOf(folder: string): RepositoryFolders | undefined {
  const top = findUpwards(folder, [".git"]);
  return top === undefined ? undefined : gitFoldersIn(top);
}

function gitFoldersIn(top: string): RepositoryFolders {
  const own = gitFolder(join(top, ".git"));
  return { own, common: commonFolder(own) };
}

/** A worktree or submodule has a file `.git` that names the folder. */
function gitFolder(path: string): string {
  if (statSync(path).isDirectory()) return path;
  return resolve(
    path,
    "..",
    read(path)
      .replace(/^gitdir:/, "")
      .trim(),
  );
}

function commonFolder(own: string): string {
  const named = read(join(own, "commondir")).trim();
  return named === "" ? own : resolve(own, named);
}

function listReferences(folder: string): string[] {
  const found: string[] = [];
  const folders = [folder];
  for (
    let next = folders.pop();
    next !== undefined && found.length <= MOST_REFERENCES;
    next = folders.pop()
  ) {
    if (!isFolder(next)) continue;
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const path = join(next, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else found.push(`${path}\n${read(path)}`);
    }
  }
  return found.sort();
}

function listNames(folder: string): string[] {
  return isFolder(folder) ? readdirSync(folder).sort() : [];
}

/** Empty where there is no such file. */
function read(path: string): string {
  return isFile(path) ? readFileSync(path, "utf8") : "";
}
