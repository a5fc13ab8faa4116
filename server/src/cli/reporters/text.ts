import type { Severity } from "../../core/rules/rule.ts";
import type { Paint } from "../paint.ts";
import { counted } from "../../core/text/counted.ts";
import { type CheckFinding, type CheckResult, countBySeverity } from "./check-result.ts";

/** The report for people: findings grouped by page, one line each, positions from one. */
export function reportText({ findings }: CheckResult, paint: Paint): string {
  const groups = new Map<string, CheckFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.shownPath);
    if (group === undefined) groups.set(finding.shownPath, [finding]);
    else group.push(finding);
  }
  return [...groups.values()]
    .map((group) => group.map((finding) => `${toLine(finding, paint)}\n`).join(""))
    .join("\n");
}

/** What it all came to, in one line. */
export function summarize({ fileCount, findings }: CheckResult, paint: Paint): string {
  if (fileCount === 0) return "No pages were checked.\n";
  const pages = counted(fileCount, "page", "pages");
  if (findings.length === 0) return `${paint.good("No problems")} in ${pages}.\n`;
  const counts = countBySeverity(findings);
  const parts = [
    [counts.error, "error", "errors"],
    [counts.warning, "warning", "warnings"],
    [counts.info, "info", "infos"],
    [counts.hint, "hint", "hints"],
  ] as const;
  const listed = parts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => counted(count, one, many))
    .join(", ");
  const fixable = findings.filter(({ isFixable }) => isFixable).length;
  const hint = fixable === 0 ? "" : ` ${fixable} of them can be fixed with \`--fix --write\`.`;
  return `${paint.strong(listed)} in ${pages}.${hint}\n`;
}

/** The same after `--fix`, which has applied the fixes or, without `--write`, would. */
export function summarizeFixed(
  result: CheckResult,
  { fixCount, isWriting }: { readonly fixCount: number; readonly isWriting: boolean },
  paint: Paint,
): string {
  const left = summarize(result, paint);
  const hasFindings = result.findings.length > 0;
  if (fixCount === 0) return hasFindings ? `No fixes found. ${left}` : left;
  const fixes = `${counted(fixCount, "fix", "fixes")} ${isWriting ? "applied" : "found"}.`;
  if (hasFindings) return `${fixes} What is left: ${left}`;
  return `${fixes} ${paint.good("Nothing")} is left in ${counted(result.fileCount, "page", "pages")}.\n`;
}

function toLine({ shownPath, range, severity, message, ruleId }: CheckFinding, paint: Paint): string {
  const place = `${shownPath}:${range.start.line + 1}:${range.start.character + 1}`;
  return `${paint.strong(place)} ${paintSeverity(severity, paint)} ${message} ${paint.faint(ruleId)}`;
}

function paintSeverity(severity: Severity, paint: Paint): string {
  if (severity === "error") return paint.bad(severity);
  return severity === "warning" ? paint.poor(severity) : paint.faint(severity);
}
