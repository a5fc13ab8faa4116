import type { Document } from "../document/document.ts";
import { findEntry } from "../front-matter/front-matter.ts";
import { fileNameOf, folderOf, isMarkdown } from "../links/paths.ts";
import { englishHalvesOf } from "./english-halves.ts";
import { findSourceHash, isMadeFrom } from "./hash.ts";
import { pathsInOtherLocales } from "./locale-folders.ts";
import { type LostSource, NO_SOURCES, type PageSources, type SourcePage } from "./page-sources.ts";
import { toPagePaths, toSourcePath } from "./path-prefixes.ts";
import type { SourceAnswer, SourceQuestion, SourceRequest, SourceTree } from "./source-question.ts";

/** Asks for texts and revisions, one after the other, and ends with an answer. */
export type SourceSearch<T> = Generator<SourceRequest, T, SourceAnswer | undefined>;

/** So many pages are compared with the hash of one that the English tree lacks: the likeliest ones. */
const MOST_COMPARED = 300;
/** So many folders of other locales are asked for a page with segments. */
const MOST_NEIGHBOURS = 8;

/**
 * What is known of a page's English, but for its own halves: see `withOwnHalves`. A generator, because the command line
 * has every text at hand, the language server has to wait for the disk, and nothing should be read in vain.
 */
export function* findSources(question: SourceQuestion): SourceSearch<PageSources> {
  const place = findPlace(question);
  const current = place && (yield* findCurrent(place));
  if (question.form === "source") return { ...NO_SOURCES, current };

  const moved = place && current === undefined ? yield* findLost(question, place) : undefined;
  const base = yield* findBase(question, current ?? moved?.page, [place?.path, moved?.lost.to]);
  const committed = yield { ask: "committed", path: question.path };
  return { current, base, lost: moved?.lost, committed: committed?.document };
}

/** The answer completed by what the page itself tells: its English halves, where nobody has the file. */
export function withOwnHalves(sources: PageSources, path: string, document: Document): PageSources {
  if (sources.base !== undefined) return sources;
  const halves = englishHalvesOf(document);
  if (halves === undefined) return sources;
  const base: SourcePage = { origin: "english-halves", path, revision: undefined, document: halves.document };
  return { ...sources, base };
}

/** Where in the English tree a page's English belongs. */
interface Place extends SourceTree {
  readonly path: string;
}

/** `undefined`: there is no English tree, or the page is in no locale's folder as the others are. */
function findPlace({ path, source }: SourceQuestion): Place | undefined {
  const sourcePath = source && toSourcePath(source.prefixes, path);
  return source && sourcePath !== undefined ? { ...source, path: sourcePath } : undefined;
}

function* findCurrent({ tree, path }: Place): SourceSearch<SourcePage | undefined> {
  const onDisk = tree.hasFile(path) ? path : tree.findFileIgnoringCase(path);
  return onDisk === undefined ? undefined : yield* readSourcePage(onDisk);
}

function* readSourcePage(path: string): SourceSearch<SourcePage | undefined> {
  const answer = yield { ask: "source-page", path };
  return toSourcePage("source-tree", answer);
}

function toSourcePage(
  origin: SourcePage["origin"],
  answer: SourceAnswer | undefined,
): SourcePage | undefined {
  if (answer?.document === undefined) return undefined;
  return { origin, path: answer.path, revision: answer.revision, document: answer.document };
}

/** Where an English page went. */
interface Moved {
  readonly lost: LostSource;
  /** The page there, where it is in the tree. */
  readonly page?: SourcePage | undefined;
}

/** What became of a page that the tree lacks. `undefined`: nothing says that it ever should have it. */
function* findLost(question: SourceQuestion, place: Place): SourceSearch<Moved | undefined> {
  // Without the keys of the localization pipeline nobody knows of an English page: `CONTRIBUTING.md`.
  const isLocalized = (question.hash ?? question.commit) !== undefined;
  // A tree without any page has not been fetched, or is something else.
  return isLocalized && hasPages(place) ? yield* findMoved(question, place) : undefined;
}

function hasPages({ tree }: SourceTree): boolean {
  for (const path of tree.files()) if (isMarkdown(path)) return true;
  return false;
}

function* findMoved(question: SourceQuestion, place: Place): SourceSearch<Moved> {
  const { tree, path } = place;
  const redirection = tree.findRedirection(path);
  if (redirection !== undefined && redirection.isCircular !== true) {
    const { to, url } = redirection;
    const page = to !== undefined && isMarkdown(to) ? yield* readSourcePage(to) : undefined;
    return { lost: { how: "redirected", to: to ?? url }, page };
  }
  // Questions and answers, landing pages: articles that become structured content keep their address.
  const structured = path.replace(/\.[^./]+$/, ".yml");
  if (tree.hasFile(structured)) return { lost: { how: "renamed", to: structured } };

  const renamed = yield { ask: "new-path", path, commit: question.commit };
  if (renamed !== undefined && tree.hasFile(renamed.path)) {
    return { lost: { how: "renamed", to: renamed.path }, page: yield* readSourcePage(renamed.path) };
  }
  const page = yield* findByHash(question, place);
  if (page !== undefined) return { lost: { how: "renamed", to: page.path }, page };
  return { lost: { how: "deleted", to: undefined, ...(redirection && { isCircular: true }) } };
}

/** The page of the tree that still has the text that the localized one was made from. */
function* findByHash(question: SourceQuestion, place: Place): SourceSearch<SourcePage | undefined> {
  const { hash } = question;
  if (hash === undefined) return undefined;
  for (const each of likelyPlaces(question, place)) {
    const page = yield* readSourcePage(each);
    if (page !== undefined && isMadeFrom(page.document, hash, question.sha1)) return page;
  }
  return undefined;
}

/** Pages that are nobody else's English: first those of the same name, then those of the same folder. */
function likelyPlaces({ workspace }: SourceQuestion, { tree, prefixes, path }: Place): string[] {
  const name = fileNameOf(path).toLowerCase();
  const folder = folderOf(path);
  const rank = (each: string): number =>
    fileNameOf(each).toLowerCase() === name ? 0 : folderOf(each) === folder ? 1 : 2;
  const isFree = (each: string): boolean =>
    toPagePaths(prefixes, each).every((pagePath) => !workspace.hasFile(pagePath));
  const pages = Array.from(tree.files()).filter((each) => isMarkdown(each) && isFree(each));
  return pages.sort((a, b) => rank(a) - rank(b)).slice(0, MOST_COMPARED);
}

function* findBase(
  question: SourceQuestion,
  inTree: SourcePage | undefined,
  places: readonly (string | undefined)[],
): SourceSearch<SourcePage | undefined> {
  const { hash, commit, form, source } = question;
  if (hash !== undefined && inTree !== undefined) {
    if (isMadeFrom(inTree.document, hash, question.sha1)) return inTree;
    const saved = toSourcePage("source-tree", yield { ask: "saved-source", path: inTree.path });
    if (saved !== undefined && isMadeFrom(saved.document, hash, question.sha1)) return saved;
  }
  if (source !== undefined && (hash ?? commit) !== undefined) {
    const paths = [...new Set(places.filter((path) => path !== undefined && isMarkdown(path)))] as string[];
    const answer = yield { ask: "revision", paths, commit, hash };
    if (answer !== undefined) return toSourcePage("git", answer);
  }
  return form === "sxs" || hash === undefined ? undefined : yield* findSibling(question, hash);
}

/** The same page in side-by-side form, made from the same English: its halves are this page's English too. */
function* findSibling(question: SourceQuestion, hash: string): SourceSearch<SourcePage | undefined> {
  const { path, workspace, localeFolders, neighbours } = question;
  for (const each of pathsInOtherLocales(localeFolders, path)) {
    const summary = workspace.findPage(each);
    if (summary?.hasSegments !== true || summary.sourceHash !== hash) continue;
    const sibling = toSibling(yield { ask: "page", path: each }, hash);
    if (sibling !== undefined) return sibling;
  }
  for (const folder of neighbours.slice(0, MOST_NEIGHBOURS)) {
    const sibling = toSibling(yield { ask: "neighbour", folder, path }, hash);
    if (sibling !== undefined) return sibling;
  }
  return toSibling(yield { ask: "sxs-branch", path, hash }, hash);
}

function toSibling(answer: SourceAnswer | undefined, hash: string): SourcePage | undefined {
  // Most pages of most folders have no segments; looking for the hash spares parsing them.
  if (answer?.document?.text.includes(hash) !== true) return undefined;
  if (findSourceHash(answer.document.frontMatter) !== hash) return undefined;
  // Where a tag is lost, so are English words, or there are words among them that are none.
  if (answer.document.markupProblems.length > 0) return undefined;
  const document = englishHalvesOf(answer.document)?.document;
  const page = toSourcePage("sibling-page", document && { ...answer, document });
  return page && { ...page, locale: findEntry(answer.document.frontMatter, "ms.contentlocale")?.rawValue };
}
