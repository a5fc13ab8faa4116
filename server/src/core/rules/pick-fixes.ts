import type { Fix } from "./rule.ts";
import type { Report } from "./run.ts";

/** The fix that is applied where nobody chooses: the preferred one, unless it creates another page. */
export function preferredFix({ fixes }: Report): Fix | undefined {
  return fixes?.find(({ isPreferred, edits }) => isPreferred === true && edits.length > 0);
}

/**
 * The preferred fixes that can be applied together, in page order. Of those that touch the same place, the first is
 * taken and the others wait for the next time; a fix is taken as a whole or not at all.
 */
export function pickFixes(reports: readonly Report[]): readonly Fix[] {
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
  let start = Infinity;
  let end = -Infinity;
  for (const { span } of fix.edits) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { fix, start, end };
}
