import type { Workspace } from "../workspace/workspace.ts";
import { collectBookmarks, isBuiltIn } from "./collect-bookmarks.ts";
import { parseTarget } from "./parse-target.ts";
import { type FoundFile, resolveLink } from "./resolve-link.ts";

/**
 * Whether a translation's target differs from the English one because that one is at fault, and the translation's is
 * not: the writer took a fix of one of the `link/` rules, or did the same by hand. Broken links are mostly inherited
 * from English, whose half of a segment has to stay as it is.
 */
export function repairsEnglish(
  workspace: Workspace,
  page: string,
  english: string,
  translated: string,
): boolean {
  const right = resolveLink(workspace, page, translated);
  if (right.kind !== "found") return isRedirectTarget(workspace, page, english, translated);
  const wrong = resolveLink(workspace, page, english);
  if (hasBookmark(right, translated) && wrong.kind === "found" && wrong.path === right.path) {
    return wrong.differsInCase || english.includes("\\") || !hasBookmark(wrong, english);
  }
  return wrong.kind === "missing" || wrong.kind === "redirected";
}

/** The new address of a page that moved to another site or docset. */
function isRedirectTarget(workspace: Workspace, page: string, english: string, translated: string): boolean {
  const wrong = resolveLink(workspace, page, english);
  return wrong.kind === "redirected" && withoutHash(wrong.redirection.url) === withoutHash(translated);
}

function withoutHash(target: string): string {
  return target.replace(/#.*$/s, "");
}

/** Whether the page that a target leads to has the bookmark in it, if there is one. */
export function hasBookmark(resolution: FoundFile, target: string): boolean {
  const { bookmark } = parseTarget(target);
  if (bookmark === undefined || isBuiltIn(bookmark)) return true;
  return collectBookmarks(resolution.tree, resolution.path)?.hasBookmark(bookmark.toLowerCase()) !== false;
}
