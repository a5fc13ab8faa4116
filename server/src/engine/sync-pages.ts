import { type Cancellation, Cancelled } from "../core/rules/run.ts";
import type { SyncResult } from "../core/sync/sync.ts";
import { syncPage } from "../core/sync/sync-page.ts";
import { type EnglishPair, findEnglish, type LostEnglish } from "./find-english.ts";
import type { PageToSync, SyncAccess } from "./sync-access.ts";

export interface SyncOptions {
  /** The day that is written as `ms.lasthandoff`: `MM/DD/YYYY`. */
  readonly handoff: string;
  /** A translation of exactly this English for a page, from elsewhere in the locale. `undefined`: there is none. */
  readonly recall?: (english: string, page: PageToSync) => string | undefined;
  /** Move the origin of pages forward even where segments need a person. */
  readonly advance?: boolean;
  /** Leave no marks. */
  readonly omitMarks?: boolean;
  readonly cancellation?: Cancellation;
}

/** What a sync plans for a page. Nothing has been written. */
export type PlannedSync = PlannedUpdate | PlannedRemoval | NotSynced;

interface Planned {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** The page as it was when the sync was planned. */
  readonly text: string;
}

/** The page brought up to today's English; it may be the same as before. */
export interface PlannedUpdate extends Planned {
  readonly kind: "update";
  readonly result: SyncResult;
}

/** The English page is gone. Nothing is removed unasked. */
export interface PlannedRemoval extends Planned {
  readonly kind: "removal";
  readonly lost: LostEnglish["lost"];
}

export interface NotSynced extends Planned {
  readonly kind: "not-synced";
  /** Why: the end of a sentence, without a full stop. */
  readonly problem: string;
}

/**
 * Plans the sync of localized pages, one after the other in the order given. Pages without localization metadata are
 * left out. Nothing is written.
 *
 * @throws Cancelled between two pages, once cancellation is requested.
 */
export async function* syncPages(
  access: SyncAccess,
  pages: Iterable<PageToSync>,
  options: SyncOptions,
): AsyncGenerator<PlannedSync> {
  for (const page of pages) {
    if (options.cancellation?.isCancellationRequested === true) throw new Cancelled();
    if (page.document.form === "source") continue;
    const english = await findEnglish(access, page);
    const planned = { path: page.path, text: page.document.text };
    if ("problem" in english) yield { ...planned, kind: "not-synced", problem: english.problem };
    else if ("lost" in english) yield { ...planned, kind: "removal", lost: english.lost };
    else yield { ...planned, kind: "update", result: syncWith(english, page, options) };
  }
}

function syncWith(
  { base, isBaseRebuilt, current, commit }: EnglishPair,
  page: PageToSync,
  { handoff, recall, advance, omitMarks }: SyncOptions,
): SyncResult {
  return syncPage({
    page: page.document,
    base,
    isBaseRebuilt,
    current: current.document,
    commit,
    handoff,
    recall: recall && ((english) => recall(english, page)),
    advance: advance === true,
    omitMarks: omitMarks === true,
  });
}

/** A day as the localization pipeline writes it: `07/09/2021`. */
export function handoffOn(day: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}): string {
  const twoDigits = (number: number): string => String(number).padStart(2, "0");
  return `${twoDigits(day.month)}/${twoDigits(day.day)}/${day.year}`;
}
