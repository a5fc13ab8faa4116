import { fileNameOf, isMarkdown } from "../core/links/paths.ts";
import { isListedPath } from "../core/workspace/listed-names.ts";
import { isStructural } from "../core/workspace/needed-texts.ts";
import { indexTree } from "./index-tree.ts";
import type { Indexing } from "./indexing.ts";
import { readConfiguration } from "./index-folders.ts";
import { logUnread } from "./log-unread.ts";
import { locateSources } from "./locate-sources.ts";
import { CONFIG_FILE } from "./root.ts";
import type { Session } from "./session.ts";
import { filesAt, withFile, withoutFiles, withPage } from "./tree.ts";
import { pathWithin, toUri } from "./convert/uris.ts";

// So many files at once are another branch, not somebody's work: reading everything anew is quicker.
const MANY = 300;

/** Brings trees and configuration up to what changed on the disk, whoever changed it. */
export async function applyFileEvents(indexing: Indexing, paths: ReadonlySet<string>): Promise<void> {
  const { session, onChange } = indexing;
  // Files that a checkout or a pull wrote, or those of Git itself.
  await session.sources.lookAtGit();
  const isConfigured = [...paths].some((path) => fileNameOf(path) === CONFIG_FILE);
  if (isConfigured || hasNewSource(session, paths)) await readConfiguration(indexing);
  const before = new Map(session.trees.map(({ folder, changedAt }) => [folder, changedAt]));
  for (const { folder } of session.trees) {
    const inside = [...paths]
      .flatMap((path) => pathWithin(folder, path) ?? [])
      .filter((path) => path !== "" && isListedPath(path));
    if (inside.length > 0 && !(await applyChanges(session, folder, new Set(inside))))
      await indexTree(indexing, folder);
  }
  // A folder of another locale may have come or gone.
  if (session.roots.some(({ folder }) => session.treeAt(folder)?.changedAt !== before.get(folder)))
    await locateSources(indexing);
  onChange();
}

/** Whether files came where a root's English pages are said to be, and where no folder was before. */
function hasNewSource(session: Session, paths: ReadonlySet<string>): boolean {
  return session.roots.some((root) => {
    const { folder, sourceFolder } = root;
    if (sourceFolder === undefined || sourceFolder === folder) return false;
    if (session.sources.foundFor(root).source?.foundBy === "configured") return false;
    // An editor may tell of the outermost folder alone.
    return [...paths].some(
      (path) => (pathWithin(sourceFolder, path) ?? pathWithin(path, sourceFolder)) !== undefined,
    );
  });
}

/** Brings a tree up to what there is at some of its paths. `false`: it is better read anew. */
async function applyChanges(session: Session, folder: string, paths: ReadonlySet<string>): Promise<boolean> {
  const tree = session.treeAt(folder);
  if (tree === undefined || paths.size > MANY) return tree === undefined;
  // Editors tell of a folder that was moved, not of the files in it.
  const found = new Set<string>();
  for (const path of paths)
    for (const file of await session.environment.fileSystem.listFilesAt(folder, path)) found.add(file);
  const gone = new Set(filesAt(tree, paths).filter((path) => !found.has(path)));
  const isShaping = (path: string): boolean => isStructural(path) || tree.listedRedirections.has(path);
  if (found.size > MANY || [...found, ...gone].some(isShaping)) return false;
  session.updateTree(folder, (each, change) => withoutFiles(each, gone, change));
  for (const path of found) await applyFile(session, folder, path);
  return true;
}

async function applyFile(session: Session, folder: string, relative: string): Promise<void> {
  const uri = toUri(`${folder}/${relative}`);
  const page = isMarkdown(relative) ? await session.read(uri) : undefined;
  if (page === undefined && isMarkdown(relative)) await logUnread(session, [`${folder}/${relative}`]);
  session.updateTree(folder, (tree, change) => {
    if (page === undefined) {
      // A page that cannot be read any more is a file like a picture.
      const without = isMarkdown(relative) ? withoutFiles(tree, new Set([relative]), change) : tree;
      return withFile(without, relative, change);
    }
    // What is open in the editor may be newer by now than what was read.
    return withPage(tree, relative, session.findOpen(uri) ?? page, change);
  });
}
