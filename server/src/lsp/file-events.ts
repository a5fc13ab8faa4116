import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
} from "vscode-languageserver/node";
import { fileNameOf, isMarkdown } from "../core/links/paths.ts";
import type { Client } from "./client.ts";
import { indexTree } from "./index-tree.ts";
import type { Indexing } from "./indexing.ts";
import { readConfiguration } from "./index-folders.ts";
import { locateSources } from "./locate-sources.ts";
import { CONFIG_FILE } from "./root.ts";
import type { Session } from "./session.ts";
import { isStructural, withFile, withoutPath, withPage } from "./tree.ts";
import { pathWithin, toUri } from "./uris.ts";

// So many files at once are another branch, not somebody's work: reading everything anew is quicker.
const MANY = 300;
/** What `FileSystem.listFiles` leaves out as well: folders of tools, and hidden files but for those of the documents. */
const TOOLS =
  /(?:^|\/)(?:\.(?!openpublishing\.[^/]*$|lockstep\.json$)|node_modules(?:\/|$)|bower_components(?:\/|$))/;

/** Asks the client to tell of changes on the disk: in the workspace, and in English trees outside of it. */
export async function watchFiles(connection: Connection, client: Client, session: Session): Promise<void> {
  if (!client.watchesFiles) return;
  const watchers: FileSystemWatcher[] = [{ globPattern: "**/*" }];
  if (client.watchesFilesElsewhere) {
    const outside = session.trees.filter(({ folder }) =>
      session.roots.every((root) => pathWithin(root.folder, folder) === undefined),
    );
    for (const { folder } of outside)
      watchers.push({ globPattern: { baseUri: toUri(folder), pattern: "**/*" } });
  }
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

/** Brings trees and configuration up to what changed on the disk, whoever changed it. */
export async function applyFileEvents(indexing: Indexing, paths: ReadonlySet<string>): Promise<void> {
  const { session, onChange } = indexing;
  if ([...paths].some((path) => fileNameOf(path) === CONFIG_FILE)) await readConfiguration(indexing);
  const before = new Map(session.trees.map(({ folder, changedAt }) => [folder, changedAt]));
  for (const { folder } of session.trees) {
    const inside = [...paths]
      .flatMap((path) => pathWithin(folder, path) ?? [])
      .filter((path) => path !== "" && !TOOLS.test(path));
    if (inside.some(isStructural) || inside.length > MANY) await indexTree(indexing, folder);
    else for (const path of inside) await applyChange(session, folder, path);
  }
  // A folder of another locale may have come or gone.
  if (session.roots.some(({ folder }) => session.treeAt(folder)?.changedAt !== before.get(folder)))
    await locateSources(indexing);
  onChange();
}

async function applyChange(session: Session, folder: string, relative: string): Promise<void> {
  const { fileSystem } = session.environment;
  const path = `${folder}/${relative}`;
  const kind = await fileSystem.kindOf(path);
  if (kind === "folder") {
    // Editors tell of a folder that was moved, not of the files in it.
    for (const name of (await fileSystem.listFiles(path)) ?? [])
      await applyFile(session, folder, `${relative}/${name}`);
  } else if (kind === "file") await applyFile(session, folder, relative);
  else session.updateTree(folder, (tree, change) => withoutPath(tree, relative, change));
}

async function applyFile(session: Session, folder: string, relative: string): Promise<void> {
  const uri = toUri(`${folder}/${relative}`);
  const page = isMarkdown(relative) ? await session.read(uri) : undefined;
  session.updateTree(folder, (tree, change) => {
    if (page === undefined) return withFile(tree, relative, change);
    // What is open in the editor may be newer by now than what was read.
    return withPage(tree, relative, session.findOpen(uri) ?? page, change);
  });
}
