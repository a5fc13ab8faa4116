import { type Bookmarks, collectBookmarks, isBuiltIn, isInIncludingPage } from "../../links/find-bookmark.ts";
import { dropLink, englishTarget, MOST_SEARCHED, useEnglishTarget } from "../../links/link-fixes.ts";
import {
  findRenderedHeading,
  findTranslation,
  type PageTranslation,
} from "../../links/find-rendered-heading.ts";
import { findNearestNames, type NearName } from "../../links/nearest-names.ts";
import { type PageLink, pageLinks, retarget, spanOfPart, withBookmark } from "../../links/page-links.ts";
import { parseTarget } from "../../links/parse-target.ts";
import { quote } from "../../text/quote.ts";
import { type FoundFile, resolveLink } from "../../links/resolve-link.ts";
import { summarizePage } from "../../workspace/summarize-page.ts";
import { findIn } from "../find-in.ts";
import { defineRule, type Finding, type Fix, type RuleContext } from "../rule.ts";

/** A reader who follows a broken bookmark ends at the top of a long page. */
export const bookmarkNotFound = defineRule({
  id: "link/bookmark-not-found",
  summary: "A bookmark in a link is a heading or an anchor of the page that it leads to.",
  severity: "warning",
  check(context) {
    const { withBookmark } = pageLinks(context);
    if (withBookmark.length === 0) return [];
    const pages = new Map<string, LookedIn | undefined>();
    let count = 0;
    return findIn(withBookmark, (pageLink) => {
      const { resolution } = pageLink;
      if (resolution.kind !== "found" || resolution.isFolder) return undefined;
      const bookmark = searchedBookmark(pageLink);
      if (bookmark === undefined) return undefined;
      // A page of links asks for the same few pages over and over.
      const key = `${resolution.isInSource ? "source" : "here"}:${resolution.path}`;
      if (!pages.has(key)) pages.set(key, bookmarksAt(context, resolution));
      const page = pages.get(key);
      if (page === undefined || page.found.hasBookmark(bookmark.toLowerCase())) return undefined;
      if (page.isOwn && isInIncludingPage(context.workspace, context.path, bookmark)) return undefined;
      return missingBookmark(context, pageLink, page, ++count <= MOST_SEARCHED);
    });
  },
});

/** `undefined`: the link has none, or one that every page has. */
function searchedBookmark(pageLink: PageLink): string | undefined {
  const { bookmark } = pageLink.target;
  return bookmark === undefined || isBuiltIn(bookmark) ? undefined : bookmark;
}

/** The page that a bookmark is looked for in. */
interface LookedIn {
  readonly path: string;
  readonly isOwn: boolean;
  readonly isInSource: boolean;
  readonly found: Bookmarks;
}

/** `undefined`: the link leads to no page, or to one of which nothing is known. */
function bookmarksAt(context: RuleContext, { path, isInSource, tree }: FoundFile): LookedIn | undefined {
  const isOwn = path === context.path && !isInSource;
  const found =
    collectBookmarks(tree, path) ??
    (isOwn ? summarizePage(path, context.document, context.workspace.docsets()) : undefined);
  return found && { path, isOwn, isInSource, found };
}

/** How a message calls a page. */
function nameOf({ path, isOwn, isInSource }: LookedIn): string {
  if (isOwn) return "this page";
  return `${isInSource ? "the English page of " : ""}\`${path}\``;
}

/** The localized page and its English one. `undefined`: one of them is not there. */
function translationOf(
  { workspace }: RuleContext,
  { path, isInSource }: LookedIn,
): PageTranslation | undefined {
  return isInSource ? undefined : findTranslation(workspace, path);
}

function missingBookmark(
  context: RuleContext,
  pageLink: PageLink,
  page: LookedIn,
  isSearched: boolean,
): Finding {
  const bookmark = pageLink.target.bookmark ?? "";
  const translation = translationOf(context, page);
  const nearest = isSearched ? nearestBookmarks(bookmark, page, translation) : [];
  const clear = nearest.find(({ isClear }) => isClear);
  const guess = clear === undefined ? "" : ` Did you mean \`#${clear.name}\`?`;
  return {
    span: spanOfPart(context.document, pageLink, pageLink.target.bookmarkSpan),
    message: `Bookmark ${quote(`#${bookmark}`)} was not found in ${nameOf(page)}${inEnglish(bookmark, translation)}.${guess}`,
    fixes: [
      ...(isSearched ? searchedFixes(context, pageLink, page, nearest) : []),
      ...(page.isOwn ? [] : [linkToPage(pageLink)]),
      ...dropLink(context.document, pageLink.link),
    ],
  };
}

/** What the other tree has to say. */
function inEnglish(bookmark: string, translation: PageTranslation | undefined): string {
  if (translation === undefined) return "";
  return translation.english.hasBookmark(bookmark.toLowerCase())
    ? ", but its English page has it"
    : ", nor in its English page";
}

/** The heading that renders the English one of that name, and then the names that are most like it. */
function nearestBookmarks(
  bookmark: string,
  { found }: LookedIn,
  translation: PageTranslation | undefined,
): NearName[] {
  const rendered = translation && findRenderedHeading(translation, bookmark.toLowerCase());
  const nearest = findNearestNames(bookmark, found.anchors);
  if (rendered === undefined) return nearest;
  const others = nearest.filter(({ name }) => name !== rendered);
  return [{ name: rendered, isClear: true }, ...others.map(({ name }) => ({ name, isClear: false }))];
}

function searchedFixes(
  context: RuleContext,
  pageLink: PageLink,
  page: LookedIn,
  nearest: readonly NearName[],
): Fix[] {
  const fixes: Fix[] = [];
  const english = englishTarget(context, pageLink);
  const isEnglishThere = english !== undefined && leadsInto(context, english, page);
  if (isEnglishThere) fixes.push(useEnglishTarget(pageLink, english, true));
  for (const { name, isClear } of nearest) {
    const heading = page.found.bookmarks.find((each) => each.name === name)?.heading;
    fixes.push({
      title: `Link to \`#${name}\`${heading === undefined ? "" : ` (${heading})`}`,
      edits: [retarget(pageLink, withBookmark(pageLink, name))],
      isPreferred: isClear && !isEnglishThere,
    });
  }
  return fixes;
}

function linkToPage(pageLink: PageLink): Fix {
  const edits = [retarget(pageLink, withBookmark(pageLink, undefined))];
  return { title: "Link to the page as a whole", edits };
}

function leadsInto({ workspace, path }: RuleContext, english: string, page: LookedIn): boolean {
  const { bookmark } = parseTarget(english);
  const isThere = resolveLink(workspace, path, english).kind === "found";
  return isThere && bookmark !== undefined && page.found.hasBookmark(bookmark.toLowerCase());
}
