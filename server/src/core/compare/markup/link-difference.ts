import { parseTarget } from "../../links/parse-target.ts";
import { endOfDefinitions } from "../../markdown/definitions.ts";
import type { InlineLink } from "../../markdown/scan-inline.ts";
import type { LinkForm } from "../../markdown/structure.ts";
import type { Span } from "../../text/span.ts";
import { findDifference } from "../pairs/difference.ts";
import type { Half } from "../pairs/half.ts";
import type { Comparison } from "../pairs/pair-list.ts";
import { ANGLE, inEither, LINK_END, URL } from "../pairs/traits.ts";

/** A link or image of a half: of Markdown, or `href` and `src` of a tag. Spans are UTF-16 offsets into the half. */
export interface ComparedLink {
  readonly form: LinkForm;
  readonly isImage: boolean;
  readonly span: Span;
  readonly textSpan: Span | undefined;
  readonly target: string;
  /** `undefined` for a reference: its target stands in a definition. */
  readonly targetSpan: Span | undefined;
}

/** Links of a translation set against those of its English, in text order. */
export interface LinkDifference {
  /** A link of the English that leads elsewhere in the translation. */
  readonly changed: readonly { readonly source: ComparedLink; readonly target: ComparedLink }[];
  /** Only in the English. */
  readonly lost: readonly ComparedLink[];
  /** Only in the translation. */
  readonly added: readonly ComparedLink[];
}

const LOCALE = /^\/(?:[a-z]{2}|[a-z]{2,3}(?:-[a-z]{4})?-[a-z]{2})(?=\/|$)/i;
/** `&clcid=0x407`, `?ui=de-DE&rs=de-DE&ad=DE`: the language of an answer, and the country. */
const LANGUAGE = /(?:[?&]|%26)(?:(?:cl|l)cid|ui|rs|ad|locale|culture|mkt|lang)=[\w-]*/gi;
/** What an article of the support site is called, before its id. */
const TITLE = /(?<=\/)[^/]+-(?=[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$)/i;
const WIKIPEDIA = /^[a-z-]+(?:\.m)?\.wikipedia\.org$/;
/** `[text] (`: the URL behind it is a link by itself, but the text has lost it. */
const BROKEN_LINK_BEFORE = /[\]］][ \u3000]*[(（]$/;

/**
 * Compares where the links and images of two halves lead. Their order and texts are the translator's business. Left out
 * is what may be localized on purpose: the language in a URL, `http` for `https`, an article of Wikipedia in another
 * language, and a translated bookmark, which is right when the localized heading has it (`link/bookmark-not-found`
 * knows). Measured on 651,215 segments: machine translation changes one target in that many.
 */
export const linkDifference: Comparison<LinkDifference> = {
  needs: inEither(ANGLE | LINK_END | URL),
  find: findLinkDifference,
};

function findLinkDifference(target: Half, source: Half): LinkDifference | undefined {
  const sourceLinks = linksOf(source);
  const targetLinks = withoutLeftovers(linksOf(target), target, sourceLinks);
  if (leadAlike(sourceLinks, targetLinks)) return undefined;
  const difference = findDifference(sourceLinks, targetLinks, keyOf);
  let undefinedCount = target.tokens.undefinedReferences.length;
  if (difference.added.length === 0 && undefinedCount === 0)
    return { changed: [], lost: difference.lost, added: [] };
  const changed: LinkDifference["changed"][number][] = [];
  const lost: ComparedLink[] = [];
  // The page may define only the translated label of an English reference: what that leads to nobody knows.
  const added = difference.added.filter(({ form }) => form !== "reference");
  const addedImages = added.filter(({ isImage }) => isImage).values();
  const addedLinks = added.filter(({ isImage }) => !isImage).values();
  const taken = new Set<ComparedLink>();
  for (const link of difference.lost) {
    // The nth link that is gone and the nth that is new are taken for one that was changed.
    const other = (link.isImage ? addedImages : addedLinks).next().value;
    if (other !== undefined) taken.add(other);
    if (other === undefined) {
      // A reference without definition is a finding of its own.
      if (undefinedCount > 0) undefinedCount -= 1;
      else lost.push(link);
    } else if (!isTranslatedBookmark(link, other) && !isOtherWikipedia(link, other))
      changed.push({ source: link, target: other });
  }
  return { changed, lost, added: added.filter((link) => !taken.has(link)) };
}

/** Nearly all translations have just the links of their English, written alike and in the same order. */
function leadAlike(links: readonly ComparedLink[], others: readonly ComparedLink[]): boolean {
  return (
    links.length === others.length &&
    links.every(({ isImage, target }, nth) => {
      const other = others[nth];
      return other?.target === target && other.isImage === isImage;
    })
  );
}

function linksOf({ text, tokens: { links, htmlTags } }: Half): readonly ComparedLink[] {
  // A half of definitions: what looks like a reference in one is its label.
  const start = endOfDefinitions(text);
  const counts = (link: InlineLink): link is LeadingLink =>
    link.target !== undefined && (link.form !== "reference" || link.span.start >= start);
  const written = links.every(counts) ? links : links.filter(counts);
  if (htmlTags.length === 0) return written;
  const compared: ComparedLink[] = [...written];
  for (const { name, span, attributes } of htmlTags) {
    for (const { name: key, value, valueSpan } of attributes) {
      if (key !== "href" && key !== "src") continue;
      const rest = { textSpan: undefined, target: value, targetSpan: valueSpan };
      compared.push({ form: "html", isImage: name === "img", span, ...rest });
    }
  }
  return compared.length === links.length ? compared : compared.sort((a, b) => a.span.start - b.span.start);
}

type LeadingLink = InlineLink & { readonly target: string };

/** Without the URLs of links that have come apart: they lead there still, but no longer from their text. */
function withoutLeftovers(
  links: readonly ComparedLink[],
  { text }: Half,
  sourceLinks: readonly ComparedLink[],
): readonly ComparedLink[] {
  const isLeftover = ({ form, span }: ComparedLink): boolean =>
    form === "bare" && BROKEN_LINK_BEFORE.test(text.slice(Math.max(0, span.start - 4), span.start));
  if (!links.some(isLeftover)) return links;
  const whole = new Set(sourceLinks.filter(({ form }) => form === "inline").map(keyOf));
  return links.filter((link) => !isLeftover(link) || !whole.has(keyOf(link)));
}

function keyOf({ form, isImage, target }: ComparedLink): string {
  // `https://contoso.com/**{tenant}**`: what GitHub takes for a part of the URL is emphasis, and a blank may come before it.
  const url = form === "bare" ? target.replace(/\*.*$/, "") : target;
  return `${isImage ? "image" : "link"} ${placeOf(url)}`;
}

/** Where a target leads, with all left out that does not matter: see `linkDifference`. */
export function placeOf(target: string): string {
  const { kind, path, query, bookmark, host } = parseTarget(target);
  const hash = bookmark === undefined ? "" : `#${bookmark}`;
  if (kind === "url")
    return `//${host ?? ""}${articleOf(path)}${query === "" ? "" : query.replace(LANGUAGE, "")}${hash}`;
  return kind === "relative" || kind === "docset" ? `${path}${query}${hash}` : target;
}

function articleOf(path: string): string {
  return path.replace(LOCALE, "").replace(/\/$/, "").replace(TITLE, "");
}

/** Whether two targets lead to Wikipedia in different languages, whose articles have different names. */
function isOtherWikipedia(source: { target: string }, target: { target: string }): boolean {
  const english = parseTarget(source.target).host ?? "";
  const found = parseTarget(target.target).host ?? "";
  return english !== found && WIKIPEDIA.test(english) && WIKIPEDIA.test(found);
}

/** Whether two targets are the same but for a bookmark that was translated. */
export function isTranslatedBookmark(source: { target: string }, target: { target: string }): boolean {
  const english = parseTarget(source.target);
  const found = parseTarget(target.target);
  if (english.bookmark === undefined || found.bookmark === undefined || english.kind === "tab") return false;
  const strip = (text: string, { bookmarkSpan }: typeof found): string =>
    placeOf(text.slice(0, bookmarkSpan.start));
  if (strip(source.target, english) !== strip(target.target, found)) return false;
  // On other sites nobody checks it; there only a bookmark in another script is surely a translation.
  return found.kind !== "url" || /[^\p{ASCII}]/u.test(found.bookmark);
}
