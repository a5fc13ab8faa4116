import { createPage } from "../../links/create-page.ts";
import { dropLink, englishTarget, MOST_SEARCHED, useEnglishTarget } from "../../links/link-fixes.ts";
import { carries, findNearestFiles, type NearFile } from "../../links/nearest-files.ts";
import { type PageLink, pageLinks, retarget, spanOfPart, withFile } from "../../links/page-links.ts";
import { extensionOf, isMarkdown } from "../../links/paths.ts";
import { quote } from "../../text/quote.ts";
import { isEnglish } from "../../source/page-sources.ts";
import { ELSEWHERE, resolveLink } from "../../links/resolve-link.ts";
import { findIn } from "../find-in.ts";
import { defineRule, type Finding, type Fix, type RuleContext } from "../rule.ts";

/** Localized repositories carry their pages, but leave most includes and pictures to the English tree. */
export const fileNotFound = defineRule({
  id: "link/file-not-found",
  summary: "A link leads to a file that exists.",
  severity: "warning",
  check(context) {
    let count = 0;
    return findIn(pageLinks(context).broken, (pageLink) => {
      const { resolution } = pageLink;
      if (resolution.kind === "missing" && canTell(context, pageLink, resolution.path)) {
        return missingFile(context, pageLink, resolution.path, ++count <= MOST_SEARCHED);
      }
      const isLocal = resolution === ELSEWHERE && pageLink.target.scheme !== "file";
      return isLocal ? localPath(context, pageLink) : undefined;
    });
  },
});

const PAGES = new Set(["", ".md", ".markdown", ".yml"]);

/** Without an English tree only pages are expected to be here. */
function canTell({ workspace }: RuleContext, { link }: PageLink, path: string): boolean {
  const extension = extensionOf(path);
  if (link.role === "link" && PAGES.has(extension)) return true;
  // A checkout without pictures cannot say that one is missing.
  return workspace.source !== undefined && (PAGES.has(extension) || carries(workspace.source, extension));
}

function missingFile(context: RuleContext, pageLink: PageLink, path: string, isSearched: boolean): Finding {
  const found = isSearched ? findNearestFiles(context.workspace, path) : [];
  const nearest = found.filter((near) => near.path !== context.path);
  const english = isSearched ? findEnglishTarget(context, pageLink) : undefined;
  // What the preferred fix leads to: English may be the only one that has the page.
  const meant = english?.path ?? nearest.find(({ isClear }) => isClear)?.path;
  const where = hasEnglishElsewhere(context) ? ", neither here nor in the English tree" : "";
  const guess = meant === undefined ? "" : ` Did you mean \`${meant}\`?`;
  return {
    span: spanOfPart(context.document, pageLink, pageLink.target.pathSpan),
    message: `File ${quote(path)} does not exist${where}.${guess}`,
    fixes: [
      ...(isSearched ? searchedFixes(context, pageLink, path, { english, nearest }) : []),
      ...dropLink(context.document, pageLink.link),
    ],
  };
}

/** An English page has no English tree but the one that it stands in itself. */
function hasEnglishElsewhere({ document, workspace, sources }: RuleContext): boolean {
  return workspace.source !== undefined && !isEnglish(document, sources);
}

/** The target of the same link in English, where it leads to a file. */
interface EnglishTarget {
  readonly target: string;
  readonly path: string;
}

function findEnglishTarget(context: RuleContext, pageLink: PageLink): EnglishTarget | undefined {
  const target = englishTarget(context, pageLink);
  const resolution = target === undefined ? undefined : resolveLink(context.workspace, context.path, target);
  return target !== undefined && resolution?.kind === "found" ? { target, path: resolution.path } : undefined;
}

/** What a link may have meant. */
interface Meant {
  readonly english: EnglishTarget | undefined;
  readonly nearest: readonly NearFile[];
}

function searchedFixes(
  context: RuleContext,
  pageLink: PageLink,
  path: string,
  { english, nearest }: Meant,
): Fix[] {
  const fixes: Fix[] = [];
  if (english !== undefined) fixes.push(useEnglishTarget(pageLink, english.target, true));
  for (const near of nearest) {
    const target = withFile(pageLink, context, near.path);
    // It is offered already.
    if (target === english?.target) continue;
    fixes.push({
      title: `Link to \`${target}\``,
      edits: [retarget(pageLink, target)],
      isPreferred: near.isClear && english === undefined,
    });
  }
  if (pageLink.link.role === "link" && isMarkdown(path))
    fixes.push(createPage(context.document, pageLink.link, path));
  return fixes;
}

function localPath({ document }: RuleContext, pageLink: PageLink): Finding {
  return {
    span: pageLink.link.targetSpan,
    message: `${quote(pageLink.link.target)} is a path on one computer, which readers cannot open.`,
    fixes: dropLink(document, pageLink.link),
  };
}
