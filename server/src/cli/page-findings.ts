import type { Severity } from "../core/rules/rule.ts";
import type { Report } from "../core/rules/run.ts";
import { preferredFix } from "../core/rules/pick-fixes.ts";
import { linesOf, type Range, rangesOf } from "./positions.ts";
import type { CheckFinding } from "./reporters/check-result.ts";
import type { Page, Root } from "./roots.ts";

/** What can be told of a finding without its page, and be kept between runs. */
export interface PageFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly isFixable: boolean;
}

/** The reports of a page, with lines and columns of its text. */
export function findingsOf(reports: readonly Report[], text: string): PageFinding[] {
  if (reports.length === 0) return [];
  const toRange = rangesOf(text);
  return reports.map((report) => ({
    ruleId: report.ruleId,
    severity: report.severity,
    message: report.message,
    range: toRange(report.span),
    isFixable: preferredFix(report) !== undefined,
  }));
}

/** Findings of a page, ready to be shown. */
export function place(findings: readonly PageFinding[], page: Page, root: Root): CheckFinding[] {
  if (findings.length === 0) return [];
  let toLines: ReturnType<typeof linesOf> | undefined;
  const shownPath = root.show(page.path);
  const repositoryPath = root.inRepository(page.path);
  return findings.map(({ ruleId, severity, message, range, isFixable }) => ({
    file: page.path,
    root: root.label,
    shownPath,
    repositoryPath,
    ruleId,
    severity,
    message,
    range,
    isFixable,
    lineText: () => (toLines ??= linesOf(page.text))(range),
  }));
}
