import { type CancellationToken, TextDocuments } from "vscode-languageserver/node";
import type { Settings } from "../core/config/settings.ts";
import { DEFAULT_SETTINGS } from "../core/config/read-settings.ts";
import type { RuleContext } from "../core/rules/rule.ts";
import { type Cancellation, Cancelled } from "../core/cancellation.ts";
import type { Report } from "../core/rules/run.ts";
import type { SourceRoot } from "../core/source/find-source-root.ts";
import { toSourcePath } from "../core/source/path-prefixes.ts";
import { checkPage } from "./check-page.ts";
import type { Environment } from "./environment.ts";
import { explainError } from "../core/text/explain-error.ts";
import type { Log } from "./log.ts";
import { Page, pageFactory } from "./page.ts";
import { makeRoot, type Root } from "./root.ts";
import { nextTurn, Slices } from "./slices.ts";
import { SourceFinder } from "./source-finder.ts";
import { lastChangeFor, type Tree, withPage } from "./tree.ts";
import { unknownWorkspace } from "./unknown-workspace.ts";
import { pathWithin, toPath, toUri } from "./convert/uris.ts";

/** Where a page belongs. */
export interface Place {
  readonly root: Root;
  /** Relative to the root; the whole path, without its leading slash, for a page that lies in no root. */
  readonly path: string;
  /** `undefined`: the page lies in no root, or its root has not been read yet. */
  readonly tree: Tree | undefined;
}

/** When and under what configuration something was found out: enough to tell whether it still holds. */
export interface Stamp {
  readonly change: number;
  readonly root: Root;
  readonly day: string;
}

/** The findings of one version of a page. */
export interface Check {
  readonly page: Page;
  readonly reports: readonly Report[];
  readonly stamp: Stamp;
}

/**
 * All that changes while the server runs: open pages, roots, the snapshot of each tree, and findings that are still
 * right. Everything in here is replaced, never altered, so that a request keeps what it started with.
 */
export class Session {
  readonly environment: Environment;
  readonly log: Log;
  /** Pages that are open in the client. */
  readonly pages = new TextDocuments<Page>(pageFactory);
  /** Pages whose findings the client fetches, as it does for those that it shows, each with the check it was given last. */
  readonly pulled = new Map<string, Check>();
  /** Pages for which findings were pushed that are still shown, with the name of what was pushed. */
  readonly pushed = new Map<string, string>();
  /** Whether findings of pages that are not open are wanted. */
  isWorkspaceChecked = false;
  /** `false`: nothing outside of the workspace's folders is read, and no program run. */
  isTrusted = true;
  /** The English of pages. */
  readonly sources = new SourceFinder(this);

  /** Settled once everything that was asked of the disk so far has been read. */
  indexed: Promise<void> = Promise.resolve();

  /** URIs of the folders that the client has open by now; their roots follow when their turn has come. */
  readonly openFolders = new Set<string>();

  readonly #roots = new Map<string, Root>();
  readonly #trees = new Map<string, Tree>();
  /** Open pages whose text the trees do not have yet. */
  readonly #unsettled = new Set<string>();
  readonly #checks = new Map<string, Check>();
  readonly #running = new Map<Page, { readonly stamp: Stamp; readonly check: Promise<Check> }>();
  readonly #crashed = new Set<string>();
  #loneRoot: Root = makeRoot("", undefined, DEFAULT_SETTINGS);
  #change = 0;

  constructor(environment: Environment, log: Log) {
    this.environment = environment;
    this.log = log;
    this.pages.onDidChangeContent(({ document }) => this.#unsettled.add(document.uri));
    this.pages.onDidClose(({ document }) => {
      this.#unsettled.delete(document.uri);
      this.#checks.delete(document.uri);
      this.pulled.delete(document.uri);
    });
  }

  /** @throws Cancelled when the request is cancelled. */
  whenIndexed(token: CancellationToken): Promise<void> {
    return orCancelled(this.indexed, token);
  }

  get roots(): readonly Root[] {
    return [...this.#roots.values()];
  }

  get trees(): readonly Tree[] {
    return [...this.#trees.values()];
  }

  treeAt(folder: string): Tree | undefined {
    return this.#trees.get(folder);
  }

  putRoot(root: Root): void {
    this.#roots.set(root.folder, root);
  }

  removeRoot(folder: string): void {
    this.#roots.delete(folder);
    this.#change++;
  }

  /** Settings of pages that lie in no root. */
  setLoneSettings(settings: Settings): void {
    this.#loneRoot = makeRoot("", undefined, settings);
  }

  putTree(tree: Tree): void {
    this.#trees.set(tree.folder, tree);
    // What is open in the editor wins over what was read from disk.
    for (const uri of this.pages.keys()) this.#unsettled.add(uri);
  }

  removeTree(folder: string): void {
    this.#trees.delete(folder);
  }

  /** Replaces a tree by what `update` makes of it. */
  updateTree(folder: string, update: (tree: Tree, change: number) => Tree): void {
    const tree = this.#trees.get(folder);
    if (tree !== undefined) this.#trees.set(folder, update(tree, ++this.#change));
  }

  /** The number of the last change. */
  get lastChange(): number {
    return this.#change;
  }

  /** A number above that of all changes so far. */
  nextChange(): number {
    return ++this.#change;
  }

  /** Brings the trees up to the text of the open pages. */
  settle(): void {
    for (const uri of this.#unsettled) {
      const page = this.pages.get(uri);
      const path = toPath(uri);
      if (page === undefined || path === undefined) continue;
      for (const { folder, index } of this.trees) {
        const relative = pathWithin(folder, path);
        // A page that is open, but gone from the disk or never saved, is none that others could link to.
        if (relative === undefined || !index.hasFile(relative)) continue;
        this.updateTree(folder, (tree, change) => withPage(tree, relative, page, change));
      }
    }
    this.#unsettled.clear();
  }

  /** The innermost root that holds a page, and the page's path in it. */
  placeOf(uri: string): Place {
    const path = toPath(uri);
    let place: Place | undefined;
    if (path !== undefined) {
      for (const root of this.#roots.values()) {
        const relative = pathWithin(root.folder, path);
        if (relative === undefined || relative === "") continue;
        if (place !== undefined && place.root.folder.length > root.folder.length) continue;
        place = { root, path: relative, tree: this.#trees.get(root.folder) };
      }
    }
    return place ?? { root: this.#loneRoot, path: lonePath(path ?? uri), tree: undefined };
  }

  /** Where the English pages of a root are. `undefined`: there are none. */
  sourceOf(root: Root): SourceRoot | undefined {
    return this.sources.foundFor(root).source;
  }

  /** URI of a file of a root, or of the file that the English tree has in its place. */
  uriOf(root: Root, path: string, isInSource = false): string {
    const source = isInSource ? this.sourceOf(root) : undefined;
    if (source === undefined) return toUri(`${root.folder}/${path}`);
    return toUri(`${source.folder}/${toSourcePath(source.prefixes, path) ?? path}`);
  }

  /** The page as it is open in the client, else as it is on disk. */
  async read(uri: string): Promise<Page | undefined> {
    const open = this.findOpen(uri);
    if (open !== undefined) return open;
    const path = toPath(uri);
    const text = path === undefined ? undefined : await this.environment.fileSystem.readText(path);
    return text === undefined ? undefined : new Page(uri, undefined, text);
  }

  /** The page as it is open in the client, however the client writes its URI. */
  findOpen(uri: string): Page | undefined {
    const open = this.pages.get(uri);
    const path = toPath(uri);
    if (open !== undefined || path === undefined) return open;
    return this.pages.all().find((page) => toPath(page.uri) === path);
  }

  /**
   * All that a feature or rule may look at, as it was when it was asked for. `isCheck`: a tree that is only partly known
   * counts as unknown.
   */
  async contextOf(page: Page, isCheck = false): Promise<RuleContext> {
    this.settle();
    const { document } = page;
    const place = this.placeOf(page.uri);
    const { root, path, tree } = place;
    const index = tree === undefined || (isCheck && !tree.isReady) ? undefined : tree.index;
    const workspace =
      index === undefined ? unknownWorkspace(path, document) : this.sources.withSource(root, index);
    const sources = await this.sources.find(page, place, index);
    return { document, path, workspace, sources, config: root.config, today: this.environment.today() };
  }

  /** Whether what was found out about a page still holds. */
  isFresh({ change, root, day }: Stamp, uri: string): boolean {
    const place = this.placeOf(uri);
    if (place.root !== root || day !== this.#day()) return false;
    const english = this.sources.englishFor(root);
    if (place.tree !== undefined && lastChangeFor(place.tree, place.path, english) > change) return false;
    return this.sources.isFresh(place, change);
  }

  stampFor(uri: string): Stamp {
    return { change: this.#change, root: this.placeOf(uri).root, day: this.#day() };
  }

  /**
   * The findings of a page that is open. Requests about the same version share the work.
   *
   * @throws Cancelled when the request is cancelled, or when the page has moved on.
   */
  async check(page: Page, token?: CancellationToken): Promise<Check> {
    this.settle();
    const known = this.#checks.get(page.uri);
    if (known?.page === page && this.isFresh(known.stamp, page.uri)) return known;
    const running = this.#running.get(page);
    const isShared = running !== undefined && this.isFresh(running.stamp, page.uri);
    return orCancelled(isShared ? running.check : this.#startCheck(page), token);
  }

  /**
   * The findings of a page, open or not.
   *
   * @throws Cancelled when the request is cancelled, or when the page has moved on.
   */
  async reportsOf(page: Page, token: CancellationToken): Promise<readonly Report[]> {
    if (page.version === undefined) return this.findReports(page, token);
    const { reports } = await this.check(page, token);
    return reports;
  }

  /** Lets the checks of open pages go first: somebody is waiting for those. */
  async giveWay(): Promise<void> {
    while (this.#running.size > 0) await nextTurn();
  }

  #startCheck(page: Page): Promise<Check> {
    const stamp = this.stampFor(page.uri);
    const isOutdated = (): boolean => this.pages.get(page.uri) !== page;
    const cancellation = {
      get isCancellationRequested() {
        return isOutdated();
      },
    };
    const check = this.findReports(page, cancellation).then((reports) => {
      if (isOutdated()) throw new Cancelled();
      this.#checks.set(page.uri, { page, reports, stamp });
      return { page, reports, stamp };
    });
    const running = { stamp, check };
    this.#running.set(page, running);
    const forget = (): void => {
      if (this.#running.get(page) === running) this.#running.delete(page);
    };
    check.then(forget, forget);
    return check;
  }

  /** Runs the rules over a page, open or not. Nothing is remembered. */
  async findReports(page: Page, cancellation: Cancellation | undefined): Promise<readonly Report[]> {
    const { rules, now } = this.environment;
    const { root, path } = this.placeOf(page.uri);
    if (!root.settings.enable || root.config.isIgnored(path)) return [];
    const context = await this.contextOf(page, true);
    return checkPage(context, {
      rules,
      slices: new Slices(now),
      cancellation,
      onCrash: (rule, error) => {
        // A rule that crashes does so at every keystroke; saying it once is enough.
        const crash = `${rule.id} crashed on ${page.uri}`;
        if (this.#crashed.has(crash)) return;
        this.#crashed.add(crash);
        this.log.error(`${crash}: ${explainError(error)}`);
      },
    });
  }

  #day(): string {
    const { year, month, day } = this.environment.today();
    return `${year}-${month}-${day}`;
  }
}

function lonePath(path: string): string {
  return path.replace(/^[a-z][a-z0-9+.-]+:/i, "").replace(/^\/+/, "");
}

/** @throws Cancelled when the request is cancelled before the work is done. The work goes on. */
export function orCancelled<T>(work: Promise<T>, token: CancellationToken | undefined): Promise<T> {
  if (token === undefined) return work;
  return new Promise((resolve, reject) => {
    const listener = token.onCancellationRequested(() => {
      reject(new Cancelled());
    });
    work.then(resolve, reject).finally(() => {
      listener.dispose();
    });
  });
}
