import type { Document } from "../document/document.ts";
import { findEntry, type FrontMatter } from "../front-matter/front-matter.ts";
import type { Anchor, Heading, Structure } from "../markdown/structure.ts";
import { findSourceHash } from "../source/hash.ts";
import type { Span } from "../text/span.ts";
import { keepRest, KeptSummary, type Looks, type Rest } from "./kept-summary.ts";
import type { NamedPlace } from "./name-bookmarks.ts";
import type { PageSummary } from "./page-summary.ts";
import type { Docset } from "./workspace.ts";

const LONGEST_OPENING = 300;
/** So many names are searched faster than a set of them is made. Nearly all headings have one. */
const FEW = 8;

/**
 * Sums up a page for the others. The docsets of its root say what `~/` and `/…` lead to. What the scanner has found is
 * written down as it is; bookmarks and paths are made of it when somebody asks, which of most pages nobody does. What no
 * check asks is not even written down where the page can be opened again for it.
 */
export function summarizePage(
  path: string,
  document: Document,
  docsets: readonly Docset[],
  reopen?: () => Document | undefined,
): PageSummary {
  const { structure, frontMatter, form, segments } = document;
  const { places, offsets } = namedPlaces(structure);
  const looks: Looks = {
    places,
    isEnglish: form === "source",
    includes: includesOf(structure),
    contentLocale: contentLocaleOf(frontMatter),
    sourceHash: findSourceHash(frontMatter),
    hasSegments: segments.length > 0,
  };
  const readRest = reopen === undefined ? keepRest(restOf(document)) : restFrom(reopen);
  return new KeptSummary({ path, looks, readRest, offsets, docsets });
}

function restOf(document: Document): Rest {
  const { links, definitions } = document.structure;
  const targets = [...links, ...definitions].map(({ target }) => target);
  return { ...titlesOf(document), opening: openingOf(document), targets };
}

/** The targets of `[!INCLUDE[…](…)]`, whose text becomes part of the page. */
function includesOf({ links }: Structure): string[] {
  const targets: string[] = [];
  for (const { role, target } of links) if (role === "include") targets.push(target);
  return targets;
}

/** A function of its own: a closure keeps all that the function around it holds, here the document. */
function restFrom(reopen: () => Document | undefined): () => Rest {
  return () => {
    const document = reopen();
    return document === undefined
      ? { heading: "", title: undefined, opening: undefined, targets: [] }
      : restOf(document);
  };
}

/** `ms.contentlocale` as written; `undefined`: the header has none. */
export function contentLocaleOf(frontMatter: FrontMatter | undefined): string | undefined {
  return findEntry(frontMatter, "ms.contentlocale")?.rawValue;
}

/** All that has a name which links may lead to, in page order, with the offsets where they stand. */
function namedPlaces({ headings, anchors }: Structure): { places: NamedPlace[]; offsets: number[] } {
  const places: NamedPlace[] = [];
  const offsets: number[] = [];
  const lone = loneAnchors(headings, anchors);
  let next = 0;
  const addAnchors = (end: number): void => {
    for (; next < lone.length; next++) {
      const { name, span } = lone[next] as Anchor;
      if (span.start >= end) return;
      places.push(name);
      offsets.push(span.start);
    }
  };
  for (const { span, text, sourceText, anchorNames } of headings) {
    addAnchors(span.start);
    places.push([text, sourceText ?? null, ...anchorNames]);
    offsets.push(span.start);
  }
  addAnchors(Infinity);
  return { places, offsets };
}

/** The anchors that no heading counts as its own, as it does with those that the localization pipeline writes. */
function loneAnchors(headings: readonly Heading[], anchors: readonly Anchor[]): Anchor[] {
  let nth = 0;
  let own: ReadonlySet<string> | undefined;
  return anchors.filter(({ name, span }) => {
    for (; (headings[nth]?.span.end ?? Infinity) <= span.start; nth += 1) own = undefined;
    const heading = headings[nth];
    if (heading === undefined || span.start < heading.span.start) return true;
    if (heading.anchorNames.length <= FEW) return !heading.anchorNames.includes(name);
    own ??= new Set(heading.anchorNames);
    return !own.has(name);
  });
}

/**
 * A letter that no markup stands before is one that readers see. Of scripts that are not among these, nothing is said:
 * a class of all letters takes a millisecond to compile.
 */
const BEGINS_WITH_LETTER =
  /^[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u0400-\u0481\u3041-\u3096\u30a1-\u30fa\u4e00-\u9ffc\uac00-\ud7a3]/;

/** What a page is called: the raw Markdown of its first heading, and `title` where that may say nothing. */
function titlesOf({ structure, frontMatter }: Document): Pick<Rest, "heading" | "title"> {
  const heading = structure.headings.find(({ tabId }) => tabId === undefined)?.text ?? "";
  if (BEGINS_WITH_LETTER.test(heading)) return { heading, title: undefined };
  const title = findEntry(frontMatter, "title")?.value;
  return { heading, title: typeof title === "string" && title !== "" ? title : undefined };
}

function openingOf(document: Document): string | undefined {
  const span = firstProse(document);
  if (span === undefined) return undefined;
  const text = translationOf(document, span).trim();
  return text.length <= LONGEST_OPENING ? text : `${text.slice(0, LONGEST_OPENING - 1)}…`;
}

/** The first paragraph that is not a picture, a note or another marked one. */
function firstProse({ text, structure }: Document): Span | undefined {
  for (const { kind, span } of structure.blocks) {
    if (kind === "paragraph" && !/^(?:\[!|!\[|:::)/.test(text.slice(span.start, span.start + 3))) return span;
  }
  return undefined;
}

/** The page's text at a span, each pair replaced by its target. */
function translationOf({ text, segments }: Document, span: Span): string {
  let result = "";
  let position = span.start;
  for (const { span: pair, target, targetSpan } of segments) {
    if (targetSpan.start < span.start) continue;
    if (targetSpan.end > span.end) break;
    result += text.slice(position, pair.start) + target;
    position = pair.end;
  }
  return result + text.slice(position, Math.max(position, span.end));
}
