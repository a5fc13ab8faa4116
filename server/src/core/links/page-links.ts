import { Attached } from "../document/attached.ts";
import type { Document } from "../document/document.ts";
import type { Link } from "../markdown/structure.ts";
import type { RuleContext } from "../rules/rule.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { collectBookmarks } from "./find-bookmark.ts";
import { folderOf, relativePath } from "./paths.ts";
import { kindOf, parseTarget, type Target } from "./parse-target.ts";
import { ELSEWHERE, type Resolution, resolveLink } from "./resolve-link.ts";

/** A target that stands somewhere in a page, with where it leads. */
export class PageLink {
  /** The first link that uses it; several may use one definition. */
  readonly link: Link;
  readonly resolution: Resolution;
  #target: Target | undefined;

  constructor(link: Link, resolution: Resolution) {
    this.link = link;
    this.resolution = resolution;
  }

  /** Taken apart when somebody asks: few rules do, and of few links. */
  get target(): Target {
    return (this.#target ??= parseTarget(this.link.target));
  }
}

/** The targets of a page, each once, in page order. */
export interface PageLinks {
  readonly all: readonly Link[];
  /** Those that lead to a file or folder, whether it is there or not; those on somebody's own machine among them. */
  readonly toFiles: readonly PageLink[];
  /** Those that lead to another site. */
  readonly toSites: readonly PageLink[];
}

/** All rules of one run ask for the same page; the answer holds as long as the context does. */
const known = new Attached<RuleContext, PageLinks>();

/** The targets of a page. */
export function pageLinks(context: RuleContext): PageLinks {
  const found = known.get(context);
  if (found !== undefined) return found;
  const links = collectLinks(context);
  known.set(context, links);
  return links;
}

function collectLinks({ document, workspace, path }: RuleContext): PageLinks {
  const all: Link[] = [];
  const toFiles: PageLink[] = [];
  const toSites: PageLink[] = [];
  const definitions = new Set<number>();
  for (const link of document.structure.links) {
    if (link.form === "reference") {
      const { start } = link.targetSpan;
      if (definitions.has(start)) continue;
      definitions.add(start);
    }
    all.push(link);
    const kind = kindOf(link.target);
    if (kind === "url") toSites.push(new PageLink(link, ELSEWHERE));
    else {
      const resolution = resolveLink(workspace, path, link.target, kind);
      if (resolution !== ELSEWHERE || kind === "local-path") toFiles.push(new PageLink(link, resolution));
    }
  }
  return { all, toFiles, toSites };
}

/** A part of a target as a span of the page; the whole target where escapes or entities blur the places. */
export function spanOfPart({ text }: Document, { link }: PageLink, part: Span): Span {
  const { start, end } = link.targetSpan;
  const isVerbatim = text.slice(start, end) === link.target;
  return isVerbatim && part.end > part.start
    ? { start: start + part.start, end: start + part.end }
    : { start, end };
}

/** An edit that makes a link lead to `target`, which is written as it should stand between the brackets. */
export function retarget({ link }: PageLink, target: string): TextEdit {
  return { span: link.targetSpan, newText: target };
}

/**
 * The target that leads to another file in a link's stead. Its query stays; its bookmark too, unless the other page is
 * known not to have it.
 */
export function withFile(
  { target, link }: PageLink,
  { workspace, path: page }: RuleContext,
  file: string,
): string {
  const { bookmark, query, bookmarkSpan } = target;
  const isKept =
    bookmark !== undefined &&
    collectBookmarks(workspace, file)?.hasBookmark(bookmark.toLowerCase()) !== false;
  const path = encodePath(relativePath(folderOf(page), file));
  return path + query + (isKept ? link.target.slice(bookmarkSpan.start - 1) : "");
}

/** The path of a target written in another way, its query and bookmark kept. `path` is not percent-encoded. */
export function withPath({ link: { target }, target: { pathSpan } }: PageLink, path: string): string {
  return target.slice(0, pathSpan.start) + encodePath(path) + target.slice(pathSpan.end);
}

/** The bookmark of a target replaced; `undefined`: taken out. */
export function withBookmark(
  { link: { target }, target: parts }: PageLink,
  bookmark: string | undefined,
): string {
  const rest = parts.bookmark === undefined ? target : target.slice(0, parts.bookmarkSpan.start - 1);
  return bookmark === undefined ? rest : `${rest}#${encodePath(bookmark)}`;
}

/** Percent-encodes what would end a link's target, or mean something else in it; letters of all scripts stay. */
export function encodePath(path: string): string {
  return path.replace(
    /[\s()<>"\\%?#]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}
