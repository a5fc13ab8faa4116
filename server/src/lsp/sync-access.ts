import { lazyDocument } from "../core/source/lazy-document.ts";
import type { SourceAnswer, SourceRequest } from "../core/source/source-question.ts";
import type { SyncAccess } from "../engine/sync-access.ts";
import type { Root } from "./root.ts";
import type { Session } from "./session.ts";
import { toUri } from "./convert/uris.ts";

/**
 * What a sync sees of a root at this moment. Localized pages are as the editor has them. English is as it was saved:
 * what a page says it was made from has to be found again later. `undefined`: the root has not been read.
 */
export function syncAccessTo(session: Session, root: Root): SyncAccess | undefined {
  const workspace = session.treeAt(root.folder)?.index;
  if (workspace === undefined) return undefined;
  const { source, localeFolders, neighbours } = session.sources.foundFor(root);
  const tree = session.sources.treeFor(root)?.index;
  return {
    workspace,
    source: source && tree && { tree, prefixes: source.prefixes },
    localeFolders,
    neighbours,
    answer: (request) => answer(session, root, request),
  };
}

async function answer(
  session: Session,
  root: Root,
  request: SourceRequest,
): Promise<SourceAnswer | undefined> {
  const source = session.sources.foundFor(root).source?.folder;
  if (request.ask === "source-page") return readSaved(session, source ?? root.folder, request.path);
  if (request.ask === "page") return readPage(session, root.folder, request.path);
  if (request.ask === "neighbour") return readPage(session, request.folder, request.path);
  // That is what was given for the page itself.
  if (request.ask === "saved-source" || !session.isTrusted) return undefined;
  return session.environment.history?.answer(request, { source, root: root.folder });
}

async function readSaved(session: Session, folder: string, path: string): Promise<SourceAnswer | undefined> {
  const text = await session.environment.fileSystem.readText(`${folder}/${path}`);
  return text === undefined ? undefined : { path, document: lazyDocument(text) };
}

async function readPage(session: Session, folder: string, path: string): Promise<SourceAnswer | undefined> {
  const page = await session.read(toUri(`${folder}/${path}`));
  return page && { path, document: page.document };
}
