import type { Freshness, JudgedSegment } from "./judge-page.ts";

/** How many segments of a page are how. `current`, `changed` and `removed` make up `total`. */
export interface SegmentCounts {
  /** Segments of the localized page. */
  readonly total: number;
  /** Their English is there as it was, at another place maybe. */
  readonly current: number;
  /** Of those, the ones that stand at another place now. */
  readonly moved: number;
  readonly changed: number;
  readonly removed: number;
  /** English that no segment was made from. */
  readonly new: number;
}

export function countSegments(segments: readonly JudgedSegment[], { added }: Freshness): SegmentCounts {
  const count = (...states: readonly string[]): number =>
    segments.filter(({ verdict }) => states.includes(verdict.state)).length;
  return {
    total: segments.length,
    current: count("current", "moved"),
    moved: count("moved"),
    changed: count("changed"),
    removed: count("removed"),
    new: added.length,
  };
}
