import { isMarkdown } from "../links/paths.ts";
import type { PageSummary } from "../workspace/page-summary.ts";
import type { Docset, Redirection, StatedLocale, Workspace } from "../workspace/workspace.ts";
import { type PathPrefix, SAME_PATHS, toPagePaths, toSourcePath } from "./path-prefixes.ts";
import type { SourceTree } from "./source-question.ts";

/**
 * The English tree as the pages of a localized root see it: each English page at the path that its translation has.
 * Where there are several locales, it is at the paths of all of them, and links lead from a locale's page to the
 * English of the same locale's folder.
 */
export function viewSource({ tree, prefixes }: SourceTree): Workspace {
  return prefixes === SAME_PATHS ? tree : new SourceView(tree, prefixes);
}

class SourceView implements Workspace {
  readonly source = undefined;
  readonly #tree: Workspace;
  readonly #prefixes: readonly PathPrefix[];

  constructor(tree: Workspace, prefixes: readonly PathPrefix[]) {
    this.#tree = tree;
    this.#prefixes = prefixes;
  }

  get name(): string | undefined {
    return this.#tree.name;
  }

  hasFile(path: string): boolean {
    const inTree = this.#toTree(path);
    return inTree !== undefined && this.#tree.hasFile(inTree);
  }

  hasFolder(path: string): boolean {
    const inTree = this.#toTree(`${path}/`) ?? this.#toTree(path);
    return inTree !== undefined && this.#tree.hasFolder(inTree.replace(/\/$/, ""));
  }

  findFileIgnoringCase(path: string): string | undefined {
    const inTree = this.#toTree(path);
    const found = inTree === undefined ? undefined : this.#tree.findFileIgnoringCase(inTree);
    return found === undefined ? undefined : this.#toPage(path, found);
  }

  *files(): Iterable<string> {
    for (const path of this.#tree.files()) yield* toPagePaths(this.#prefixes, path);
  }

  findPage(path: string): PageSummary | undefined {
    const inTree = this.#toTree(path);
    const found = inTree === undefined ? undefined : this.#tree.findPage(inTree);
    return found && this.#seenFrom(path, found);
  }

  *pages(): Iterable<PageSummary> {
    for (const path of this.files()) {
      const page = isMarkdown(path) ? this.findPage(path) : undefined;
      if (page !== undefined) yield page;
    }
  }

  *contentLocales(): Iterable<StatedLocale> {
    for (const { path, contentLocale } of this.#tree.contentLocales()) {
      for (const seen of toPagePaths(this.#prefixes, path)) yield { path: seen, contentLocale };
    }
  }

  pagesLinkingTo(path: string): readonly PageSummary[] {
    const inTree = this.#toTree(path);
    if (inTree === undefined) return [];
    return this.#tree.pagesLinkingTo(inTree).flatMap((page) => {
      const seen = this.#toPage(path, page.path);
      return seen === undefined ? [] : [this.#seenFrom(seen, page)];
    });
  }

  isMounted(path: string): boolean {
    const inTree = this.#toTree(path);
    return inTree !== undefined && this.#tree.isMounted(inTree);
  }

  findRedirection(path: string): Redirection | undefined {
    const inTree = this.#toTree(path);
    const found = inTree === undefined ? undefined : this.#tree.findRedirection(inTree);
    if (found === undefined) return undefined;
    return { ...found, from: path, to: found.to === undefined ? undefined : this.#toPage(path, found.to) };
  }

  findDocset(path: string): Docset | undefined {
    const inTree = this.#toTree(path);
    const found = inTree === undefined ? undefined : this.#tree.findDocset(inTree);
    const seen = found === undefined ? undefined : this.#toPage(path, `${found.path}/`);
    return found && seen !== undefined ? { ...found, path: seen.replace(/\/$/, "") } : undefined;
  }

  docsets(): readonly Docset[] {
    return this.#tree.docsets().flatMap((docset) => {
      const folder = docset.path === "" ? "" : `${docset.path}/`;
      return toPagePaths(this.#prefixes, folder).map((path) => ({
        ...docset,
        path: path.replace(/\/$/, ""),
      }));
    });
  }

  #toTree(path: string): string | undefined {
    return toSourcePath(this.#prefixes, path);
  }

  /** Path of a file of the tree for somebody who came by a localized path. `undefined`: no page has such a path. */
  #toPage(from: string, path: string): string | undefined {
    const prefix = this.#prefixes.find(({ page }) => from.startsWith(page));
    if (prefix === undefined || !path.startsWith(prefix.source)) return undefined;
    return prefix.page + path.slice(prefix.source.length);
  }

  #seenFrom(path: string, summary: PageSummary): PageSummary {
    return new SeenSummary(path, summary, (each) => this.#toPage(path, each) ?? each);
  }
}

/** The summary of an English page with the paths that translations have. */
class SeenSummary implements PageSummary {
  readonly path: string;
  readonly #summary: PageSummary;
  readonly #toPage: (path: string) => string;

  constructor(path: string, summary: PageSummary, toPage: (path: string) => string) {
    this.path = path;
    this.#summary = summary;
    this.#toPage = toPage;
  }

  get looks(): string {
    return this.#summary.looks;
  }

  get title(): string | undefined {
    return this.#summary.title;
  }

  get opening(): string | undefined {
    return this.#summary.opening;
  }

  get anchors(): ReadonlySet<string> {
    return this.#summary.anchors;
  }

  hasBookmark(name: string): boolean {
    return this.#summary.hasBookmark(name);
  }

  get bookmarks(): PageSummary["bookmarks"] {
    return this.#summary.bookmarks;
  }

  get linksTo(): readonly string[] {
    return this.#summary.linksTo.map(this.#toPage);
  }

  get includes(): readonly string[] {
    return this.#summary.includes.map(this.#toPage);
  }

  get contentLocale(): string | undefined {
    return this.#summary.contentLocale;
  }

  get sourceHash(): string | undefined {
    return this.#summary.sourceHash;
  }

  get hasSegments(): boolean {
    return this.#summary.hasSegments;
  }
}
