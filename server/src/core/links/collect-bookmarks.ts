import { Attached } from "../document/attached.ts";
import type { Bookmark, PageSummary } from "../workspace/page-summary.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** All bookmarks of a page, those of the pages that it includes among them. */
export type Bookmarks = Pick<PageSummary, "anchors" | "bookmarks" | "hasBookmark">;

/** Collects the bookmarks of a page and, over any number of steps, of what it includes. `undefined`: not a page. */
export function collectBookmarks(workspace: Workspace, path: string): Bookmarks | undefined {
  const page = workspace.findPage(path);
  if (page === undefined || page.includes.length === 0) return page;
  const pages: PageSummary[] = [];
  const visited = new Set<string>();
  const waiting = [path];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    // Pages may include each other.
    if (visited.has(next)) continue;
    visited.add(next);
    const included = findPage(workspace, next);
    if (included === undefined) continue;
    pages.push(included);
    for (const each of included.includes) waiting.push(each);
  }
  return new JoinedBookmarks(pages);
}

/** The bookmarks of several pages that readers see as one. */
class JoinedBookmarks implements Bookmarks {
  readonly #pages: readonly PageSummary[];
  #anchors: ReadonlySet<string> | undefined;
  #bookmarks: readonly Bookmark[] | undefined;

  constructor(pages: readonly PageSummary[]) {
    this.#pages = pages;
  }

  get anchors(): ReadonlySet<string> {
    this.#anchors ??= new Set(this.#pages.flatMap(({ anchors }) => [...anchors]));
    return this.#anchors;
  }

  get bookmarks(): readonly Bookmark[] {
    this.#bookmarks ??= this.#pages.flatMap(({ bookmarks }) => bookmarks);
    return this.#bookmarks;
  }

  hasBookmark(name: string): boolean {
    return this.#pages.some((page) => page.hasBookmark(name));
  }
}

/** Includes often stay in the English tree. */
function findPage(workspace: Workspace, path: string): PageSummary | undefined {
  for (const tree of [workspace, workspace.source]) {
    const found = tree?.findPage(path) ?? tree?.findPage(tree.findFileIgnoringCase(path) ?? "");
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a page needs no such anchor for a browser to find the place: the top, or words in the text. */
export function isBuiltIn(bookmark: string): boolean {
  return bookmark === "" || bookmark.toLowerCase() === "top" || bookmark.startsWith(":~:");
}

/**
 * Whether a page is meant to be read inside others, so that a bookmark of its own may lead into those: it stands in a
 * folder of includes, or one of the pages that include it has the bookmark.
 */
export function isInIncludingPage(workspace: Workspace, path: string, bookmark: string): boolean {
  if (/(?:^|\/)includes?\//i.test(path)) return true;
  return (includersIn(workspace).get(path) ?? []).some((page) =>
    collectBookmarks(workspace, page)?.hasBookmark(bookmark.toLowerCase()),
  );
}

/** A snapshot never changes, and a page may have thousands of bookmarks that somebody asks about. */
const known = new Attached<Workspace, ReadonlyMap<string, readonly string[]>>();

/** The pages that include each page which is included. */
function includersIn(workspace: Workspace): ReadonlyMap<string, readonly string[]> {
  const found = known.get(workspace);
  if (found !== undefined) return found;
  const includers = new Map<string, string[]>();
  for (const { path, includes } of workspace.pages()) {
    for (const each of includes) {
      const pages = includers.get(each);
      if (pages === undefined) includers.set(each, [path]);
      else pages.push(path);
    }
  }
  known.set(workspace, includers);
  return includers;
}
