import type { Fix, RuleContext } from "../rules/rule.ts";
import type { Bookmarks } from "./collect-bookmarks.ts";
import type { PageTranslation } from "./find-rendered-heading.ts";
import { englishTarget, useEnglishTarget } from "./link-fixes.ts";
import { findNearestNames, type NearName } from "./nearest-names.ts";
import { type PageLink, retarget, withBookmark } from "./page-links.ts";
import { parseTarget } from "./parse-target.ts";
import { resolveLink } from "./resolve-link.ts";

/** The page that a bookmark is looked for in. */
export interface LookedIn {
  readonly path: string;
  /** Whether it is the page with the link. */
  readonly isOwn: boolean;
  /** Whether it is one of the English tree. */
  readonly isInSource: boolean;
  readonly found: Bookmarks;
}

/** The heading that renders the English one of that name, and then the names that are most like it. */
export function nearestBookmarks(
  bookmark: string,
  { found }: LookedIn,
  translation: PageTranslation | undefined,
): NearName[] {
  const rendered = translation?.findRenderedHeading(bookmark.toLowerCase());
  const nearest = findNearestNames(bookmark, found.anchors);
  if (rendered === undefined) return nearest;
  const others = nearest.filter(({ name }) => name !== rendered);
  return [{ name: rendered, isClear: true }, ...others.map(({ name }) => ({ name, isClear: false }))];
}

/** The English target, where the page has its bookmark, and then the names that may be meant. */
export function linkToBookmark(
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

/** Gives the bookmark up. */
export function linkToPage(pageLink: PageLink): Fix {
  const edits = [retarget(pageLink, withBookmark(pageLink, undefined))];
  return { title: "Link to the page as a whole", edits };
}

function leadsInto({ workspace, path }: RuleContext, english: string, page: LookedIn): boolean {
  const { bookmark } = parseTarget(english);
  const isThere = resolveLink(workspace, path, english).kind === "found";
  return isThere && bookmark !== undefined && page.found.hasBookmark(bookmark.toLowerCase());
}
