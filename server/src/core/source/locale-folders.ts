import { localeOfPath } from "../front-matter/locale.ts";
import { isMarkdown } from "../links/paths.ts";
import type { PathPrefix } from "./path-prefixes.ts";

/** Folders of several locales side by side: `docs/en-us`, `docs/zh-cn`, `docs/ja-jp`. */
export interface LocaleFolders {
  /** With a trailing `/`: `docs/en-us/`. `undefined`: English is not among them, or has no pages. */
  readonly english: string | undefined;
  /** Those of all other locales, with a trailing `/`, sorted. */
  readonly localized: readonly string[];
}

/** Whether a folder's name is a locale: `zh-cn`, `ZH-CN`. */
export function isLocaleFolder(name: string): boolean {
  return localeOfPath(`${name}/`) !== undefined;
}

/** The groups of locale folders that hold pages. Folders in locale folders are content, and no group of their own. */
export function findLocaleFolders(paths: Iterable<string>): LocaleFolders[] {
  const groups = new Map<string, Set<string>>();
  for (const path of paths) {
    if (!isMarkdown(path)) continue;
    const names = path.split("/").slice(0, -1);
    const at = names.findIndex(isLocaleFolder);
    if (at === -1) continue;
    const parent = names.slice(0, at).join("/");
    const group = groups.get(parent) ?? new Set();
    groups.set(parent, group.add(`${names.slice(0, at + 1).join("/")}/`));
  }
  return [...groups.values()].map(toGroup).filter(({ localized }) => localized.length > 0);
}

/** How pages of locale folders get to their English in the same tree. */
export function prefixesOf(groups: readonly LocaleFolders[]): PathPrefix[] {
  return groups.flatMap(({ english, localized }) =>
    english === undefined ? [] : localized.map((page) => ({ page, source: english })),
  );
}

/** Paths that a page has in the folders of the other locales. */
export function pathsInOtherLocales(groups: readonly LocaleFolders[], path: string): string[] {
  for (const { localized } of groups) {
    const own = localized.find((folder) => path.startsWith(folder));
    if (own === undefined) continue;
    return localized.filter((folder) => folder !== own).map((folder) => folder + path.slice(own.length));
  }
  return [];
}

function toGroup(folders: ReadonlySet<string>): LocaleFolders {
  const sorted = [...folders].sort();
  const english = sorted.find((folder) => /(?:^|\/)en-us\/$/i.test(folder));
  return { english, localized: sorted.filter((folder) => folder !== english) };
}
