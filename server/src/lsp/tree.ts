import { findLocalFile } from "../core/links/find-local-file.ts";
import { fileNameOf, folderOf, isMarkdown } from "../core/links/paths.ts";
import { type PathPrefix, toSourcePath } from "../core/source/path-prefixes.ts";
import { viewSource } from "../core/source/source-view.ts";
import { buildWorkspace } from "../core/workspace/build-workspace.ts";
import { isTextNeeded, listedRedirections } from "../core/workspace/needed-texts.ts";
import { looksTheSame } from "../core/workspace/page-summary.ts";
import type { Workspace } from "../core/workspace/workspace.ts";
import type { WorkspaceIndex } from "../core/workspace/workspace-index.ts";
import type { FileSystem } from "./file-system.ts";
import type { Page } from "./page.ts";

/** A folder of pages at one moment, with what is needed to tell which findings are out of date. Immutable. */
export interface Tree {
  readonly folder: string;
  readonly index: WorkspaceIndex;
  /** Redirection files under names of their own, whether they are there or not. */
  readonly listedRedirections: ReadonlySet<string>;
  /** Whether every page was read. Until then, asking for all of them would hold up the writer. */
  readonly isReady: boolean;
  /** Number of the last change that may matter to any page: files that came or went, locales. */
  readonly changedAt: number;
  /** Number of the last change of a page's summary, or of one that includes it. */
  readonly pagesChangedAt: ReadonlyMap<string, number>;
  /** Number of the last change of a page's own text. */
  readonly textsChangedAt: ReadonlyMap<string, number>;
}

const FILES_AT_ONCE = 32;

/**
 * Reads all that the index of a folder needs; `onUnread` is told the relative paths of files whose text is not to be had.
 * Nothing is parsed yet. `undefined`: there is no such folder.
 */
export async function readTree(
  fileSystem: FileSystem,
  folder: string,
  change: number,
  onUnread: (path: string) => void,
): Promise<Tree | undefined> {
  const paths = await fileSystem.listFiles(folder);
  if (paths === undefined) return undefined;
  const files = new Map<string, string | undefined>(paths.map((path) => [path, undefined]));
  const read = async (needed: readonly string[]): Promise<void> => {
    for (let next = 0; next < needed.length; next += FILES_AT_ONCE) {
      const batch = needed.slice(next, next + FILES_AT_ONCE);
      const texts = await Promise.all(batch.map((path) => fileSystem.readText(`${folder}/${path}`)));
      batch.forEach((path, nth) => {
        files.set(path, texts[nth]);
        if (texts[nth] === undefined) onUnread(path);
      });
    }
  };
  await read(paths.filter(isTextNeeded));
  const listed = listedRedirections(files);
  await read([...listed].filter((path) => files.has(path)));
  const index = buildWorkspace({ name: fileNameOf(folder), files });
  const nothing: ReadonlyMap<string, number> = new Map();
  return {
    folder,
    index,
    listedRedirections: listed,
    isReady: false,
    changedAt: change,
    pagesChangedAt: nothing,
    textsChangedAt: nothing,
  };
}

/** The tree once all of its pages have been read. */
export function readyTree(tree: Tree, change: number): Tree {
  return { ...tree, isReady: true, changedAt: change };
}

/** The tree with another text of a page, or with a new page. */
export function withPage(tree: Tree, path: string, page: Page, change: number): Tree {
  const before = tree.index.findPage(path);
  const index = tree.index.withPage(path, page.text.getText(), page.document);
  const after = index.findPage(path);
  const textsChangedAt = new Map(tree.textsChangedAt).set(path, change);
  if (before === undefined || after === undefined || before.contentLocale !== after.contentLocale) {
    return { ...tree, index, textsChangedAt, changedAt: change };
  }
  if (looksTheSame(before, after)) return { ...tree, index, textsChangedAt };
  const pagesChangedAt = new Map(tree.pagesChangedAt).set(path, change);
  // A bookmark of a page may lead into those that it is read in.
  for (const included of [...before.includes, ...after.includes]) pagesChangedAt.set(included, change);
  return { ...tree, index, textsChangedAt, pagesChangedAt };
}

/** The tree with a file that is no page. */
export function withFile(tree: Tree, path: string, change: number): Tree {
  if (tree.index.hasFile(path)) return tree;
  return { ...tree, index: tree.index.withFile(path), changedAt: change };
}

/** Files of the tree that stand at one of these paths, or in a folder there. */
export function filesAt({ index }: Tree, paths: ReadonlySet<string>): string[] {
  const isThere = (path: string): boolean => {
    for (let place = path; place !== ""; place = folderOf(place)) if (paths.has(place)) return true;
    return false;
  };
  return Array.from(index.files()).filter(isThere);
}

/** The tree without files. */
export function withoutFiles(tree: Tree, gone: ReadonlySet<string>, change: number): Tree {
  return gone.size === 0 ? tree : { ...tree, index: tree.index.without(gone), changedAt: change };
}

/** The English tree of a root, and which page has its English where in it. */
export interface EnglishTree {
  readonly tree: Tree;
  readonly prefixes: readonly PathPrefix[];
}

/** Number of the last change of a page's own text, or of one that may matter to any page of its tree. */
export function textChangedAt({ changedAt, textsChangedAt }: Tree, path: string): number {
  return Math.max(changedAt, textsChangedAt.get(path) ?? 0);
}

/** Number of the last change that may matter to the findings of a page, but for changes of its English. */
export function lastChangeFor(tree: Tree, path: string, english?: EnglishTree): number {
  let last = textChangedAt(tree, path);
  const places = [localPlaces(tree), ...(english === undefined ? [] : [englishPlaces(english)])];
  if (places.every(({ hasChanged }) => !hasChanged)) return last;
  for (const change of changesOfLinked(places, tree.index.findPage(path)?.linksTo ?? [])) {
    last = Math.max(last, change);
  }
  return last;
}

/** Where links of a localized page lead, by the paths that localized pages have. */
interface Places {
  readonly workspace: Workspace;
  readonly hasChanged: boolean;
  readonly changeOf: (path: string) => number | undefined;
}

function localPlaces({ index, pagesChangedAt }: Tree): Places {
  const hasChanged = pagesChangedAt.size > 0;
  return { workspace: index, hasChanged, changeOf: (path) => pagesChangedAt.get(path) };
}

/** Pages that are not localized yet are read in English. */
function englishPlaces({ tree, prefixes }: EnglishTree): Places {
  const { workspace, hasChanged, changeOf } = localPlaces(tree);
  return {
    workspace: viewSource({ tree: workspace, prefixes }),
    hasChanged,
    changeOf: (path) => changeOf(toSourcePath(prefixes, path) ?? path),
  };
}

/** The bookmarks of a linked page include those of the pages that it includes, over any number of steps. */
function* changesOfLinked(places: readonly Places[], links: readonly string[]): Generator<number> {
  const visited = new Set<string>();
  const waiting = [...links];
  for (let link = waiting.pop(); link !== undefined; link = waiting.pop()) {
    if (visited.has(link)) continue;
    visited.add(link);
    for (const { workspace, changeOf } of places) {
      const found = findLocalFile(workspace, link)?.path;
      if (found === undefined) continue;
      yield changeOf(found) ?? 0;
      for (const included of workspace.findPage(found)?.includes ?? []) waiting.push(included);
    }
  }
}

/** Works out the summary of one page after the other, each at a call of `next`, so that typing is not held up. */
export function* readPages({ index }: Tree): Generator<number, number> {
  let read = 0;
  for (const path of index.files()) {
    if (!isMarkdown(path)) continue;
    index.findPage(path);
    yield ++read;
  }
  return read;
}
