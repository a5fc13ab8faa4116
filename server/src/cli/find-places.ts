import { realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { CONFIG_FILE } from "../io/load-config.ts";
import { findUpwards, isInside, pathFrom, toSlashes } from "../io/paths.ts";
import { reasonOf } from "../io/problems.ts";
import type { Arguments } from "./arguments.ts";
import { folderOption } from "./folders.ts";
import { type Host, UsageError } from "./host.ts";
import type { Log } from "./log.ts";

/** Files that tell where a repository of pages starts: the root of a page that is named by itself. */
const ROOT_MARKERS = [CONFIG_FILE, ".openpublishing.publish.config.json"];

/** Of files named by themselves: what is found in a folder, a text, and what has no ending. */
const PAGE_NAME = /(?:\.(?:md|markdown|txt)|^[^.]+)$/i;

/** A path of the command line, and the root that it belongs to. */
export interface Place {
  /** The root: absolute, symbolic links resolved. */
  readonly folder: string;
  /** The root as the command line calls it. */
  readonly label: string;
  /** Relative to the root, with `/`; `""`: all that is in it. */
  readonly path: string;
}

/**
 * What the command line names, in its order; without paths the current folder, or that of `--root`. Of two folders,
 * one in the other, the outer one is the root of both, so that no page is read twice. Paths that are not there are
 * reported.
 */
export function findPlaces(args: Arguments, host: Host, log: Log): Place[] {
  const rootName = args.text("root");
  const common =
    rootName === undefined ? undefined : { folder: folderOption("root", rootName, host), label: rootName };
  const names = args.paths.length > 0 ? args.paths : [common?.folder ?? "."];
  const places = names.flatMap((name) => findPlace(name, common, host, log) ?? []);
  const folders = places.filter(({ path }) => path === "").sort((a, b) => a.folder.length - b.folder.length);
  return places.map((place) => {
    const file = join(place.folder, place.path);
    const outer = folders.find(({ folder }) => isInside(folder, file));
    return outer === undefined ? place : { ...outer, path: pathFrom(outer.folder, file) ?? "" };
  });
}

type CommonRoot = Pick<Place, "folder" | "label">;

function findPlace(name: string, common: CommonRoot | undefined, host: Host, log: Log): Place | undefined {
  const path = resolve(host.cwd, name);
  const found = statOf(path, name, log);
  if (found === undefined) return undefined;
  if (found.isDirectory()) return findFolder(realpathSync(path), name, common);
  if (found.isFile()) return findFile(path, name, common, host, log);
  log.failure(`\`${name}\` cannot be read: it is neither a file nor a folder.`);
  return undefined;
}

function statOf(path: string, name: string, log: Log): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    // Shells expand patterns, but for those of Windows, and but for what is quoted.
    const hint = name.includes("*") ? " Name a folder in place of a pattern: all pages in it are read." : "";
    log.failure(`\`${name}\` cannot be read: ${reasonOf(error)}.${hint}`);
    return undefined;
  }
}

function findFolder(folder: string, name: string, common: CommonRoot | undefined): Place {
  if (common === undefined) return { folder, label: name, path: "" };
  return { ...common, path: pathFrom(common.folder, folder) ?? refuse(name) };
}

/** A link belongs to where it stands: what it leads to elsewhere is not the reader's to see, nor to be written. */
function findFile(
  path: string,
  name: string,
  common: CommonRoot | undefined,
  host: Host,
  log: Log,
): Place | undefined {
  if (!PAGE_NAME.test(basename(path))) {
    log.failure(`\`${name}\` is no page: pages are Markdown (\`.md\`, \`.markdown\`) or text (\`.txt\`).`);
    return undefined;
  }
  const root = common ?? rootAround(path, host);
  const own = join(realpathSync(dirname(path)), basename(path));
  const inside = pathFrom(root.folder, own);
  if (inside !== undefined && isInside(root.folder, realpathSync(path))) return { ...root, path: inside };
  if (inside === undefined && common !== undefined) return refuse(name);
  log.failure(
    `\`${name}\` is reached through a symbolic link that leads out of \`${root.label}\`. Name the file that it leads to.`,
  );
  return undefined;
}

/** The nearest folder above a page that is marked as the root of a project, else its own folder. */
function rootAround(path: string, { cwd }: Host): CommonRoot {
  const folder = findUpwards(dirname(path), ROOT_MARKERS) ?? dirname(path);
  return { folder: realpathSync(folder), label: toSlashes(relative(cwd, folder)) || "." };
}

function refuse(name: string): never {
  throw new UsageError(`\`${name}\` is not in the folder that \`--root\` names.`);
}
