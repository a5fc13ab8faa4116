import type { RuleContext } from "../rules/rule.ts";
import type { Span } from "../text/span.ts";
import { bookmarksOf, findDestination, headingAt, linkAt } from "./link-at.ts";

/** What is being referred to: a page, or some of its bookmarks. */
export interface Referent {
  readonly path: string;
  /** Every name of the place, lower case. */
  readonly bookmarks: ReadonlySet<string>;
  /** Whether links to the page without a bookmark count too. */
  readonly isPage: boolean;
}

/** What the place at an offset is to other pages: the target of a link, or a heading with all of its names. */
export function findReferent(context: RuleContext, offset: number): Referent | undefined {
  const { document, path } = context;
  const link = linkAt(document, offset);
  const destination = link && findDestination(context, link.target);
  if (destination !== undefined && !destination.isInSource) {
    const { bookmark } = destination;
    return {
      path: destination.path,
      bookmarks: new Set(bookmark === undefined ? [] : [bookmark]),
      isPage: bookmark === undefined,
    };
  }
  const heading = headingAt(document, offset);
  if (heading === undefined) return undefined;
  const names = bookmarksOf(document)
    .filter(({ offset: start }) => start === heading.span.start)
    .map(({ name }) => name);
  const isTitle = document.structure.headings[0] === heading;
  return { path, bookmarks: new Set(names), isPage: isTitle };
}

/** Pages that may hold links to a referent, its own page first. */
export function pagesToSearch({ workspace }: RuleContext, { path }: Referent): string[] {
  return [...new Set([path, ...workspace.pagesLinkingTo(path).map((page) => page.path)])];
}

/** The links of a page that lead to a referent: where their targets stand. */
export function findReferences(context: RuleContext, { path, bookmarks, isPage }: Referent): Span[] {
  return context.document.structure.links
    .filter(({ target }) => {
      const destination = findDestination(context, target);
      if (destination === undefined || destination.isInSource || destination.path !== path) return false;
      return destination.bookmark === undefined ? isPage : bookmarks.has(destination.bookmark);
    })
    .map(({ targetSpan }) => targetSpan);
}
