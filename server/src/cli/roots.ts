import { realpathSync } from "node:fs";
import { join, relative } from "node:path";
import { isMarkdown } from "../core/links/paths.ts";
import { findFiles } from "../io/find-files.ts";
import { isFile } from "../io/kind-of.ts";
import { findUpwards, toSlashes } from "../io/paths.ts";
import type { UnreadPath } from "../io/problems.ts";
import type { Arguments } from "./arguments.ts";
import { findPlaces } from "./find-places.ts";
import type { Host } from "./host.ts";
import type { Log } from "./log.ts";

/** A folder that relative paths are counted from, with the files of it that a command was asked to work on. */
export interface Root {
  /** Absolute, symbolic links resolved. */
  readonly folder: string;
  /** As it was named on the command line, where there are several roots: paths alone do not tell files apart then. */
  readonly label: string | undefined;
  /** Paths relative to the folder that were named: files, and folders for all that is in them; `""` for everything. */
  readonly chosen: ReadonlySet<string>;
  /** The path of a file as a person or an editor finds it from where the command was run. */
  readonly show: (path: string) => string;
  /** The path of a file relative to its Git repository, or to the root where there is none. */
  readonly inRepository: (path: string) => string;
}

/** One document with its text. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** The roots that a command works on, in the order of the command line. Paths that are not there are reported. */
export function openRoots(args: Arguments, host: Host, log: Log): Root[] {
  const roots = new Map<string, { readonly label: string; readonly chosen: Set<string> }>();
  for (const { folder, label, path } of findPlaces(args, host, log)) {
    const root = roots.get(folder) ?? { label, chosen: new Set() };
    root.chosen.add(path);
    roots.set(folder, root);
  }
  return Array.from(roots, ([folder, { label, chosen }]) =>
    openRoot(folder, roots.size > 1 ? label : undefined, chosen, host),
  );
}

function openRoot(folder: string, label: string | undefined, chosen: ReadonlySet<string>, host: Host): Root {
  const cwd = realpathSync(host.cwd);
  let way: string | undefined;
  return {
    folder,
    label,
    chosen,
    show: showFrom(cwd, folder),
    inRepository(path) {
      way ??= toSlashes(relative(findUpwards(folder, [".git"]) ?? folder, folder));
      return follow(way, path);
    },
  };
}

/** Every page is named once at least, if only to whom nobody listens: the way to the folder is found out once. */
function showFrom(cwd: string, folder: string): Root["show"] {
  const way = toSlashes(relative(cwd, folder));
  // From a folder above the current one, or the root of a drive, the way to a file may be another one.
  const isOther = /^\.\.(?:\/\.\.)*$|\/$/.test(way);
  if (isOther) return (path) => toSlashes(relative(cwd, join(folder, path))) || ".";
  return (path) => follow(way, path) || ".";
}

/** The path of a file by the way to its folder. `join` would look at every letter, for each page that has findings. */
function follow(way: string, path: string): string {
  return way === "" || path === "" ? way + path : `${way}/${path}`;
}

/** Whether a command was asked to work on a path of a root, by its name or by that of a folder around it. */
export function isChosen({ chosen }: Pick<Root, "chosen">, path: string): boolean {
  if (chosen.has("") || chosen.has(path)) return true;
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    if (chosen.has(path.slice(0, end))) return true;
  }
  return false;
}

/** What a command was not asked for may be as it is: it is worth a note, and no failure. */
export function reportUnread(
  unread: readonly UnreadPath[],
  isAsked: (path: string) => boolean,
  log: Log,
): void {
  for (const { path, problem } of unread) {
    if (isAsked(path)) log.failure(problem);
    else log.note(problem);
  }
}

/** Paths of all files that were asked for, sorted by UTF-16 units. What cannot be read is reported. */
export function chosenFiles(root: Root, log: Log): string[] {
  const { paths, problems } = findFiles(root.folder, root.show);
  reportUnread(problems, (path) => isChosen(root, path), log);
  return pickChosen(root, paths);
}

/** Of a root's files, those that were asked for. A file that is named by itself is taken wherever it stands. */
function pickChosen(root: Root, paths: Iterable<string>): string[] {
  const found = [...paths].filter((path) => isChosen(root, path));
  const known = new Set(found);
  const missing = [...root.chosen].filter((path) => !known.has(path) && isFile(join(root.folder, path)));
  return [...found, ...missing].sort();
}

/** Of all files of a root, the pages that were asked for: Markdown, and what was named by itself. */
export function chosenPages(root: Root, paths: Iterable<string>): string[] {
  return pickChosen(root, paths).filter((path) => isMarkdown(path) || root.chosen.has(path));
}
