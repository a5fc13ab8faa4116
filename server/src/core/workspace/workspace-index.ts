import type { Document } from "../document/document.ts";
import { readFrontMatter } from "../front-matter/read-front-matter.ts";
import { lazyDocument } from "../source/lazy-document.ts";
import { isMarkdown } from "../links/paths.ts";
import { docsetOf, isDocsetFile, readDocset } from "./docsets.ts";
import { FileSet } from "./file-set.ts";
import { listedRedirections } from "./needed-texts.ts";
import type { PageSummary } from "./page-summary.ts";
import { redirectionAt } from "./redirection-chain.ts";
import {
  isPublishConfig,
  isRedirectionFile,
  mountedFoldersOf,
  readRedirections,
  type StatedRedirection,
} from "./redirections.ts";
import { contentLocaleOf, summarizePage } from "./summarize-page.ts";
import type { Docset, Redirection, StatedLocale, Workspace } from "./workspace.ts";
import type { WorkspaceParts } from "./workspace-parts.ts";

/** What a snapshot consists of; the next snapshot shares what did not change. */
interface Parts {
  readonly name: string | undefined;
  readonly files: FileSet;
  readonly pages: ReadonlyMap<string, LazyPage>;
  readonly docsets: readonly Docset[];
  /** By lower-case path: redirection files and disks often disagree about letter case. */
  readonly redirections: ReadonlyMap<string, StatedRedirection>;
  /** Folders that the build fills with other repositories, lower case, each with a `/` behind it. */
  readonly mounted: readonly string[];
  readonly source: Workspace | undefined;
  /** What is known of what pages state, so that nobody has to read them for it. */
  readonly knownLocales?: ReadonlyMap<string, string | undefined>;
}

/** Immutable snapshot of a root. Built by `buildWorkspace`; a change gives a new snapshot. */
export class WorkspaceIndex implements Workspace {
  readonly #parts: Parts;
  #linkingPages: ReadonlyMap<string, readonly PageSummary[]> | undefined;

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** As `buildWorkspace` does. */
  static of({ name, files: texts, source, openPage }: WorkspaceParts): WorkspaceIndex {
    const files = new FileSet(texts.keys());
    const docsets = readDocsets(texts, files);
    const pages = new Map<string, LazyPage>();
    for (const path of texts.keys()) {
      if (!isMarkdown(path)) continue;
      const text = openPage === undefined ? texts.get(path) : undefined;
      const open = openPage ?? (() => (text === undefined ? undefined : lazyDocument(text)));
      pages.set(path, new LazyPage(path, () => open(path), docsets, openPage !== undefined));
    }
    return new WorkspaceIndex({
      name,
      files,
      pages,
      docsets,
      redirections: collectRedirections(texts),
      mounted: collectMounted(texts),
      source,
    });
  }

  get name(): string | undefined {
    return this.#parts.name;
  }

  get source(): Workspace | undefined {
    return this.#parts.source;
  }

  hasFile(path: string): boolean {
    return this.#parts.files.has(path);
  }

  hasFolder(path: string): boolean {
    return this.#parts.files.hasFolder(path);
  }

  findFileIgnoringCase(path: string): string | undefined {
    const found = this.#parts.files.findIgnoringCase(path);
    return found === path ? undefined : found;
  }

  files(): Iterable<string> {
    return this.#parts.files;
  }

  findPage(path: string): PageSummary | undefined {
    return this.#parts.pages.get(path)?.summary;
  }

  *pages(): Iterable<PageSummary> {
    for (const { summary } of this.#parts.pages.values()) if (summary !== undefined) yield summary;
  }

  *contentLocales(): Iterable<StatedLocale> {
    const { pages, knownLocales } = this.#parts;
    for (const [path, page] of pages) {
      const isKnown = knownLocales?.has(path) === true;
      const contentLocale = isKnown ? knownLocales.get(path) : page.contentLocale;
      if (contentLocale !== undefined) yield { path, contentLocale };
    }
  }

  pagesLinkingTo(path: string): readonly PageSummary[] {
    this.#linkingPages ??= collectLinkingPages(this.pages());
    const lowered = path.toLowerCase();
    // A link may leave out the extension, or name the folder that a page is the index of.
    const ways = [lowered, lowered.replace(/\.[^./]+$/, ""), lowered.replace(/(?:^|\/)index\.[^./]+$/, "")];
    const found = [...new Set(ways)].flatMap((way) => this.#linkingPages?.get(way) ?? []);
    return [...new Set(found)];
  }

  findRedirection(path: string): Redirection | undefined {
    return redirectionAt(path, this, (each) => this.#parts.redirections.get(each.toLowerCase()));
  }

  findDocset(path: string): Docset | undefined {
    return docsetOf(this.#parts.docsets, path);
  }

  docsets(): readonly Docset[] {
    return this.#parts.docsets;
  }

  isMounted(path: string): boolean {
    const { mounted } = this.#parts;
    return mounted.length > 0 && mounted.some((folder) => `${path.toLowerCase()}/`.startsWith(folder));
  }

  /** With a page's new text; `document` is the same text parsed, where the caller has it. */
  withPage(path: string, text: string, document?: Document): WorkspaceIndex {
    const page = new LazyPage(path, () => document ?? lazyDocument(text), this.#parts.docsets);
    return this.#with({
      files: this.#parts.files.with(path),
      pages: new Map(this.#parts.pages).set(path, page),
    });
  }

  /** With a file of which nothing but its path matters: a picture, a page's sample code. */
  withFile(path: string): WorkspaceIndex {
    return this.#with({ files: this.#parts.files.with(path) });
  }

  /** Without these pages and files; at once, because each snapshot copies what it holds of all others. */
  without(paths: ReadonlySet<string>): WorkspaceIndex {
    const pages = new Map(this.#parts.pages);
    for (const path of paths) pages.delete(path);
    return this.#with({ files: this.#parts.files.without(paths), pages });
  }

  /** With another English tree, or with none. */
  withSource(source: Workspace | undefined): WorkspaceIndex {
    return this.#with({ source });
  }

  /** With what is known from another run of the locales that pages state. */
  withKnownLocales(knownLocales: ReadonlyMap<string, string | undefined>): WorkspaceIndex {
    return this.#with({ knownLocales });
  }

  #with(changes: Partial<Parts>): WorkspaceIndex {
    return new WorkspaceIndex({ ...this.#parts, ...changes });
  }
}

/** A page that is parsed when somebody asks for its summary, which opening one page of thousands seldom does. */
class LazyPage {
  readonly #path: string;
  readonly #docsets: readonly Docset[];
  readonly #reopen: (() => Document | undefined) | undefined;
  #open: (() => Document | undefined) | undefined;
  #summary: PageSummary | undefined;

  /** `canReopen`: a page may be opened more than once, and `open` does not hold its text. */
  constructor(
    path: string,
    open: () => Document | undefined,
    docsets: readonly Docset[],
    canReopen: boolean = false,
  ) {
    this.#path = path;
    this.#open = open;
    this.#reopen = canReopen ? open : undefined;
    this.#docsets = docsets;
  }

  /** As written; `undefined`: the page states none, or cannot be read. */
  get contentLocale(): string | undefined {
    if (this.#open === undefined) return this.#summary?.contentLocale;
    return contentLocaleOf(readFrontMatter(this.#open()?.text ?? ""));
  }

  /** `undefined`: the page cannot be read. */
  get summary(): PageSummary | undefined {
    const document = this.#open?.();
    if (document !== undefined)
      this.#summary = summarizePage(this.#path, document, this.#docsets, this.#reopen);
    // Nothing else of the page is needed; a big tree's texts take more memory than its summaries.
    this.#open = undefined;
    return this.#summary;
  }
}

function readDocsets(texts: ReadonlyMap<string, string | undefined>, files: FileSet): Docset[] {
  const hasFile = (path: string): boolean => files.findIgnoringCase(path) !== undefined;
  return Array.from(texts.keys())
    .filter(isDocsetFile)
    .map((path) => readDocset(path, texts.get(path) ?? "", hasFile));
}

function collectRedirections(texts: ReadonlyMap<string, string | undefined>): Map<string, StatedRedirection> {
  const listed = listedRedirections(texts);
  const redirections = new Map<string, StatedRedirection>();
  for (const path of texts.keys()) {
    const text = isRedirectionFile(path) || listed.has(path) ? texts.get(path) : undefined;
    if (text === undefined) continue;
    for (const each of readRedirections(path, text)) redirections.set(each.from.toLowerCase(), each);
  }
  return redirections;
}

function collectMounted(texts: ReadonlyMap<string, string | undefined>): string[] {
  const publishConfig = [...texts.keys()].find(isPublishConfig);
  const folders = mountedFoldersOf(publishConfig && texts.get(publishConfig));
  return folders.map((folder) => `${folder.toLowerCase()}/`);
}

function collectLinkingPages(pages: Iterable<PageSummary>): Map<string, PageSummary[]> {
  const linking = new Map<string, PageSummary[]>();
  for (const page of pages) {
    for (const path of new Set(page.linksTo.map((each) => each.toLowerCase()))) {
      const found = linking.get(path);
      if (found === undefined) linking.set(path, [page]);
      else found.push(page);
    }
  }
  return linking;
}
