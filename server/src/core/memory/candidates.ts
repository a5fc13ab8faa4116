import { folderOf } from "../links/paths.ts";
import { collapse } from "../sync/render-segments.ts";
import type { Trust } from "./pair-table.ts";

/** Where a translation stands that may be taken for another page. */
export interface Candidate {
  readonly trust: Trust;
  readonly path: string;
  /** The higher, the further below in its page. */
  readonly place: number;
}

/**
 * Which of two translations of the same English is the better one for a page; below zero: the first. A person's before a
 * machine's, then that of the page itself, of a page beside it, and of the first page by name.
 */
export function byWorth(path: string, a: Candidate, b: Candidate): number {
  return (
    b.trust - a.trust ||
    closeness(b.path, path) - closeness(a.path, path) ||
    compareTexts(a.path, b.path) ||
    a.place - b.place
  );
}

/** How near two pages are to each other: the higher the nearer. */
export function closeness(one: string, other: string): number {
  if (one === other) return 2;
  return folderOf(one) === folderOf(other) ? 1 : 0;
}

/** In the order of their UTF-16 units. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** English as it is looked for: as `collapse` leaves it, which most of it is already. */
export function keyOf(english: string): string {
  return UNEVEN.test(english) ? collapse(english) : english;
}

const UNEVEN = /[^\S ]| {2}|^ | $/;
