import type { Connection } from "vscode-languageserver/node";
import { isMarkdown } from "../core/links/paths.ts";
import { STATUS, type StatusParams } from "../protocol.ts";
import type { Client } from "./client.ts";
import { explain } from "./guard.ts";
import { locateSources } from "./locate-sources.ts";
import { readRoot, type Root } from "./root.ts";
import type { Session } from "./session.ts";
import { fetchSettings } from "./settings.ts";
import { Slices } from "./slices.ts";
import { readPages, readTree, readyTree } from "./tree.ts";
import { pathWithin, toPath } from "./uris.ts";

/** A workspace folder as the client names it. */
export interface Folder {
  readonly uri: string;
}

/** What indexing works with. */
export interface Indexing {
  readonly session: Session;
  readonly connection: Connection;
  readonly client: Client;
  /** Called whenever findings may have changed. */
  readonly onChange: () => void;
}

/** Reads the configuration of all folders, then their trees and the English ones. Replaces what was known of them. */
export async function indexFolders(indexing: Indexing, folders: readonly Folder[]): Promise<void> {
  const { session, connection, client, onChange } = indexing;
  session.setLoneSettings(await fetchSettings(connection, client, session.log));
  const roots: Root[] = [];
  for (const { uri } of folders) {
    const folder = toPath(uri);
    if (folder === undefined) continue;
    const root = await readRootOf(indexing, folder, uri, folders);
    session.putRoot(root);
    roots.push(root);
  }
  onChange();
  for (const { folder } of roots) await indexTree(indexing, folder);
  await locateSources(indexing);
  sendStatus(indexing, "ready");
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

/** Reads a tree anew. Links count as unknown until all of its pages have been read. */
export async function indexTree(indexing: Indexing, folder: string): Promise<void> {
  const { session, onChange } = indexing;
  const start = session.environment.now();
  try {
    const tree = await readTree(session.environment.fileSystem, folder, session.nextChange());
    if (tree === undefined) {
      session.log.warn(`There is no folder ${folder}.`);
      return;
    }
    session.putTree(tree);
    const slices = new Slices(session.environment.now);
    let pages = 0;
    sendStatus(indexing, "indexing");
    for (pages of readPages(tree)) {
      await slices.pause();
      await session.giveWay();
    }
    session.updateTree(folder, readyTree);
    const milliseconds = Math.round(session.environment.now() - start);
    session.log.info(`Read ${pages} pages of ${folder} in ${milliseconds} ms.`);
    onChange();
  } catch (error) {
    session.log.error(`Reading ${folder} failed: ${explain(error)}`);
  }
}

async function readRootOf(
  { session, connection, client }: Indexing,
  folder: string,
  uri: string | undefined,
  folders: readonly Folder[],
): Promise<Root> {
  const settings = await fetchSettings(connection, client, session.log, uri);
  const root = await readRoot(session.environment.fileSystem, folder, uri, settings);
  for (const problem of root.problems) session.log.warn(problem);
  const { sourceFolder } = root;
  // Who opens a folder from a stranger has not agreed to have files outside of it read.
  const isAllowed =
    client.options.isTrusted !== false ||
    sourceFolder === undefined ||
    folders.some((each) => pathWithin(toPath(each.uri) ?? "", sourceFolder) !== undefined);
  return isAllowed ? root : { ...root, sourceFolder: undefined };
}

function sendStatus({ session, connection }: Indexing, state: StatusParams["state"]): void {
  let total = 0;
  for (const { index } of session.trees) {
    for (const path of index.files()) if (isMarkdown(path)) total++;
  }
  const status: StatusParams = { state, total };
  void connection.sendNotification(STATUS, status);
}
