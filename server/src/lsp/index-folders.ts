import { describeMissingFolder } from "../core/source/find-source-root.ts";
import type { FileSystem } from "./file-system.ts";
import { finishTree, loadTree } from "./index-tree.ts";
import type { Indexing } from "./indexing.ts";
import { locateSources } from "./locate-sources.ts";
import { readRoot, type Root } from "./root.ts";
import { fetchSettings } from "./settings.ts";
import { pathWithin, toPath } from "./convert/uris.ts";

/** A workspace folder as the client names it. */
export interface Folder {
  readonly uri: string;
}

/**
 * Reads the configuration of all folders, then their trees and the English ones. Replaces what was known of them. Folders
 * that the client has closed meanwhile are left out.
 */
export async function indexFolders(indexing: Indexing, folders: readonly Folder[]): Promise<void> {
  const { session, connection, client, onChange } = indexing;
  session.setLoneSettings(await fetchSettings(connection, client, session.log));
  const roots: Root[] = [];
  for (const { uri } of folders) {
    const folder = toPath(uri);
    if (folder === undefined || !session.openFolders.has(uri)) continue;
    const root = await readRootOf(indexing, folder, uri, folders);
    session.putRoot(root);
    roots.push(root);
  }
  onChange();
  for (const { folder, uri } of roots)
    if (uri !== undefined && session.openFolders.has(uri)) await loadTree(indexing, folder);
  await locateSources(indexing);
  // Not before: until English is known, every link to a page that is not localized yet would be called broken.
  for (const { folder } of roots) finishTree(indexing, folder);
}

/** Forgets a folder that the client has closed; where it was another one's English, that is looked for again. */
export async function forgetFolder(indexing: Indexing, folder: string): Promise<void> {
  const { session, onChange } = indexing;
  session.removeRoot(folder);
  session.removeTree(folder);
  session.sources.remove(folder);
  await locateSources(indexing);
  onChange();
}

/** Reads settings and project file of every root anew. Trees stay, but for English ones that are new. */
export async function readConfiguration(indexing: Indexing): Promise<void> {
  const { session, connection, client, onChange } = indexing;
  session.setLoneSettings(await fetchSettings(connection, client, session.log));
  const folders = session.roots.flatMap(({ uri }) => (uri === undefined ? [] : [{ uri }]));
  for (const { folder, uri } of session.roots)
    session.putRoot(await readRootOf(indexing, folder, uri, folders));
  await locateSources(indexing);
  onChange();
}

async function readRootOf(
  { session, connection, client }: Indexing,
  folder: string,
  uri: string | undefined,
  folders: readonly Folder[],
): Promise<Root> {
  const settings = await fetchSettings(connection, client, session.log, uri);
  const root = await readRoot(session.environment.fileSystem, folder, uri, settings);
  const { sourceFolder } = root;
  // Who opens a folder from a stranger has not agreed to have files outside of it read.
  const isAllowed =
    client.options.isTrusted !== false ||
    sourceFolder === undefined ||
    (await isReallyInside(session.environment.fileSystem, folders, sourceFolder));
  const read = isAllowed
    ? await nameMissingFolder(session.environment.fileSystem, root)
    : withoutSource(root);
  for (const problem of read.problems) session.log.warn(problem);
  return read;
}

function withoutSource(root: Root): Root {
  return { ...root, sourceFolder: undefined };
}

/** The folder of the English pages may be cloned later: it is named as a problem, and stays configured. */
async function nameMissingFolder(fileSystem: FileSystem, root: Root): Promise<Root> {
  const { config, sourceFolder, problems } = root;
  if (sourceFolder === undefined || (await fileSystem.kindOf(sourceFolder)) === "folder") return root;
  return { ...root, problems: [...problems, describeMissingFolder(config.sourceRoot ?? "", sourceFolder)] };
}

/** Whether a path lies in one of the folders, symbolic links on the way followed. */
async function isReallyInside(
  fileSystem: FileSystem,
  folders: readonly Folder[],
  path: string,
): Promise<boolean> {
  const real = await fileSystem.realPath(path);
  if (real === undefined) return false;
  for (const { uri } of folders) {
    const folder = toPath(uri);
    const realFolder = folder === undefined ? undefined : await fileSystem.realPath(folder);
    if (realFolder !== undefined && pathWithin(realFolder, real) !== undefined) return true;
  }
  return false;
}
