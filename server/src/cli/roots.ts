import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { isMarkdown } from "../core/links/paths.ts";
import { findFiles } from "../io/find-files.ts";
import { CONFIG_FILE } from "../io/load-config.ts";
import { pathFrom, toSlashes } from "../io/paths.ts";
import { reasonOf } from "../io/problems.ts";
import { readPage } from "../io/read-page.ts";
import type { Arguments } from "./arguments.ts";
import { type Host, UsageError } from "./host.ts";
import type { Log } from "./log.ts";

/** Files that tell where a repository of pages starts: the root of a page that is named by itself. */
const ROOT_MARKERS = [CONFIG_FILE, ".openpublishing.publish.config.json"];

/** A folder that relative paths are counted from, with the files of it that a command was asked to work on. */
export interface Root {
  /** Absolute, symbolic links resolved. */
  readonly folder: string;
  /** As it was named on the command line, where there are several roots: paths alone do not tell files apart then. */
  readonly label: string | undefined;
  /** Paths relative to the folder that were named: files, and folders for all that is in them; `""` for everything. */
  readonly chosen: ReadonlySet<string>;
  /** The path of a file as a person or an editor finds it from where the command was run. */
  show(path: string): string;
  /** The path of a file relative to its Git repository, or to the root where there is none. */
  inRepository(path: string): string;
}

/** One document with its text. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** The roots that a command works on, in the order of the command line. Paths that are not there are reported. */
export function openRoots(args: Arguments, host: Host, log: Log): Root[] {
  const common = commonRoot(args, host);
  const names = args.paths.length > 0 ? args.paths : [common?.folder ?? "."];
  const roots = new Map<string, { readonly label: string; readonly chosen: Set<string> }>();
  for (const name of names) {
    const path = findReal(resolve(host.cwd, name), name, log);
    if (path === undefined) continue;
    const { folder, label } = common ?? { folder: rootOf(path), label: name };
    const root = roots.get(folder) ?? { label, chosen: new Set() };
    root.chosen.add(pathInside(folder, path, name));
    roots.set(folder, root);
  }
  return Array.from(roots, ([folder, { label, chosen }]) =>
    openRoot(folder, roots.size > 1 ? label : undefined, chosen, host),
  );
}

function commonRoot(args: Arguments, host: Host): { folder: string; label: string } | undefined {
  const label = args.text("root");
  return label === undefined ? undefined : { folder: folderOption("root", label, host), label };
}

function pathInside(folder: string, path: string, name: string): string {
  const inside = pathFrom(folder, path);
  if (inside === undefined) throw new UsageError(`\`${name}\` is not in the folder that \`--root\` names.`);
  return inside;
}

function openRoot(folder: string, label: string | undefined, chosen: ReadonlySet<string>, host: Host): Root {
  const cwd = realpathSync(host.cwd);
  let repository: string | undefined;
  return {
    folder,
    label,
    chosen,
    show: (path) => toSlashes(relative(cwd, join(folder, path))),
    inRepository(path) {
      repository ??= findUpwards(folder, [".git"]) ?? folder;
      return toSlashes(relative(repository, join(folder, path)));
    },
  };
}

/** Paths of all files that were asked for, sorted by UTF-16 units. */
export function chosenFiles({ folder, chosen, label }: Root, log: Log): string[] {
  const { paths, problems } = findFiles(folder);
  for (const problem of problems) log.failure(label === undefined ? problem : `${label}: ${problem}`);
  if (chosen.has("")) return [...paths];
  const named = [...chosen];
  // A file that is named by itself is taken whatever it is called.
  const missing = named.filter((path) => !paths.includes(path) && isFile(join(folder, path)));
  const found = paths.filter((path) => named.some((each) => path === each || path.startsWith(`${each}/`)));
  return [...found, ...missing].sort();
}

/** Of the chosen files, the pages: all Markdown, and whatever was named by itself. */
export function chosenPages(root: Root, log: Log): string[] {
  return chosenFiles(root, log).filter((path) => isMarkdown(path) || root.chosen.has(path));
}

/** The documents of a root that a command was asked for, one after another. Those that cannot be read are reported. */
export function* readPages(root: Root, log: Log): Iterable<Page> {
  for (const path of chosenPages(root, log)) {
    const { value, problem } = readPage(join(root.folder, path), root.show(path));
    if (problem === undefined) yield { path, text: value };
    else log.failure(problem);
  }
}

/**
 * The real path of the folder that an option names.
 *
 * @throws UsageError when there is no such folder.
 */
export function folderOption(option: string, name: string, host: Host): string {
  const path = resolve(host.cwd, name);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(`\`--${option}\` is \`${name}\`, which is no folder.`);
  }
  return realpathSync(path);
}

function findReal(path: string, name: string, log: Log): string | undefined {
  try {
    return realpathSync(path);
  } catch (error) {
    log.failure(`\`${name}\` cannot be read: ${reasonOf(error)}.`);
    return undefined;
  }
}

function rootOf(path: string): string {
  if (!isFile(path)) return path;
  const folder = dirname(path);
  return findUpwards(folder, ROOT_MARKERS) ?? folder;
}

/** The nearest folder, from `folder` upwards, that holds one of these names; not beyond a Git repository's top. */
function findUpwards(folder: string, names: readonly string[]): string | undefined {
  for (let place = folder; ; place = dirname(place)) {
    if (names.some((name) => existsSync(join(place, name)))) return place;
    if (existsSync(join(place, ".git")) || dirname(place) === place) return undefined;
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
