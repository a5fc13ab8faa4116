import { linkToBookmark, linkToPage, type LookedIn, nearestBookmarks } from "../../links/bookmark-fixes.ts";
import { collectBookmarks, isBuiltIn, isInIncludingPage } from "../../links/collect-bookmarks.ts";
import { findTranslation, type PageTranslation } from "../../links/find-rendered-heading.ts";
import { dropLink, MOST_SEARCHED } from "../../links/link-fixes.ts";
import { type PageLink, pageLinks, spanOfPart } from "../../links/page-links.ts";
import type { FoundFile } from "../../links/resolve-link.ts";
import { quote } from "../../text/quote.ts";
import { summarizePage } from "../../workspace/summarize-page.ts";
import { findIn } from "../find-in.ts";
import { defineRule, type Finding, type RuleContext } from "../rule.ts";

/** A reader who follows a broken bookmark ends at the top of a long page. */
export const bookmarkNotFound = defineRule({
  id: "link/bookmark-not-found",
  summary: "A bookmark in a link is a heading or an anchor of the page that it leads to.",
  severity: "warning",
  check(context) {
    const { withBookmark } = pageLinks(context);
    if (withBookmark.length === 0) return [];
    const pages = new Map<string, LookedIn | undefined>();
    const translations = new Map<LookedIn, PageTranslation | undefined>();
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
      if (!translations.has(page)) translations.set(page, translationOf(context, page));
      const translation = translations.get(page);
      return missingBookmark(context, pageLink, { page, translation, isSearched: ++count <= MOST_SEARCHED });
    });
  },
});

/** A bookmark that is not there. */
interface Missing {
  /** Where it was looked for. */
  readonly page: LookedIn;
  readonly translation: PageTranslation | undefined;
  /** Whether what may have been meant is searched. */
  readonly isSearched: boolean;
}

/** `undefined`: the link has none, or one that every page has. */
function searchedBookmark(pageLink: PageLink): string | undefined {
  const { bookmark } = pageLink.target;
  return bookmark === undefined || isBuiltIn(bookmark) ? undefined : bookmark;
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
  { page, translation, isSearched }: Missing,
): Finding {
  const bookmark = pageLink.target.bookmark ?? "";
  const nearest = isSearched ? nearestBookmarks(bookmark, page, translation) : [];
  const clear = nearest.find(({ isClear }) => isClear);
  const guess = clear === undefined ? "" : ` Did you mean \`#${clear.name}\`?`;
  return {
    span: spanOfPart(context.document, pageLink, pageLink.target.bookmarkSpan),
    message: `Bookmark ${quote(`#${bookmark}`)} was not found in ${nameOf(page)}${inEnglish(bookmark, translation)}.${guess}`,
    fixes: [
      ...(isSearched ? linkToBookmark(context, pageLink, page, nearest) : []),
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
