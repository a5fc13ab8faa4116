import { findSources, withOwnHalves } from "../core/source/find-sources.ts";
import type { SourceRoot } from "../core/source/find-source-root.ts";
import { lazyDocument } from "../core/source/lazy-document.ts";
import type { LocaleFolders } from "../core/source/locale-folders.ts";
import { findSourceHash } from "../core/source/hash.ts";
import { NO_SOURCES, type PageSources, type SourcePage } from "../core/source/page-sources.ts";
import { toSourcePath } from "../core/source/path-prefixes.ts";
import {
  originOf,
  type SourceAnswer,
  type SourceQuestion,
  type SourceRequest,
} from "../core/source/source-question.ts";
import { viewSource } from "../core/source/source-view.ts";
import type { Document } from "../core/document/document.ts";
import type { Workspace } from "../core/workspace/workspace.ts";
import type { WorkspaceIndex } from "../core/workspace/workspace-index.ts";
import { GitChanges } from "./git-changes.ts";
import type { Page } from "./page.ts";
import { inTime } from "./patience.ts";
import type { Root } from "./root.ts";
import type { Place, Session } from "./session.ts";
import { type EnglishTree, lastChangeFor, textChangedAt, type Tree } from "./tree.ts";
import { toUri } from "./convert/uris.ts";
import { keepNewest } from "./keep-newest.ts";

/** Where the English of a root's pages may be, as it was found when the root was read. */
export interface RootSources {
  /** `undefined`: there are no English pages. */
  readonly source: SourceRoot | undefined;
  readonly localeFolders: readonly LocaleFolders[];
  /** Folders of the same pages in other locales that may be read. */
  readonly neighbours: readonly string[];
}

interface SearchOptions {
  /** Gathers the files that are read, absolute. */
  readonly asked: Set<string>;
  readonly isGitAsked: boolean;
}

const NOWHERE: RootSources = { source: undefined, localeFolders: [], neighbours: [] };

/** An answer, with what it depends on. */
interface Known {
  /** What of the page's own text it depends on. */
  readonly key: string;
  readonly search: Promise<PageSources>;
  readonly found: RootSources;
  readonly change: number;
  /** Files that were read, absolute. */
  readonly asked: Set<string>;
  /** The newest answer, once there is one. */
  sources: PageSources | undefined;
  /** The answer without Git, where Git takes its time. */
  provisional: Promise<PageSources> | undefined;
  /** Number of the change that a late answer of Git is. */
  arrivedAt: number;
}

/** So many answers, and so many English pages, are kept. Who goes over a workspace needs each of them once. */
const MOST_KEPT = 50;

/**
 * Finds the English of pages, and remembers it for as long as nothing changes that it depends on: typing into a page
 * asks nothing of the disk or of Git. English texts are not kept with their tree, which would double the memory of one
 * with thousands of pages; they are read again when somebody needs them.
 */
export class SourceFinder {
  /** Called when Git has answered after all, or may answer otherwise, so that findings may be other than those given. */
  onArrival: () => void = () => undefined;
  readonly #session: Session;
  readonly #git: GitChanges;
  readonly #found = new Map<string, RootSources>();
  readonly #known = new Map<string, Known>();
  /** By page and hash: a text that has been found keeps its hash. */
  readonly #origins = new Map<string, SourcePage>();
  readonly #pages = new Map<string, { readonly change: number; readonly document: Document }>();
  /** The last snapshot of each root that was given its English tree. */
  readonly #combined = new Map<
    string,
    { readonly parts: readonly unknown[]; readonly index: WorkspaceIndex }
  >();

  constructor(session: Session) {
    this.#session = session;
    this.#git = new GitChanges(session);
  }

  put(folder: string, found: RootSources): void {
    this.#found.set(folder, found);
  }

  remove(folder: string): void {
    this.#found.delete(folder);
    this.#git.forget(folder);
  }

  /** Has Git asked anew about all pages if there was a commit, a checkout or a fetch since the last time. Cheap. */
  async lookAtGit(): Promise<void> {
    if (await this.#git.look()) this.onArrival();
  }

  foundFor({ folder }: Root): RootSources {
    return this.#found.get(folder) ?? NOWHERE;
  }

  /** The tree with a root's English pages. `undefined`: there is none, or it has not been read yet. */
  treeFor(root: Root): Tree | undefined {
    const { source } = this.foundFor(root);
    return source && this.#session.treeAt(source.folder);
  }

  /** The same with what says which page has its English where in it. */
  englishFor(root: Root): EnglishTree | undefined {
    const { source } = this.foundFor(root);
    const tree = this.treeFor(root);
    return source && tree && { tree, prefixes: source.prefixes };
  }

  /** A root's snapshot with the English tree that belongs to it. */
  withSource(root: Root, index: WorkspaceIndex): WorkspaceIndex {
    const { source } = this.foundFor(root);
    const tree = this.treeFor(root)?.index;
    if (source === undefined || tree === undefined) return index;
    // Snapshots work out on the first question who links to whom; the same one has to answer the second.
    const parts = [index, tree, source];
    const known = this.#combined.get(root.folder);
    if (known?.parts.every((part, nth) => part === parts[nth]) === true) return known.index;
    const combined = index.withSource(viewSource({ tree, prefixes: source.prefixes }));
    this.#combined.set(root.folder, { parts, index: combined });
    return combined;
  }

  /** What is known of a page's English. `index` is the snapshot of its root; `undefined`: not known yet. */
  async find(page: Page, { root, path }: Place, index: WorkspaceIndex | undefined): Promise<PageSources> {
    const { document } = page;
    if (index === undefined) return withOwnHalves(NO_SOURCES, path, document);
    const question = this.#questionOf(document, { root, path }, index);
    return withOwnHalves(await this.#search(root, question), path, document);
  }

  /**
   * The English that the translation of a synced page was made from, which its pipeline keys still name: `sources.base`
   * is the English that it was synced with. Waits for Git. `undefined`: nobody has it.
   */
  async findOrigin(page: Page, { root, path }: Place, workspace: Workspace): Promise<SourcePage | undefined> {
    const hash = findSourceHash(page.document.frontMatter);
    if (hash === undefined) return undefined;
    const key = `${root.folder}/${path}\n${hash}`;
    const known = this.#origins.get(key);
    if (known !== undefined) return known;
    const question = { ...this.#questionOf(page.document, { root, path }, workspace), hash };
    const { base } = await this.#run(root, question, { asked: new Set(), isGitAsked: true });
    if (base !== undefined) keepNewest(this.#origins, key, base, MOST_KEPT);
    return base;
  }

  /** Whether that finds nothing. `false` also where Git takes its time: there may be something yet. */
  async lacksOrigin(page: Page, place: Place, workspace: Workspace): Promise<boolean> {
    const search = this.findOrigin(page, place, workspace).then((origin) => origin === undefined);
    return (await inTime(search)) ?? false;
  }

  /** What was last found out about a page's English. */
  lastOf({ root, path }: Place): PageSources | undefined {
    return this.#known.get(`${root.folder}/${path}`)?.sources;
  }

  /** Resolves once Git has said all that it has to say of a page, however long that takes. */
  async whenArrived({ root, path }: Place): Promise<void> {
    await this.#known.get(`${root.folder}/${path}`)?.search.catch(() => undefined);
  }

  /** Number of the change that a late answer of Git about a page is, or that made its answers old; 0: there was none. */
  arrivalOf({ root, path }: Place): number {
    return Math.max(this.#git.changedAt(root), this.#known.get(`${root.folder}/${path}`)?.arrivedAt ?? 0);
  }

  /** Whether nothing has changed since then that a page's English depends on. */
  isFresh({ root, path }: Place, change: number): boolean {
    const english = this.englishFor(root);
    if (english !== undefined) {
      const sourcePath = toSourcePath(english.prefixes, path) ?? path;
      if (lastChangeFor(english.tree, sourcePath) > change) return false;
    }
    if (this.#git.changedAt(root) > change) return false;
    const known = this.#known.get(`${root.folder}/${path}`);
    return known === undefined || (known.arrivedAt <= change && !this.#haveAskedChanged(known, change));
  }

  #questionOf(
    document: Document,
    { root, path }: Pick<Place, "root" | "path">,
    workspace: Workspace,
  ): SourceQuestion {
    const english = this.englishFor(root);
    const source = english && { tree: english.tree.index, prefixes: english.prefixes };
    return { ...originOf(path, document), ...this.foundFor(root), workspace, source };
  }

  async #search(root: Root, question: SourceQuestion): Promise<PageSources> {
    const page = `${root.folder}/${question.path}`;
    const key = JSON.stringify([question.form, question.hash, question.commit]);
    const known = this.#known.get(page);
    if (known?.key === key && this.#isRight(known, root)) return this.#wait(known, root, question);
    const asked = new Set<string>();
    const entry: Known = {
      key,
      search: this.#run(root, question, { asked, isGitAsked: true }),
      found: this.foundFor(root),
      change: this.#session.lastChange,
      asked,
      sources: undefined,
      provisional: undefined,
      arrivedAt: 0,
    };
    keepNewest(this.#known, page, entry, MOST_KEPT);
    entry.search.then(
      (sources) => {
        entry.sources = sources;
        if (entry.provisional === undefined) return;
        entry.arrivedAt = this.#session.nextChange();
        this.onArrival();
      },
      () => this.#known.delete(page),
    );
    return this.#wait(entry, root, question);
  }

  /** The answer; without Git's part when that takes longer than somebody who types wants to wait. */
  async #wait(entry: Known, root: Root, question: SourceQuestion): Promise<PageSources> {
    if (entry.sources !== undefined) return entry.sources;
    const sources = await inTime(entry.search);
    if (sources !== undefined) return sources;
    const options = { asked: entry.asked, isGitAsked: false };
    entry.provisional ??= this.#run(root, question, options);
    return entry.provisional;
  }

  #isRight(known: Known, root: Root): boolean {
    if (known.found !== this.foundFor(root) || this.#git.changedAt(root) > known.change) return false;
    const trees = [this.#session.treeAt(root.folder), this.treeFor(root)];
    if (trees.some((tree) => tree !== undefined && tree.changedAt > known.change)) return false;
    return !this.#haveAskedChanged(known, known.change);
  }

  #haveAskedChanged({ asked }: Known, change: number): boolean {
    return this.#session.trees.some(({ folder, textsChangedAt }) =>
      Array.from(textsChangedAt).some(([path, at]) => at > change && asked.has(`${folder}/${path}`)),
    );
  }

  async #run(root: Root, question: SourceQuestion, options: SearchOptions): Promise<PageSources> {
    const search = findSources(question);
    let step = search.next();
    while (step.done !== true) step = search.next(await this.#answer(root, step.value, options));
    return step.value;
  }

  async #answer(
    root: Root,
    request: SourceRequest,
    { asked, isGitAsked }: SearchOptions,
  ): Promise<SourceAnswer | undefined> {
    const sourceFolder = this.foundFor(root).source?.folder ?? root.folder;
    switch (request.ask) {
      case "source-page":
        return this.#read(sourceFolder, request.path, asked);
      case "saved-source":
        return this.#readSaved(sourceFolder, request.path);
      case "page":
        return this.#read(root.folder, request.path, asked);
      case "neighbour":
        return this.#readNeighbour(request.folder, request.path, asked);
      case "revision":
      case "new-path":
      case "committed":
      case "sxs-branch":
        return isGitAsked ? this.#askGit(root, request) : undefined;
    }
  }

  async #askGit(root: Root, request: SourceRequest): Promise<SourceAnswer | undefined> {
    const { isTrusted, environment } = this.#session;
    if (!isTrusted) return undefined;
    await this.#git.prepare(root);
    const { source } = this.foundFor(root);
    return environment.history?.answer(request, { source: source?.folder, root: root.folder });
  }

  async #read(folder: string, path: string, asked: Set<string>): Promise<SourceAnswer | undefined> {
    const file = `${folder}/${path}`;
    asked.add(file);
    const uri = toUri(file);
    const open = this.#session.findOpen(uri);
    return open === undefined ? this.#readFromDisk(folder, path) : { path, document: open.document };
  }

  async #readNeighbour(folder: string, path: string, asked: Set<string>): Promise<SourceAnswer | undefined> {
    // Also where there is none: it may come.
    asked.add(`${folder}/${path}`);
    // A folder that was read knows which of its files are links that lead out of it.
    const tree = this.#session.treeAt(folder);
    return tree?.index.hasFile(path) === false ? undefined : this.#read(folder, path, asked);
  }

  async #readSaved(folder: string, path: string): Promise<SourceAnswer | undefined> {
    const isOpen = this.#session.findOpen(toUri(`${folder}/${path}`)) !== undefined;
    return isOpen ? this.#readFromDisk(folder, path) : undefined;
  }

  async #readFromDisk(folder: string, path: string): Promise<SourceAnswer | undefined> {
    const file = `${folder}/${path}`;
    const tree = this.#session.treeAt(folder);
    const known = this.#pages.get(file);
    // Of a folder that is no tree, nobody tells when it changes.
    if (known !== undefined && tree !== undefined) {
      if (known.change >= textChangedAt(tree, path)) return { path, document: known.document };
    }
    const change = this.#session.lastChange;
    const text = await this.#session.environment.fileSystem.readText(file);
    if (text === undefined) return undefined;
    const document = lazyDocument(text);
    if (tree !== undefined) keepNewest(this.#pages, file, { change, document }, MOST_KEPT);
    return { path, document };
  }
}
