/** What client and server say to each other beyond LSP: names and types only. */

/** Options of `initialize`. A client that knows nothing of them gets a server that works by LSP alone. */
export interface InitializationOptions {
  /** URI of the folder with the rules' documentation: what the code of a diagnostic links to. */
  readonly rulePages?: string;
  /** `false`: nothing outside of the workspace's folders is read, whatever their settings say. */
  readonly isTrusted?: boolean;
  /**
   * The client asks for the whole workspace by `lockstep/checkWorkspace`, not by the workspace pull of LSP 3.17, which
   * some clients repeat every two seconds, and shows what is pushed for pages that are not open.
   */
  readonly checksOnRequest?: boolean;
  /** The client shows virtual pages of the scheme `ENGLISH_SCHEME`, and has the command `OPEN_LOCALIZED_PAGE`. */
  readonly showsEnglish?: boolean;
}

/**
 * Request: checks every page of every root. The findings of pages that are not pulled come as
 * `textDocument/publishDiagnostics`, and are kept right from then on. Reports work done progress; can be cancelled.
 */
export const CHECK_WORKSPACE = "lockstep/checkWorkspace";

export interface CheckWorkspaceParams {
  readonly workDoneToken?: string | number;
}

/** How many pages were checked, and what was found in them. */
export interface CheckWorkspaceResult {
  readonly pages: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly hint: number;
}

/** Request: takes back what `lockstep/checkWorkspace` published, and stops keeping it right. */
export const CLEAR_WORKSPACE = "lockstep/clearWorkspace";

/** Request, answered with `null` at once: whether the server still listens. */
export const PING = "lockstep/ping";

/** Request: how a page stands to its English. */
export const PAGE_STATE = "lockstep/pageState";

export interface PageStateParams {
  readonly uri: string;
}

export interface PageState {
  /**
   * `english`: an English page that has translations; `other`: neither that nor a localized page. Of a localized page:
   * `current`; `metadata-only`, the English file changed, but nothing that a reader gets; `outdated`; `source-missing`,
   * there are English pages, but not this one; `unknown`, there is no English to compare with.
   */
  readonly state:
    "english" | "other" | "current" | "metadata-only" | "outdated" | "source-missing" | "unknown";
  /** Segments whose English changed or is gone. */
  readonly stale: number;
  /** English sentences without a translation. */
  readonly added: number;
  /** Where the English was found. `undefined`: nowhere. */
  readonly english?: RelatedPage;
  /** Where the page went that the English tree no longer has: a path or a URL. */
  readonly movedTo?: string;
  /** Folders in which the English was looked for, absolute. */
  readonly searched: readonly string[];
  /** Translations of the page, or of its English page. */
  readonly locales: readonly string[];
}

/** Request: the pages that belong to a page. A position in it gives the positions in them. */
export const RELATED_PAGES = "lockstep/relatedPages";

export interface RelatedPagesParams {
  readonly uri: string;
  readonly position: LinePosition;
}

/** As in LSP: from zero, `character` in UTF-16 units. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

export interface RelatedPages {
  /** The English page as it is now. */
  readonly english?: RelatedPage;
  /** The English that the page was made from, where that is another one. */
  readonly base?: RelatedPage;
  /** The other translations, sorted by locale. */
  readonly localized: readonly RelatedPage[];
}

export interface RelatedPage {
  /** A file, or a virtual page of the scheme `ENGLISH_SCHEME`. */
  readonly uri: string;
  readonly path: string;
  /** Of a translation: as people write it, `zh-CN`. */
  readonly locale?: string;
  /** Of English that is no file: the commit that it was read from, or that it was put together from segments. */
  readonly revision?: string;
  readonly isFromSegments?: boolean;
  readonly position?: LinePosition;
}

/**
 * Scheme of English pages that are in no file: of a commit, or put together from segments. The path is the page's, the
 * query the URI of the localized page.
 */
export const ENGLISH_SCHEME = "lockstep-english";

/** Request: the text of a virtual page. `null`: nobody has it any more. */
export const ENGLISH_TEXT = "lockstep/englishText";

export interface EnglishTextParams {
  readonly uri: string;
}

/** Command of the client: opens one of the translations that are its argument, or one that it asks the server for. */
export const OPEN_LOCALIZED_PAGE = "lockstep.openLocalizedPage";

/** Notification to the client: how far the server knows the workspace. */
export const STATUS = "lockstep/status";

export interface StatusParams {
  /** `indexing`: links to other pages are not fully checked yet. */
  readonly state: "indexing" | "ready";
  /** Pages there are, as far as is known. */
  readonly total: number;
}

/** Command of the client: shows the page of the rule whose id is its argument. */
export const EXPLAIN_RULE = "lockstep.explainRule";
