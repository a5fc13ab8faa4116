import { isObject, readJson } from "../config/read-json.ts";
import { fileNameOf, folderOf, joinPath } from "../links/paths.ts";

/** One redirection as a file states it. */
export interface StatedRedirection {
  /** Path relative to the root, with `/`. */
  readonly from: string;
  readonly url: string;
}

/** Whether a file's name says that it holds redirections. */
export function isRedirectionFile(path: string): boolean {
  return /^\.openpublishing\.redirection(?:\..+)?\.json$/i.test(fileNameOf(path));
}

/** Whether a file says how the repository is published, and so which other files hold redirections. */
export function isPublishConfig(path: string): boolean {
  return path.toLowerCase() === ".openpublishing.publish.config.json";
}

/** Paths of the redirection files that `.openpublishing.publish.config.json` names. */
export function redirectionFilesOf(publishConfig: string | undefined): string[] {
  const listed = readJson(publishConfig)["redirection_files"];
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((path: unknown) => (typeof path === "string" ? (joinPath("", path) ?? []) : []));
}

/**
 * Folders that `.openpublishing.publish.config.json` fills with other repositories while a page is built
 * (`_csharplang`, `cli_scripts`): what is in them is not known here.
 */
export function mountedFoldersOf(publishConfig: string | undefined): string[] {
  const listed = readJson(publishConfig)["dependent_repositories"];
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((entry: unknown) => {
    const path = isObject(entry) ? entry["path_to_root"] : undefined;
    // An empty one would be the whole root.
    return typeof path === "string" ? joinPath("", path.replaceAll("\\", "/")) || [] : [];
  });
}

/**
 * Reads a redirection file. `source_path` counts from the file's own folder, `source_path_from_root` from the root.
 * Entries that name no source or no goal are left out, as is a file that is not JSON: the build reports those.
 */
export function readRedirections(path: string, text: string): StatedRedirection[] {
  const entries = readJson(text)["redirections"];
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown) => {
    const from = redirectedPath(entry, folderOf(path));
    const url = isObject(entry) ? entry["redirect_url"] : undefined;
    return from === undefined || typeof url !== "string" || url === "" ? [] : { from, url };
  });
}

/**
 * Path of the page that an entry of a redirection file in a folder is about, relative to the root. `undefined`: it names
 * none, or one outside of the root.
 */
export function redirectedPath(entry: unknown, folder: string): string | undefined {
  if (!isObject(entry)) return undefined;
  const { source_path: fromFolder, source_path_from_root: fromRoot } = entry;
  if (typeof fromRoot === "string") return joinPath("", fromRoot);
  return typeof fromFolder === "string" ? joinPath(folder, fromFolder) : undefined;
}
