import type { CheckResult } from "./check-result.ts";

/** The stable report for scripts: one JSON object, zero-based positions. */
export function reportJson({ fileCount, findings, diff }: CheckResult): string {
  const report = {
    version: 1,
    files: fileCount,
    findings: findings.map(({ file, root, ruleId, severity, message, range, isFixable }) => ({
      ...(root === undefined ? {} : { root }),
      file,
      rule: ruleId,
      severity,
      message,
      range,
      fixable: isFixable,
    })),
    ...(diff === undefined ? {} : { diff }),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
