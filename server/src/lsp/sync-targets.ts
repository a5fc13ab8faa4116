import { isMarkdown } from "../core/links/paths.ts";
import type { Root } from "./root.ts";
import type { Session } from "./session.ts";
import { pathWithin, toPath } from "./convert/uris.ts";

/** A page that is to be synced. */
export interface SyncTarget {
  /** As the client writes it where the page is open. */
  readonly uri: string;
  readonly root: Root;
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** Whether it was named itself, not a folder that it lies in. */
  readonly isNamed: boolean;
}

/** The pages that URIs of pages and folders stand for, by path, each once. Of folders, those that are not ignored. */
export function findTargets(session: Session, uris: readonly string[]): SyncTarget[] {
  const targets = new Map<string, SyncTarget>();
  for (const uri of uris) {
    for (const target of targetsOf(session, uri)) {
      if (targets.get(target.uri)?.isNamed !== true) targets.set(target.uri, target);
    }
  }
  return [...targets.values()].sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
}

function targetsOf(session: Session, uri: string): SyncTarget[] {
  const { root, path, tree } = session.placeOf(uri);
  const open = session.findOpen(uri);
  if (open !== undefined || tree?.index.hasFile(path) === true) {
    return [{ uri: open?.uri ?? uri, root, path, isNamed: true }];
  }
  const folder = toPath(uri);
  return folder === undefined ? [] : session.roots.flatMap((each) => targetsIn(session, each, folder));
}

function targetsIn(session: Session, root: Root, folder: string): SyncTarget[] {
  const isAbove = pathWithin(folder, root.folder) !== undefined;
  const below = pathWithin(root.folder, folder);
  if (!isAbove && below === undefined) return [];
  const prefix = isAbove ? "" : `${below as string}/`;
  return pagesOf(session, root)
    .filter((path) => path.startsWith(prefix))
    .map((path) => {
      const uri = session.uriOf(root, path);
      return { uri: session.findOpen(uri)?.uri ?? uri, root, path, isNamed: false };
    });
}

/** Paths of a root's pages, without those that are ignored and those that are the English of others. */
export function pagesOf(session: Session, root: Root): string[] {
  const paths = Array.from(session.treeAt(root.folder)?.index.files() ?? []);
  const english = session.roots.flatMap((each) => {
    const { source } = session.sources.foundFor(each);
    return (source?.prefixes ?? []).flatMap((prefix) => {
      // Where all pages are their own English, nobody has said which ones are localized.
      const isAll = source?.folder === each.folder && prefix.source === "";
      return isAll ? [] : [`${source?.folder ?? ""}/${prefix.source}`];
    });
  });
  return paths.filter(
    (path) =>
      isMarkdown(path) &&
      !root.config.isIgnored(path) &&
      !english.some((folder) => `${root.folder}/${path}`.startsWith(folder)),
  );
}
