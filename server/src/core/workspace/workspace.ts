import type { PageSummary } from "./page-summary.ts";

/** A line of `.openpublishing.redirection.json`: the page at `from` was moved. */
export interface Redirection {
  /** Path relative to the root, with `/`. */
  readonly from: string;
  /**
   * Where the chain of redirections ends, as written: a URL, a site-absolute path (`/partner-center/x`) or a relative
   * one.
   */
  readonly url: string;
  /** The file in this root that answers at `url` at the end of a chain, `undefined` when none does. */
  readonly to: string | undefined;
  /** Set where the chain runs in a circle: it leads nowhere. */
  readonly isCircular?: true;
}

/** What a page states as its locale. */
export interface StatedLocale {
  readonly path: string;
  readonly contentLocale: string;
}

/** A folder with a `docfx.json`: what `~/` in a link means, and what is published under which URL. */
export interface Docset {
  /** Path relative to the root, `""` for the root itself. */
  readonly path: string;
  /** Site-absolute URL that the docset is published under, for example `/partner-center`; `undefined`: not known. */
  readonly basePath: string | undefined;
  /** Folder below `path` whose pages are published right under the URL (`articles`); absent: `path` itself. */
  readonly contentFolder?: string;
}

/**
 * The other files of a root, as one immutable snapshot. Paths are relative to the root, with `/`, no leading `./`.
 * Answers are immediate: nothing is read on demand.
 */
export interface Workspace {
  /** Name of the root's folder, which often is the repository's (`docs.zh-cn`); `undefined`: not known. */
  readonly name: string | undefined;
  /** Whether a file stands at exactly this path, letter case included. */
  hasFile(path: string): boolean;
  hasFolder(path: string): boolean;
  /** The path as it is on disk when it differs in letter case only. `undefined`: no such file, or no difference. */
  findFileIgnoringCase(path: string): string | undefined;
  /** All file paths. */
  files(): Iterable<string>;
  findPage(path: string): PageSummary | undefined;
  pages(): Iterable<PageSummary>;
  /** `ms.contentlocale` of all pages that state one, as written. Takes their headers alone. */
  contentLocales(): Iterable<StatedLocale>;
  /** Pages that link to a file or include it, whatever letter case and extension they write. */
  pagesLinkingTo(path: string): readonly PageSummary[];
  findRedirection(path: string): Redirection | undefined;
  /** The innermost docset that holds a path. */
  findDocset(path: string): Docset | undefined;
  docsets(): readonly Docset[];
  /** Whether a path lies in a folder that the build fills with another repository: nobody can tell what is there. */
  isMounted(path: string): boolean;
  /** The English tree, where there is one: its page of `x` stands at the same path `x`. */
  readonly source: Workspace | undefined;
}
