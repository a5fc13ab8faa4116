import type { Document } from "../core/document/document.ts";
import type { Cancellation } from "../core/cancellation.ts";
import type { SyncResult } from "../core/sync/sync.ts";
import { syncPage } from "../core/sync/sync-page.ts";
import { type EnglishPair, findEnglish, NO_CURRENT } from "./find-english.ts";
import type { PlannedSync } from "./planned.ts";
import type { PageToSync, SyncAccess } from "./sync-access.ts";

/** How pages are synced. */
export interface SyncOptions {
  /** The day that is written as `ms.lasthandoff`: `MM/DD/YYYY`. */
  readonly handoff: string;
  /** A translation of exactly this English for a page, from elsewhere in the locale. `undefined`: there is none. */
  readonly recall?: (english: string, page: PageToSync) => string | undefined;
  /** Move the origin of pages forward even where segments need a person. */
  readonly advance?: boolean;
  /** Leave no marks. */
  readonly omitMarks?: boolean;
  /** Give ids that ascend. */
  readonly renumber?: boolean;
  /** Texts are enough: how pages become what they will be is not found out. */
  readonly omitEdits?: boolean;
  readonly cancellation?: Cancellation;
}

/** What is planned for a page, with the English that it is brought up to. */
export interface PagePlan {
  readonly planned: PlannedSync;
  /** `undefined`: the page is not updated. */
  readonly current?: Document;
}

/** Plans the sync of one page, as the caller has it. Nothing is written. `undefined`: it is no localized page. */
export async function planPage(
  access: SyncAccess,
  page: PageToSync,
  options: SyncOptions,
): Promise<PagePlan | undefined> {
  if (page.document.form === "source") return undefined;
  const english = await findEnglish(access, page);
  const planned = { path: page.path, text: page.document.text };
  if ("problem" in english) {
    const isOwn = access.source !== undefined && english === NO_CURRENT;
    return { planned: { ...planned, kind: "not-synced", problem: english.problem, isOwn } };
  }
  if ("lost" in english) return { planned: { ...planned, kind: "removal", lost: english.lost } };
  const problem = obstacleTo(page, english);
  if (problem !== undefined) return { planned: { ...planned, kind: "not-synced", problem, isOwn: false } };
  const result = syncWith(english, page, options);
  return { planned: { ...planned, kind: "update", result }, current: english.current.document };
}

/**
 * Why a page is better left alone though its English is there: the end of a sentence, without a full stop. `undefined`:
 * nothing is in the way.
 */
export function obstacleTo({ document }: PageToSync, { current }: EnglishPair): string | undefined {
  if (isUnmerged(document.text) && !isUnmerged(current.document.text)) {
    return "it has the markers of a merge in it that nobody has resolved; resolve it first";
  }
  const isEmptied = current.document.text.trim() === "" && document.text.trim() !== "";
  return isEmptied ? "its English page is empty, and all translations would go" : undefined;
}

/** Whether Git left both sides of a merge in a text. */
function isUnmerged(text: string): boolean {
  // Next to no page has them, and to look for so many signs takes no time.
  if (!text.includes("<<<<<<< ")) return false;
  return /^<{7} /m.test(text) && /^={7}\r?$/m.test(text) && /^>{7} /m.test(text);
}

/** The page brought up to today's English. */
export function syncWith(
  { base, isBaseRebuilt, current, commit }: EnglishPair,
  page: PageToSync,
  { handoff, recall, advance, omitMarks, renumber, omitEdits }: SyncOptions,
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
    renumber: renumber === true,
    omitEdits: omitEdits === true,
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
