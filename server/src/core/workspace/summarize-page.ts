import type { Document } from "../document/document.ts";
import { findEntry, type FrontMatter } from "../front-matter/front-matter.ts";
import { localPathOf } from "../links/local-path.ts";
import { plainText, slugOf } from "../markdown/slug.ts";
import type { Heading } from "../markdown/structure.ts";
import { decodeEntities } from "../markdown/unescape.ts";
import { findSourceHash } from "../source/hash.ts";
import { contains, type Span } from "../text/span.ts";
import type { Bookmark, PageSummary } from "./page-summary.ts";
import type { Docset } from "./workspace.ts";

const LONGEST_OPENING = 300;

/** Sums up a page for the others. The docsets of its root say what `~/` and `/…` lead to. */
export function summarizePage(path: string, document: Document, docsets: readonly Docset[]): PageSummary {
  const { structure } = document;
  const bookmarks = collectBookmarks(document);
  const targets = [...structure.links, ...structure.definitions].map(({ target }) =>
    localPathOf(path, target, docsets),
  );
  const includes = structure.includes.map(({ target }) => localPathOf(path, target, docsets));
  const facts = {
    title: titleOf(document),
    opening: openingOf(document),
    bookmarks,
    linksTo: distinct([...targets, ...includes]),
    includes: distinct(includes),
    contentLocale: contentLocaleOf(document.frontMatter),
    sourceHash: findSourceHash(document.frontMatter),
    hasSegments: document.segments.length > 0,
  };
  const own = detach(facts);
  return { ...NOT_THERE, ...own, path, anchors: new Set(own.bookmarks.map(({ name }) => name)) };
}

/** `ms.contentlocale` as written; `undefined`: the header has none. */
export function contentLocaleOf(frontMatter: FrontMatter | undefined): string | undefined {
  return findEntry(frontMatter, "ms.contentlocale")?.rawValue;
}

/** What JSON leaves out where it is `undefined`. */
const NOT_THERE = { title: undefined, opening: undefined, contentLocale: undefined, sourceHash: undefined };

/**
 * The same with strings of its own. In V8, a string that was cut from a page keeps the page in memory, and with the
 * summaries of all pages, all texts.
 */
function detach<T extends object>(facts: T): T {
  return JSON.parse(JSON.stringify(facts)) as T;
}

function distinct(paths: readonly (string | undefined)[]): string[] {
  return [...new Set(paths.filter((path) => path !== undefined))];
}

/**
 * All names that lead into a page. Learn numbers headings of the same name; the localization pipeline repeats the
 * English name as it is, and either language's slug may have been linked to. None of them is a broken link.
 */
function collectBookmarks({ structure, form }: Document): Bookmark[] {
  const bookmarks: Bookmark[] = [];
  const seen = new Set<string>();
  const add = (name: string, heading: string | undefined, offset: number): void => {
    const lowered = name.toLowerCase();
    if (lowered === "" || seen.has(lowered)) return;
    seen.add(lowered);
    bookmarks.push({ name: lowered, heading, offset });
  };
  const shown = numberer();
  const english = numberer();
  for (const heading of structure.headings) {
    const text = plainText(heading.text);
    // The English name first: it is what the pipeline writes, and what links in all languages use.
    for (const name of new Set(englishNames(heading))) {
      const numbered = english(name);
      add(name, text, heading.span.start);
      add(numbered, text, heading.span.start);
    }
    for (const name of new Set(shownNames(heading, form))) add(shown(name), text, heading.span.start);
  }
  for (const { name, span } of structure.anchors) add(name, undefined, span.start);
  return bookmarks.sort((a, b) => a.offset - b.offset);
}

function englishNames({ anchorNames, sourceSlug }: Heading): string[] {
  const names = anchorNames.map((name) => name.toLowerCase());
  return sourceSlug === undefined || sourceSlug === "" ? names : [...names, sourceSlug];
}

/**
 * The site decodes entities before it makes a slug, the localization pipeline does not. So `&#42;Reset` is `reset` in
 * English and `42reset` in every translation, where `#reset` leads nowhere.
 */
function shownNames({ slug, text }: Heading, form: Document["form"]): string[] {
  const name = slug === "" ? "section" : slug;
  return form === "source" && text.includes("&") ? [name, slugOf(decodeEntities(text))] : [name];
}

/** Numbers names as Learn does: the second `setup` is `setup-1`. */
function numberer(): (name: string) => string {
  const counts = new Map<string, number>();
  return (name) => {
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return count === 0 ? name : `${name}-${count}`;
  };
}

function titleOf({ structure, frontMatter }: Document): string | undefined {
  const heading = structure.headings.find(({ tabId }) => tabId === undefined);
  const text = heading === undefined ? "" : plainText(heading.text);
  if (text !== "") return text;
  const title = findEntry(frontMatter, "title")?.value;
  return typeof title === "string" && title !== "" ? title : undefined;
}

function openingOf(document: Document): string | undefined {
  const { structure } = document;
  const isProse = (span: Span): boolean =>
    !/^(?:\[!|!\[|:::)/.test(document.text.slice(span.start, span.start + 3));
  const block = structure.blocks.find(({ kind, span }) => kind === "paragraph" && isProse(span));
  if (block === undefined) return undefined;
  const text = translationOf(document, block.span).trim();
  return text.length <= LONGEST_OPENING ? text : `${text.slice(0, LONGEST_OPENING - 1)}…`;
}

/** The page's text at a span, each pair replaced by its target. */
function translationOf({ text, segments }: Document, span: Span): string {
  let result = "";
  let position = span.start;
  for (const segment of segments) {
    if (!contains(span, segment.targetSpan)) continue;
    result += text.slice(position, segment.span.start) + segment.target;
    position = segment.span.end;
  }
  return result + text.slice(position, Math.max(position, span.end));
}
