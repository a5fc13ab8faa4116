import {
  configuredSource,
  describeSource,
  findCandidates,
  findVantages,
  type SourceCandidates,
  type SourceRoot,
  sharesPages,
  sourceInLocaleFolders,
} from "../core/source/find-source-root.ts";
import { findLocaleFolders } from "../core/source/locale-folders.ts";
import { indexTree } from "./index-tree.ts";
import type { Indexing } from "./indexing.ts";
import type { Root } from "./root.ts";
import type { Session } from "./session.ts";
import type { RootSources } from "./source-finder.ts";
import type { Tree } from "./tree.ts";
import { pathWithin } from "./convert/uris.ts";

/** Finds out, of every root that has been read, where its English pages are, and reads them. */
export async function locateSources(indexing: Indexing): Promise<void> {
  const { session } = indexing;
  for (const root of session.roots) {
    const tree = session.treeAt(root.folder);
    if (tree === undefined) continue;
    const before = session.sources.foundFor(root);
    const found = await locate(indexing, root, tree);
    // The answers to what was asked before depend on it by identity.
    if (JSON.stringify(found) === JSON.stringify(before)) continue;
    session.sources.put(root.folder, found);
    if (found.source !== undefined) session.log.info(describeSource(found.source));
    session.updateTree(root.folder, (each, change) => ({ ...each, changedAt: change }));
    indexing.onChange();
  }
}

async function locate(indexing: Indexing, root: Root, tree: Tree): Promise<RootSources> {
  const { session } = indexing;
  const paths = Array.from(tree.index.files());
  const localeFolders = findLocaleFolders(paths);
  const candidates = await candidatesFor(session, root);
  const inWorkspace = (folder: string): boolean =>
    session.roots.some((each) => pathWithin(each.folder, folder) !== undefined);
  const neighbours = candidates.localized.filter((folder) => session.isTrusted || inWorkspace(folder));
  const { folder, sourceFolder } = root;
  // Of a tree that is not there, every page would be called lost.
  const isThere =
    sourceFolder !== undefined && (await session.environment.fileSystem.kindOf(sourceFolder)) === "folder";
  if (isThere) {
    const source = configuredSource(sourceFolder, folder, paths);
    if (source !== undefined) await readConfigured(indexing, tree, source);
    return { source, localeFolders, neighbours };
  }
  const own = sourceInLocaleFolders(folder, localeFolders);
  const source = own ?? (await pickCandidate(indexing, tree, candidates.english));
  return { source, localeFolders, neighbours };
}

/** Folders around a root that look as if they belonged to it. Outside of the workspace only where the user trusts it. */
async function candidatesFor(session: Session, { folder }: Root): Promise<SourceCandidates> {
  const { fileSystem } = session.environment;
  const foldersIn = new Map<string, readonly string[]>();
  for (const { parent } of session.isTrusted ? findVantages(folder) : [])
    foldersIn.set(parent, await fileSystem.listFolders(parent));
  const opened = session.roots.map((each) => each.folder);
  return findCandidates(folder, foldersIn, opened);
}

async function readConfigured(
  indexing: Indexing,
  tree: Tree,
  { folder, prefixes }: SourceRoot,
): Promise<void> {
  const { session } = indexing;
  if (session.treeAt(folder) === undefined) await indexTree(indexing, folder);
  const english = session.treeAt(folder);
  // A folder that holds none of the pages is a mistake; all of them would be called lost.
  if (english !== undefined && !sharesPages(tree.index, english.index, prefixes))
    session.log.warn(`None of the pages of ${tree.folder} has its English page in ${folder}.`);
}

async function pickCandidate(
  indexing: Indexing,
  tree: Tree,
  candidates: readonly SourceRoot[],
): Promise<SourceRoot | undefined> {
  const { session } = indexing;
  for (const candidate of candidates) {
    const { folder, prefixes } = candidate;
    const isRead = session.treeAt(folder) !== undefined;
    if (!isRead && (await session.environment.fileSystem.kindOf(folder)) !== "folder") continue;
    if (!isRead) await indexTree(indexing, folder);
    const english = session.treeAt(folder);
    if (english !== undefined && sharesPages(tree.index, english.index, prefixes)) return candidate;
    if (!isRead) session.removeTree(folder);
  }
  return undefined;
}
