import { pickFixes } from "../core/rules/pick-fixes.ts";
import type { Report } from "../core/rules/run.ts";
import { applyEdits } from "../core/text/edit.ts";

/** A page after all fixes, with the reports that are left. */
export interface FixedPage {
  readonly text: string;
  readonly reports: readonly Report[];
  readonly fixCount: number;
}

/** More than any page needs: most are done after one pass. Stops two rules that undo each other's fixes. */
const MOST_PASSES = 10;

/**
 * Applies the preferred fix of every report and checks again, until nothing is left to fix. Fixes that stand in each
 * other's way wait for the next pass.
 */
export function applyFixes(text: string, check: (text: string) => readonly Report[]): FixedPage {
  const seen = new Set<string>();
  let current = text;
  let reports = check(current);
  let fixCount = 0;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const fixes = pickFixes(reports);
    if (fixes.length === 0) break;
    const next = applyEdits(
      current,
      fixes.flatMap(({ edits }) => edits),
    );
    if (next === current || seen.has(next)) break;
    seen.add(current);
    current = next;
    fixCount += fixes.length;
    reports = check(current);
  }
  return { text: current, reports, fixCount };
}
