import { Attached } from "../document/attached.ts";
import type { Document } from "../document/document.ts";
import type { Link } from "../markdown/structure.ts";
import type { RuleContext } from "../rules/rule.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { collectBookmarks } from "./find-bookmark.ts";
import { folderOf, relativePath } from "./paths.ts";
import { parseTarget, type Target } from "./parse-target.ts";
import { type Resolution, resolveLink } from "./resolve-link.ts";

/** A target that stands somewhere in a page, with where it leads. */
export interface PageLink {
  /** The first link that uses it; several may use one definition. */
  readonly link: Link;
  readonly target: Target;
  readonly resolution: Resolution;
}

/** All rules of one run ask for the same page; the answer holds as long as the context does. */
const known = new Attached<RuleContext, readonly PageLink[]>();

/** The targets of a page, each once, in page order. */
export function pageLinks(context: RuleContext): readonly PageLink[] {
  const found = known.get(context) ?? collectLinks(context);
  known.set(context, found);
  return found;
}

function collectLinks({ document, workspace, path }: RuleContext): PageLink[] {
  const links = new Map<number, PageLink>();
  for (const link of document.structure.links) {
    if (links.has(link.targetSpan.start)) continue;
    const target = parseTarget(link.target);
    links.set(link.targetSpan.start, { link, target, resolution: resolveLink(workspace, path, target) });
  }
  return [...links.values()];
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
  const anchors = collectBookmarks(workspace, file)?.anchors;
  const isKept = bookmark !== undefined && anchors?.has(bookmark.toLowerCase()) !== false;
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
