import type { Rule, RuleContext } from "../core/rules/rule.ts";
import { type Cancellation, throwIfCancelled } from "../core/cancellation.ts";
import { byPlace, type Report, runRules } from "../core/rules/run.ts";
import type { Slices } from "./slices.ts";

/** What `checkPage` works with. */
export interface CheckOptions {
  readonly rules: readonly Rule[];
  readonly slices: Slices;
  readonly cancellation: Cancellation | undefined;
  readonly onCrash: (rule: Rule, error: unknown) => void;
}

/**
 * `runRules`, but with pauses between two rules: without them nobody could hear that the writer has typed on and that
 * the answer is no longer wanted.
 *
 * @throws Cancelled once cancellation is requested.
 */
export async function checkPage(context: RuleContext, options: CheckOptions): Promise<readonly Report[]> {
  const { rules, slices, cancellation, onCrash } = options;
  const reports: Report[] = [];
  for (const rule of rules) {
    await slices.pause();
    throwIfCancelled(cancellation);
    reports.push(...runRules([rule], context, { onCrash }));
  }
  return reports.sort(byPlace);
}
