import { Half } from "../compare/pairs/half.ts";
import { readsAsEnglish } from "../compare/wording/reads-as-english.ts";
import type { Freshness, JudgedSegment } from "./judge-page.ts";

/** How many segments of a page are how. `current`, `changed` and `removed` make up `total`. */
export interface SegmentCounts {
  /** Segments of the localized page. */
  readonly total: number;
  /** Their English is there as it was, at another place maybe. */
  readonly current: number;
  readonly changed: number;
  /** English that no segment was made from. */
  readonly new: number;
  readonly removed: number;
  /** Without translation, or with a sentence of English in its place. */
  readonly untranslated: number;
  /** Of the current ones, those that stand at another place now. */
  readonly moved: number;
}

/** `undefined`: it is not known which segments there are, or what became of their English. */
export function countSegments({ segments, added }: Freshness): SegmentCounts | undefined {
  if (segments === undefined) return undefined;
  const count = (...states: readonly string[]): number =>
    segments.filter(({ verdict }) => states.includes(verdict.state)).length;
  return {
    total: segments.length,
    current: count("current", "moved"),
    changed: count("changed"),
    new: added.length,
    removed: count("removed"),
    untranslated: segments.filter(isUntranslated).length,
    moved: count("moved"),
  };
}

function isUntranslated({ source, target }: JudgedSegment): boolean {
  const translation = target?.trim() ?? "";
  if (translation === "") return true;
  return translation === source.trim() && readsAsEnglish(new Half(translation));
}
