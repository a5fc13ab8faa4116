import type { Document } from "../document/document.ts";
import type { Span } from "../text/span.ts";
import type { TextEdit } from "../text/edit.ts";

/** All that goes into the sync of one page. */
export interface SyncInput {
  /** The localized page, side by side or clean, as it stands in the file. */
  readonly page: Document;
  /** The English that the page was made from, or was last synced with. */
  readonly base: Document;
  /** Whether `base` was put together from the page's own English halves: texts of pictures are translated there. */
  readonly isBaseRebuilt?: boolean;
  /** English as it is now. */
  readonly current: Document;
  /** The commit of `current`, 40 hexadecimal digits. `undefined`: not known; the page's origin is left as it is then. */
  readonly commit?: string | undefined;
  /** The day that is written as `ms.lasthandoff`: `MM/DD/YYYY`. `undefined`: the page's origin is left as it is. */
  readonly handoff?: string | undefined;
  /** A translation of exactly this English from elsewhere in the locale. `undefined`: there is none. */
  readonly recall?: ((english: string) => string | undefined) | undefined;
  /** Move the page's origin forward even where segments need a person. */
  readonly advance?: boolean;
  /** Leave no marks. */
  readonly omitMarks?: boolean;
  /**
   * Give ids that ascend where English moved segments or where there is no number left between two: such an edit is of
   * the segment's kind. Ids are unique only with all of the edits then.
   */
  readonly renumber?: boolean;
  /** Only the text is asked for: `edits` stays empty. */
  readonly omitEdits?: boolean;
}

/** What a change of a sync is about. */
export type SyncKind = "kept" | "carried" | "changed" | "reused" | "new" | "removed" | "metadata";

/** One change to the localized page. Any choice of kinds can be applied without the others. */
export interface SyncEdit extends TextEdit {
  readonly kind: SyncKind;
  /**
   * It says which English the page is made from, or synced with; then the next sync leaves the body alone. Only for
   * those who apply all other edits.
   */
  readonly isOrigin?: true;
}

/** How many segments there are of each kind. */
export interface SyncCounts {
  /** Their translation stays as it is, or needed no person to change; with those that are `carried`. */
  readonly kept: number;
  /** Of the kept ones: English changed, but not in its words. */
  readonly carried: number;
  readonly reused: number;
  readonly new: number;
  readonly changed: number;
  readonly removed: number;
}

/** What a person has to decide. */
export interface SyncConflict {
  /** One sentence, ends with a full stop. */
  readonly message: string;
  /** UTF-16 offsets into the localized page as it was. */
  readonly span: Span;
}

/** A segment whose English is gone. */
export interface RemovedSegment {
  /** Empty for clean pages. */
  readonly id: string;
  readonly source: string;
  readonly target: string;
}

/** What a sync makes of a page. Edits are UTF-16 offsets into the page as it was. */
export interface SyncResult {
  /** The page brought up to today's English. */
  readonly text: string;
  readonly action: "unchanged" | "updated" | "conflict";
  readonly counts: SyncCounts;
  readonly conflicts: readonly SyncConflict[];
  readonly removed: readonly RemovedSegment[];
  /** Set where the page's origin would move forward if the commit of today's English were known. */
  readonly lacksCommit?: true;
  /**
   * The way from the page to `text`: in page order, not overlapping; several may insert at one place, in this order.
   * Empty where they were not asked for.
   */
  readonly edits: readonly SyncEdit[];
}
