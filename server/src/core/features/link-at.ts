import type { Document } from "../document/document.ts";
import { parseTarget } from "../links/parse-target.ts";
import { resolveLink } from "../links/resolve-link.ts";
import type { Heading, Link } from "../markdown/structure.ts";
import type { RuleContext } from "../rules/rule.ts";
import type { Span } from "../text/span.ts";
import type { Bookmark } from "../workspace/page-summary.ts";
import { summarizePage } from "../workspace/summarize-page.ts";
import { touches } from "./segment-at.ts";

/** A place that a link leads to. */
export interface Destination {
  readonly path: string;
  /** Whether the page is the English tree's. */
  readonly isInSource: boolean;
  /** Lower case, without `#`; `undefined`: the page as a whole. */
  readonly bookmark: string | undefined;
}

/** The innermost link that an offset touches: on its target, or anywhere in it. */
export function linkAt({ structure }: Document, offset: number): Link | undefined {
  const touched = structure.links.filter((link) => touches(link.span, offset));
  return (
    touched.findLast((link) => touches(link.targetSpan, offset)) ??
    touched.sort((a, b) => lengthOf(a.span) - lengthOf(b.span))[0]
  );
}

/** The heading on whose line an offset lies. */
export function headingAt({ structure }: Document, offset: number): Heading | undefined {
  return structure.headings.find(({ span }) => touches(span, offset));
}

/** The page that a link target leads to, over a redirection where there is one. `undefined`: to no page known here. */
export function findDestination(
  { workspace, path }: Pick<RuleContext, "workspace" | "path">,
  target: string,
): Destination | undefined {
  const parsed = parseTarget(target);
  const resolution = resolveLink(workspace, path, target);
  const bookmark = parsed.bookmark === "" ? undefined : parsed.bookmark?.toLowerCase();
  switch (resolution.kind) {
    case "found":
      if (resolution.isFolder) return undefined;
      return { path: resolution.path, isInSource: resolution.isInSource, bookmark };
    case "redirected": {
      const { to } = resolution.redirection;
      return to === undefined ? undefined : { path: to, isInSource: false, bookmark };
    }
    case "elsewhere":
    case "missing":
      return undefined;
  }
}

/** Where a bookmark stands in a page: the heading or the anchor of that name. `undefined`: nowhere. */
export function findBookmark(document: Document, bookmark: string): Span | undefined {
  const found = bookmarksOf(document).find(({ name }) => name === bookmark);
  if (found === undefined) return undefined;
  const heading = document.structure.headings.find(({ span }) => span.start === found.offset);
  return heading?.span ?? { start: found.offset, end: found.offset };
}

/** Every bookmark that leads into a page, in page order. */
export function bookmarksOf(document: Document): readonly Bookmark[] {
  // Where its links lead, the only thing that needs path and docsets, is of no interest here.
  return summarizePage("", document, []).bookmarks;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
