import { Attached } from "../document/attached.ts";
import type { Document } from "../document/document.ts";
import type { Link } from "../markdown/structure.ts";
import type { RuleContext } from "../rules/rule.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { collectBookmarks } from "./collect-bookmarks.ts";
import { folderOf, relativePath } from "./paths.ts";
import { LinkResolver } from "./link-resolver.ts";
import { kindOf, parseTarget, type Target } from "./parse-target.ts";
import { ELSEWHERE, type Resolution } from "./resolve-link.ts";

/** A target that stands somewhere in a page, with where it leads. */
export class PageLink {
  /** The first link that uses it; several may use one definition. */
  readonly link: Link;
  readonly resolution: Resolution;

  constructor(link: Link, resolution: Resolution) {
    this.link = link;
    this.resolution = resolution;
  }

  /** Taken apart for each who asks: few rules do, and of few links. */
  get target(): Target {
    return parseTarget(this.link.target);
  }
}

/**
 * The targets of a page, each once, in page order. Of most pages a rule about one kind of them finds none: they are told
 * apart once, not by each rule.
 */
export interface PageLinks {
  readonly all: readonly Link[];
  /** Those that are blank. */
  readonly empty: readonly Link[];
  /** Those with a backslash, as it is or percent-encoded. */
  readonly withBackslash: readonly Link[];
  /** Those that lead to a file or folder, whether it is there or not, with a `#`. */
  readonly withBookmark: readonly PageLink[];
  /** Those to a file that another letter case leads to than theirs. */
  readonly inOtherCase: readonly PageLink[];
  /** Those to something that was moved. */
  readonly redirected: readonly PageLink[];
  /** Those to nothing that is there, or to somebody's own machine. */
  readonly broken: readonly PageLink[];
  /** Those that lead to another site. */
  readonly toSites: readonly Link[];
}

/** All rules of one run ask for the same page; the answer holds as long as the context does. */
const known = new Attached<RuleContext, PageLinks>();

/** The targets of a page. */
export function pageLinks(context: RuleContext): PageLinks {
  return known.of(context, collectLinks);
}

/** As it is, or percent-encoded. */
const BACKSLASH = /\\|%5c/i;

function collectLinks({ document, workspace, path }: RuleContext): PageLinks {
  const links = withoutRepeated(document.structure.links);
  const sorted = new SortedLinks(links, new LinkResolver(workspace, path));
  for (let nth = 0; nth < links.length; nth++) sorted.add(links[nth] as Link);
  return sorted;
}

/** Of the links that use one definition, the first only. */
function withoutRepeated(links: readonly Link[]): readonly Link[] {
  if (!links.some(({ form }) => form === "reference")) return links;
  const definitions = new Set<number>();
  return links.filter((link) => {
    if (link.form !== "reference") return true;
    const { start } = link.targetSpan;
    if (definitions.has(start)) return false;
    definitions.add(start);
    return true;
  });
}

class SortedLinks implements PageLinks {
  readonly all: readonly Link[];
  readonly #resolver: LinkResolver;
  readonly empty: Link[] = [];
  readonly withBackslash: Link[] = [];
  readonly withBookmark: PageLink[] = [];
  readonly inOtherCase: PageLink[] = [];
  readonly redirected: PageLink[] = [];
  readonly broken: PageLink[] = [];
  readonly toSites: Link[] = [];

  constructor(links: readonly Link[], resolver: LinkResolver) {
    this.all = links;
    this.#resolver = resolver;
  }

  add(link: Link): void {
    const { target } = link;
    if (BACKSLASH.test(target)) this.withBackslash.push(link);
    const kind = kindOf(target);
    if (kind === "url") this.toSites.push(link);
    else if (kind === "empty") this.empty.push(link);
    else {
      const resolution = this.#resolver.resolve(target, kind);
      if (resolution !== ELSEWHERE || kind === "local-path") this.addFile(new PageLink(link, resolution));
    }
  }

  private addFile(pageLink: PageLink): void {
    const { link, resolution } = pageLink;
    if (link.target.includes("#")) this.withBookmark.push(pageLink);
    if (resolution.kind === "redirected") this.redirected.push(pageLink);
    else if (resolution.kind !== "found") this.broken.push(pageLink);
    else if (resolution.differsInCase) this.inOtherCase.push(pageLink);
  }
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
