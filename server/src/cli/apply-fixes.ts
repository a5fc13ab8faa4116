import type { Fix } from "../core/rules/rule.ts";
import type { Report } from "../core/rules/run.ts";
import { applyEdits, type TextEdit } from "../core/text/edit.ts";

/** A page after all fixes, with the reports that are left. */
export interface FixedPage {
  readonly text: string;
  readonly reports: readonly Report[];
  readonly fixCount: number;
}

/** More than any page needs: most are done after one pass. Stops two rules that undo each other's fixes. */
const MOST_PASSES = 10;

/** The fix that `--fix` applies: the preferred one, unless it creates another page. */
export function preferredFix({ fixes }: Report): Fix | undefined {
  return fixes?.find(({ isPreferred, edits }) => isPreferred === true && edits.length > 0);
}

/**
 * Applies the preferred fix of every report and checks again, until nothing is left to fix. Of fixes that touch the
 * same place, the first is applied and the others wait for the next pass; a fix is applied as a whole or not at all.
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

function pickFixes(reports: readonly Report[]): Fix[] {
  const fixes = reports.flatMap((report) => preferredFix(report) ?? []);
  const picked: Fix[] = [];
  let last = { start: -1, end: -1 };
  for (const { fix, start, end } of fixes.map(withReach).sort((a, b) => a.start - b.start || a.end - b.end)) {
    // Two insertions at one place have no order that is surely right.
    if (start < last.end || start === last.start) continue;
    picked.push(fix);
    last = { start, end };
  }
  return picked;
}

function withReach(fix: Fix): { fix: Fix; start: number; end: number } {
  const spans = fix.edits.map(({ span }: TextEdit) => span);
  return {
    fix,
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}
