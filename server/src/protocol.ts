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
  /** The client outlines the headings of Markdown by itself: it needs symbols of side-by-side pages only. */
  readonly outlinesMarkdown?: boolean;
}

/**
 * Request: checks every page of every root. The findings of pages that are not pulled come as
 * `textDocument/publishDiagnostics`, and are kept right from then on. Reports work done progress; can be cancelled.
 */
export const CHECK_WORKSPACE = "lockstep/checkWorkspace";

/** Of `CHECK_WORKSPACE`. */
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

/** Of `PAGE_STATE`: the page. */
export interface PageStateParams {
  readonly uri: string;
}

/** Answer to `PAGE_STATE`. */
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
  /** Segments and lines of the header that a sync has marked, and that wait for a person. */
  readonly marked: number;
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

/** Of `RELATED_PAGES`. */
export interface RelatedPagesParams {
  readonly uri: string;
  readonly position: LinePosition;
}

/** As in LSP: from zero, `character` in UTF-16 units. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** Answer to `RELATED_PAGES`. */
export interface RelatedPages {
  /** The English page as it is now. */
  readonly english?: RelatedPage;
  /** The English that the page was made from, where that is another one. */
  readonly base?: RelatedPage;
  /** The other translations, sorted by locale. */
  readonly localized: readonly RelatedPage[];
}

/** A page, and the place in it that was asked about, where it has that place. */
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

/** Of `ENGLISH_TEXT`: the URI of the virtual page. */
export interface EnglishTextParams {
  readonly uri: string;
}

/** Request: the English that a page was made from, and that of today, with the places in them that belong to a position. */
export const ENGLISH_VERSIONS = "lockstep/englishVersions";

/** Of `ENGLISH_VERSIONS`: a localized page and a place in it. */
export interface EnglishVersionsParams {
  readonly uri: string;
  readonly position: LinePosition;
}

/** Both pages, or one sentence that says why they cannot be shown. */
export type EnglishVersions =
  { readonly before: RelatedPage; readonly now: RelatedPage } | { readonly problem: string };

/**
 * Command of the client: shows what changed in the English of a page, at the place that its argument names as
 * `EnglishVersionsParams`; without one, at the cursor.
 */
export const SHOW_CHANGE = "lockstep.showChange";

/** Command of the client: opens one of the translations that are its argument, or one that it asks the server for. */
export const OPEN_LOCALIZED_PAGE = "lockstep.openLocalizedPage";

/** Notification to the client: how far the server knows the workspace. */
export const STATUS = "lockstep/status";

/** Of `STATUS`. */
export interface StatusParams {
  /** `indexing`: links to other pages are not fully checked yet. */
  readonly state: "indexing" | "ready";
  /** Pages there are, as far as is known. */
  readonly total: number;
  /** What is wrong with `.lockstep.json` or the editor's settings: whoever opens neither sees it nowhere else. */
  readonly problems: readonly string[];
}

/** Command of the client: shows the page of the rule whose id is its argument. */
export const EXPLAIN_RULE = "lockstep.explainRule";

/**
 * Request: what a sync with English would change, in a page or in all pages of folders. Nothing is written. Reports
 * work done progress; can be cancelled. An error where Git must not be run because the workspace is not trusted.
 */
export const PLAN_SYNC = "lockstep/planSync";

/** Of `PLAN_SYNC`. */
export interface PlanSyncParams {
  /** Of pages and folders. */
  readonly uris: readonly string[];
  /** Only the pages that English has and the folders lack, however many there are. */
  readonly isForNewPages?: boolean;
  readonly workDoneToken?: string | number;
}

/** Answer to `PLAN_SYNC`. */
export interface SyncPlan {
  /** Pages that would change, and pages where a person has to decide something. */
  readonly pages: readonly PlannedPage[];
  /** Localized pages that are in step with their English already. */
  readonly unchanged: number;
  /**
   * Paths, as people know them, of pages that English has and the folders lack, where there are too many to make them
   * all just to offer them: see `isForNewPages`.
   */
  readonly unlocalized: readonly string[];
  /** Pages that cannot be synced. */
  readonly problems: readonly SyncProblem[];
}

/** What a change of a sync is about. */
export type SyncChangeKind =
  | "kept"
  | "carried"
  | "changed"
  | "reused"
  | "new"
  | "removed"
  | "metadata"
  /** A link to a page that moves. */
  | "links"
  /** Where readers of a page that is to be removed are sent; left out unless the writer asks for it. */
  | "redirections";

/** A page that would change, or another file that has to follow. */
export interface PlannedPage {
  readonly uri: string;
  /** URI that the page moves to, after its English, once its changes are made. */
  readonly moveTo?: string;
  /** The text of a page that is not there yet; it has no changes. */
  readonly newText?: string;
  /** The page is created or removed only when the writer asks for it. One that is to be removed has no changes. */
  readonly offer?: SyncOffer;
  /** As people know it: with the folder of the workspace in front where there are several. */
  readonly path: string;
  /** Of the open page that the changes are for; `null`: for the file as it is on disk. */
  readonly version: number | null;
  /** SHA-1 of the text that the changes are for, without a byte order mark and with line ends `\n`: hexadecimal. */
  readonly textHash: string;
  /** In page order, not overlapping. Empty where the page stays, but a person has to decide something. */
  readonly changes: readonly SyncChange[];
  readonly counts: SyncPlanCounts;
  readonly conflicts: readonly SyncPlanConflict[];
  readonly removed: readonly RemovedTranslation[];
}

/** What is done only when the writer asks for it. */
export interface SyncOffer {
  readonly kind: "create" | "remove";
  /** Why: one sentence, ends with a full stop. */
  readonly reason: string;
}

/** One edit of a page as it is now. */
export interface SyncChange {
  readonly kind: SyncChangeKind;
  readonly start: LinePosition;
  readonly end: LinePosition;
  readonly newText: string;
  /**
   * Says which English the page is in step with. To be left out where another change is: else no later sync would offer
   * that one again.
   */
  readonly isOrigin: boolean;
}

/** How many segments there are of each kind; those that are carried count as kept, too. */
export interface SyncPlanCounts {
  readonly kept: number;
  readonly carried: number;
  readonly reused: number;
  readonly new: number;
  readonly changed: number;
  readonly removed: number;
}

/** What a person has to decide. */
export interface SyncPlanConflict {
  /** One sentence, ends with a full stop. */
  readonly message: string;
  /** In the page once all changes are made. */
  readonly position: LinePosition;
}

/** A segment that leaves a page because its English is gone. */
export interface RemovedTranslation {
  readonly source: string;
  readonly target: string;
}

/** Why a page cannot be synced. */
export interface SyncProblem {
  readonly uri: string;
  readonly path: string;
  /** One sentence, ends with a full stop. */
  readonly message: string;
}

/** Request: the locales of the workspace, each with the folders that hold its pages. */
export const LOCALES = "lockstep/locales";

/** One of the answer to `LOCALES`. */
export interface WorkspaceLocale {
  /** As people write it: `zh-CN`. */
  readonly locale: string;
  /** URIs. */
  readonly folders: readonly string[];
}

/**
 * Request: the next segment that a sync has marked for a person, from a position on. After the last one of a page comes
 * the first one of the next page in the same locale, and after the last page the first.
 */
export const FIND_SEGMENT = "lockstep/findSegment";

/** Of `FIND_SEGMENT`. */
export interface FindSegmentParams {
  readonly uri: string;
  /** Of the cursor. `undefined`: the page's first segment is meant, or its last one. */
  readonly position?: LinePosition;
  readonly direction: "next" | "previous";
}

/** A segment that needs work. */
export interface FoundSegment {
  readonly uri: string;
  /** `changed`: its English changed; `new`: not translated yet; `reused`: taken from another place, to be read. */
  readonly kind: "changed" | "new" | "reused";
  readonly start: LinePosition;
  readonly end: LinePosition;
  /** From one; among `count` ones of the page. */
  readonly nth: number;
  readonly count: number;
}
