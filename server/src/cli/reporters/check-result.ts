import type { Severity } from "../../core/rules/rule.ts";
import type { Range } from "../positions.ts";

/** A finding of `check`, ready to be shown. */
export interface CheckFinding {
  /** Path relative to its root, with `/`. */
  readonly file: string;
  /** The root as it was named on the command line, where there are several. */
  readonly root: string | undefined;
  /** Path that a person or an editor finds from where the command was run. */
  readonly shownPath: string;
  /** Path relative to the repository, for services that show findings beside a change. */
  readonly repositoryPath: string;
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** Whether `--fix` would apply a fix. */
  readonly isFixable: boolean;
  /** The lines that the finding starts and ends in, for a fingerprint that survives edits elsewhere. */
  readonly lineText: () => string;
}

/** What `check` found, in order of roots, paths and positions. */
export interface CheckResult {
  readonly fileCount: number;
  readonly findings: readonly CheckFinding[];
  /** Unified diff of the fixes that `--fix` found and did not write; `undefined`: not asked for. */
  readonly diff: string | undefined;
}

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly CheckFinding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
