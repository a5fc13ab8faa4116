import { fileNameOf, folderOf, isMarkdown } from "../links/paths.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { isLocaleFolder, type LocaleFolders, prefixesOf } from "./locale-folders.ts";
import { type PathPrefix, SAME_PATHS, toSourcePath } from "./path-prefixes.ts";
import { findNeighbours, readLocalizedName } from "./repository-names.ts";

/** How it is known where the English pages are, the surest first. */
export type FoundBy =
  /** `sourceRoot` in `.lockstep.json` or in the settings, or `--source`. */
  | "configured"
  /** The root holds folders of several locales. */
  | "locale-folders"
  /** Another root that is open in the same editor. */
  | "workspace-folder"
  /** A folder beside the root, or beside one that the root lies in. */
  | "sibling";

/** Where the English pages of a root are. Folders are absolute, with `/`. */
export interface SourceRoot {
  /** That of the localized root itself, where the English pages are in it. */
  readonly folder: string;
  readonly foundBy: FoundBy;
  /** Which page has its English where in the folder. */
  readonly prefixes: readonly PathPrefix[];
}

/** Folders around a root that may belong to it. All are absolute, with `/`; nobody has looked whether they are there. */
export interface SourceCandidates {
  /** The likeliest first. */
  readonly english: readonly SourceRoot[];
  /** Where the same pages may be in other locales, or in side-by-side form. */
  readonly localized: readonly string[];
}

/** A folder whose neighbours say where English is: the root itself, or one that it lies in. */
export interface Vantage {
  /** The folder that the neighbours stand in. */
  readonly parent: string;
  readonly name: string;
  /** The way down from here to the root: `""`, or a path with a leading `/`. */
  readonly inner: string;
}

/**
 * The folders whose names hold a locale, from the root upwards. Where there are none, nothing has to be asked of the
 * disk: `docs` may have a `docs.zh-cn` beside it, but not its English.
 */
export function findVantages(root: string): Vantage[] {
  const vantages: Vantage[] = [];
  for (let folder = root; folder.includes("/"); folder = folderOf(folder)) {
    const name = fileNameOf(folder);
    if (readLocalizedName(name) === undefined) continue;
    vantages.push({ parent: folderOf(folder), name, inner: root.slice(folder.length) });
  }
  return vantages;
}

/**
 * Where a root's English may be. `foldersIn` holds the names of the folders in each vantage's parent, as far as they
 * may be read; `workspaceFolders` are the other roots that are open.
 */
export function findCandidates(
  root: string,
  foldersIn: ReadonlyMap<string, readonly string[]>,
  workspaceFolders: readonly string[],
): SourceCandidates {
  const english: SourceRoot[] = [];
  const localized: string[] = [];
  const add = (foundBy: FoundBy, folders: readonly string[], { name, inner }: Vantage): void => {
    const byName = new Map(folders.map((folder) => [fileNameOf(folder), folder]));
    const neighbours = findNeighbours(name, byName.keys());
    for (const each of neighbours?.english ?? [])
      english.push({ foundBy, folder: `${byName.get(each) ?? each}${inner}`, prefixes: SAME_PATHS });
    for (const each of neighbours?.localized ?? []) localized.push(`${byName.get(each) ?? each}${inner}`);
  };
  const vantages = findVantages(root);
  for (const vantage of vantages) {
    // The root may be `docs.zh-cn/articles`, and the other folder `docs/articles`.
    const others = workspaceFolders.filter((folder) => folder !== root && folder.endsWith(vantage.inner));
    const heads = others.map((folder) => folder.slice(0, folder.length - vantage.inner.length));
    add("workspace-folder", heads, vantage);
  }
  for (const vantage of vantages) {
    const names = foldersIn.get(vantage.parent) ?? [];
    add(
      "sibling",
      names.map((name) => `${vantage.parent}/${name}`),
      vantage,
    );
  }
  return { english, localized: [...new Set(localized)].filter((folder) => folder !== root) };
}

/**
 * The English pages where somebody configured them. Where their folder lies in the root, a page of a locale's folder
 * beside it has its English at its path in that folder, so that one configuration does for `docs` with `docs/en-us` and
 * `docs/zh-cn` in it. `undefined`: the folder is the root itself.
 */
export function configuredSource(
  folder: string,
  root: string,
  paths: Iterable<string>,
): SourceRoot | undefined {
  if (folder === root) return undefined;
  const foundBy = "configured";
  if (!folder.startsWith(`${root}/`)) return { folder, foundBy, prefixes: SAME_PATHS };
  const source = `${folder.slice(root.length + 1)}/`;
  const parent = source.slice(0, source.lastIndexOf("/", source.length - 2) + 1);
  const pages = new Set<string>();
  for (const path of paths) {
    const end = path.indexOf("/", parent.length);
    if (end === -1 || !path.startsWith(parent) || path.startsWith(source)) continue;
    if (isLocaleFolder(path.slice(parent.length, end))) pages.add(path.slice(0, end + 1));
  }
  const prefixes = [...[...pages].sort(), ""].map((page) => ({ page, source }));
  return { folder: root, foundBy, prefixes };
}

/** What to say of a configured folder that is not there. `written` is the setting, `folder` the absolute path. */
export function describeMissingFolder(written: string, folder: string): string {
  return `\`sourceRoot\` of the configuration is \`${written}\`, and there is no folder \`${folder}\`.`;
}

/** The English pages of a root that holds folders of several locales, English among them. */
export function sourceInLocaleFolders(
  root: string,
  groups: readonly LocaleFolders[],
): SourceRoot | undefined {
  const prefixes = prefixesOf(groups);
  return prefixes.length === 0 ? undefined : { folder: root, foundBy: "locale-folders", prefixes };
}

/** Whether at least one page of a root has its English in a tree: else that tree is something else. */
export function sharesPages(root: Workspace, tree: Workspace, prefixes: readonly PathPrefix[]): boolean {
  for (const path of root.files()) {
    const sourcePath = isMarkdown(path) ? toSourcePath(prefixes, path) : undefined;
    if (sourcePath === undefined) continue;
    if (tree.hasFile(sourcePath) || tree.findFileIgnoringCase(sourcePath) !== undefined) return true;
  }
  return false;
}

/**
 * Names of folders of a root that have their English in another one of them, sorted: `docs.ja-jp` and `docs.zh-cn`
 * beside `docs`. Each is a repository, with a history, redirections and a configuration of its own, so that English is
 * looked for where they are roots themselves.
 */
export function findNestedRepositories(paths: Iterable<string>): string[] {
  const names = new Set<string>();
  for (const path of paths) {
    const end = path.indexOf("/");
    if (end !== -1 && isMarkdown(path)) names.add(path.slice(0, end));
  }
  const isLocalized = (name: string): boolean =>
    !isLocaleFolder(name) && (findNeighbours(name, names)?.english.length ?? 0) > 0;
  return [...names].filter(isLocalized).sort();
}

/** One sentence for status and log: where the English pages are, and how that is known. */
export function describeSource({ folder, foundBy }: SourceRoot): string {
  const reasons: Readonly<Record<FoundBy, string>> = {
    configured: "as configured",
    "locale-folders": "in their locale folder beside the others",
    "workspace-folder": "in another folder of the workspace",
    sibling: "in the folder beside, by its name",
  };
  return `The English pages are ${reasons[foundBy]}: ${folder}.`;
}
