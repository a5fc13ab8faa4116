import { fileNameOf, folderOf, isMarkdown } from "../core/links/paths.ts";
import { toPagePaths, toSourcePath } from "../core/source/path-prefixes.ts";
import type { SourceTree } from "../core/source/source-question.ts";
import type { Workspace } from "../core/workspace/workspace.ts";
import type { SyncAccess } from "./sync-access.ts";

/** The path in the locale of a page for an English page. `undefined`: the locale has no place for it. */
export function pathInLocaleOf(
  page: string,
  { prefixes }: SourceTree,
  sourcePath: string,
): string | undefined {
  const own = prefixes.find((prefix) => page.startsWith(prefix.page));
  return own && toPagePaths(prefixes, sourcePath).find((path) => path.startsWith(own.page));
}

/** Whether a tree has a file, whatever its letter case. */
function hasFile(tree: Workspace, path: string): boolean {
  return tree.hasFile(path) || tree.findFileIgnoringCase(path) !== undefined;
}

/** The path that a page would have in the letter case of its English. `undefined`: it has it. */
export function inCaseOfEnglish({ source }: SyncAccess, path: string): string | undefined {
  const place = source && toSourcePath(source.prefixes, path);
  if (source === undefined || place === undefined || source.tree.hasFile(place)) return undefined;
  const other = source.tree.findFileIgnoringCase(place);
  return other === undefined ? undefined : pathInLocaleOf(path, source, other);
}

/**
 * Where the English of a page belongs, when the English tree has nothing there. `undefined`: it has, or no tree is
 * known.
 */
export function lostPlaceOf({ source }: SyncAccess, path: string): string | undefined {
  const place = source && toSourcePath(source.prefixes, path);
  if (source === undefined || place === undefined) return undefined;
  return hasFile(source.tree, place) ? undefined : place;
}

/** An English page that a locale has no page for. */
export interface UnlocalizedPage {
  /** Where the localized page would be, relative to the root. */
  readonly path: string;
  /** Relative to the English tree. */
  readonly sourcePath: string;
}

/** English pages without a localized one, in order of their paths; of every locale in the root. */
export function* unlocalizedPages({ workspace, source }: SyncAccess): Iterable<UnlocalizedPage> {
  for (const sourcePath of source?.tree.files() ?? []) {
    if (!isMarkdown(sourcePath)) continue;
    for (const path of toPagePaths(source?.prefixes ?? [], sourcePath)) {
      if (!hasFile(workspace, path)) yield { path, sourcePath };
    }
  }
}

/** Sorts paths by how near they are to one: those of the same name first, then those of the same folder. */
export function byNearness(path: string, others: Iterable<string>): string[] {
  const name = fileNameOf(path).toLowerCase();
  const folder = folderOf(path);
  const rank = (each: string): number =>
    fileNameOf(each).toLowerCase() === name ? 0 : folderOf(each) === folder ? 1 : 2;
  return [...others].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
