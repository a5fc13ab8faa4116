import type { LostSource } from "../core/source/page-sources.ts";
import type { SyncCounts, SyncResult } from "../core/sync/sync.ts";
import type { PlannedRedirection } from "./redirections.ts";

/** What a sync plans for a page by itself. Nothing has been written. */
export type PlannedSync = PlannedUpdate | PlannedRemoval | NotSynced;

/** What a sync of a whole root plans for its files. Nothing has been written. */
export type PlannedChange = PlannedSync | PlannedMove | PlannedCreation | PlannedEdit;

interface Planned {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** The file as it was when the sync was planned; empty for one that is new. */
  readonly text: string;
}

/** The page brought up to today's English; it may be the same as before. */
export interface PlannedUpdate extends Planned {
  readonly kind: "update";
  readonly result: SyncResult;
}

/** The English page is elsewhere, and this one is to follow it, brought up to what English says there. */
export interface PlannedMove extends Planned {
  readonly kind: "move";
  readonly to: string;
  /** The text at the new place; the edits are those of the page as it was. */
  readonly result: SyncResult;
  /** Whether the page stands at its new place already, as an interrupted sync leaves it: the old one is left to remove. */
  readonly isLeftover: boolean;
}

/** The English page is gone. Nothing is removed unasked. */
export interface PlannedRemoval extends Planned {
  readonly kind: "removal";
  readonly lost: LostSource;
  /** The localized page, relative to the root, that says what this one said. `undefined`: none does. */
  readonly mergedInto?: string | undefined;
  /** The English page that has some of its text, relative to the English tree. `undefined`: none has. */
  readonly mostAlike?: string | undefined;
  /** Where its readers should be sent. `undefined`: nobody knows the address of any page here. */
  readonly redirection?: PlannedRedirection | undefined;
}

/** An English page gets its first localized one. */
export interface PlannedCreation extends Planned {
  readonly kind: "creation";
  readonly newText: string;
  readonly counts: SyncCounts;
  /** Whether it is made of what left other pages: they were split. */
  readonly isPart: boolean;
}

/** Another file that has to follow. */
export interface PlannedEdit extends Planned {
  readonly kind: "edit";
  readonly newText: string;
  readonly why: "links" | "redirections";
}

/** A page that nothing is planned for. */
export interface NotSynced extends Planned {
  readonly kind: "not-synced";
  /** Why: the end of a sentence, without a full stop. */
  readonly problem: string;
  /** Whether the page says nothing of an English one, and the English tree has none: it is the locale's own. */
  readonly isOwn: boolean;
}
