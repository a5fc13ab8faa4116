import { type Cancellation, Cancelled, throwIfCancelled } from "../cancellation.ts";
import { isEmptyList } from "./in-turn.ts";
import { suppressionsOf } from "./suppress.ts";
import type { Finding, Rule, RuleContext, Severity } from "./rule.ts";

/** A finding with the rule that made it and the severity that holds here. */
export interface Report extends Finding {
  readonly ruleId: string;
  readonly severity: Severity;
}

/** How rules are run. */
export interface RunOptions {
  /** Called when a rule throws. The other rules still run. */
  readonly onCrash: (rule: Rule, error: unknown) => void;
  readonly cancellation?: Cancellation;
}

/** Of one rule in one page: nobody reads more, and a page made of mistakes would fill the memory with them. */
export const MOST_FINDINGS = 5_000;
const NO_MORE = `The page was not searched for more than ${MOST_FINDINGS} findings of this rule.`;

/**
 * Runs rules over one page: severities and suppression comments honoured, reports in page order. A rule ends with its
 * finding number `MOST_FINDINGS`, which says so.
 *
 * @throws Cancelled between two rules, once cancellation is requested.
 */
export function runRules(rules: readonly Rule[], context: RuleContext, options: RunOptions): Report[] {
  const suppressions = suppressionsOf(context.document);
  const reports: Report[] = [];
  for (let nth = 0; nth < rules.length; nth++) {
    const rule = rules[nth] as Rule;
    throwIfCancelled(options.cancellation);

    const severity = context.config.severityOf(rule);
    if (severity === "off") continue;

    let left = MOST_FINDINGS;
    // One broken rule must not hide the findings of the others.
    try {
      const found = rule.check(context);
      if (isEmptyList(found)) continue;
      for (const finding of found) {
        if (suppressions.isSuppressed(rule.id, finding.span)) continue;
        left -= 1;
        reports.push(toReport(finding, rule.id, severity, left === 0));
        if (left === 0) break;
      }
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      options.onCrash(rule, error);
    }
  }
  return withDoubt(reports, rules, context).sort(byPlace);
}

/**
 * Where the English of a page is known from another locale's page alone, lines that one has lost are missed by nobody:
 * what is found by comparing them are hints then, with fixes that somebody has to look at and choose.
 */
function withDoubt(reports: Report[], rules: readonly Rule[], { sources }: RuleContext): Report[] {
  if (sources.base?.origin !== "sibling-page") return reports;
  const comparing = new Set(rules.filter(({ comparesWithBase }) => comparesWithBase).map(({ id }) => id));
  return reports.map((report) => (comparing.has(report.ruleId) ? toHint(report) : report));
}

function toHint(report: Report): Report {
  const fixes = report.fixes?.map((fix) => ({ ...fix, isPreferred: false, isSafe: false }));
  return { ...report, severity: "hint", ...(fixes !== undefined && { fixes }) };
}

function toReport(finding: Finding, ruleId: string, severity: Severity, isLast: boolean): Report {
  const { span, fixes, related } = finding;
  const message = isLast ? `${finding.message} ${NO_MORE}` : finding.message;
  // Written out, all of one shape: what is added to an object that was spread, V8 looks up anew each time.
  return { ruleId, severity, span, message, fixes, related };
}

/** Page order, as reports are given: by place, then by rule. */
export function byPlace(a: Report, b: Report): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || compareText(a.ruleId, b.ruleId);
}

// Not localeCompare: output must not depend on the reader's machine.
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
