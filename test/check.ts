import assert from "node:assert/strict";
import type { Rule } from "../server/src/core/rules/rule.ts";
import { type Report, runRules } from "../server/src/core/rules/run.ts";
import { applyEdits } from "../server/src/core/text/edit.ts";
import { type OpenPage, openFixture } from "./open.ts";

/** Options of `checkRule` and `checkFix`. */
export interface CheckOptions {
  /** Name of the folder that holds the fixture's files, for rules that read a locale from it. */
  readonly rootName?: string;
}

/** The single place that calls the rule engine, so that a change of its interface edits one file, not every test. */
function runOn(rule: Rule, { context }: OpenPage): Report[] {
  return runRules([rule], context, {
    onCrash: (_rule, error) => {
      throw error;
    },
  });
}

/**
 * Checks every page of a fixture with one rule. Each `[|mark|]` needs one `//^ rule-id: message` line; a mark, a line
 * or a finding that is left over fails.
 */
export function checkRule(rule: Rule, fixture: string, { rootName }: CheckOptions = {}): void {
  for (const page of openFixture(fixture, rootName)) {
    assert.equal(page.marks.length, page.expected.length, `${page.path}: every [|…|] needs one //^ line`);
    const actual = runOn(rule, page).map(({ span, ruleId, message }) => ({
      span,
      text: page.text.slice(span.start, span.end),
      says: `${ruleId}: ${message}`,
    }));
    const expected = page.marks.map((span, nth) => ({
      span,
      text: page.text.slice(span.start, span.end),
      says: page.expected[nth],
    }));
    assert.deepEqual(actual, expected, page.path);
  }
}

/**
 * Applies one fix to the first page of a fixture, whose marks and expectations are ignored: the fix called `title`, or
 * the preferred one of the first finding. Then the finding must be gone.
 */
export function checkFix(
  rule: Rule,
  before: string,
  after: string,
  title?: string,
  options: CheckOptions = {},
): void {
  const page = openFixture(before, options.rootName)[0];
  assert.ok(page, "the fixture has no page");
  const fixes = runOn(rule, page).flatMap((report) => report.fixes ?? []);
  const fix =
    title === undefined
      ? fixes.find((each) => each.isPreferred === true)
      : fixes.find((each) => each.title === title);
  assert.ok(fix, `no such fix; offered: ${fixes.map((each) => each.title).join(" | ") || "none"}`);
  assert.equal(applyEdits(page.text, fix.edits), after);

  const again = openFixture(before.replace(page.text, after), options.rootName)[0];
  if (again?.text !== after) return;
  const titles = runOn(rule, again)
    .flatMap((report) => report.fixes ?? [])
    .map((each) => each.title);
  assert.ok(!titles.includes(fix.title), `the fixed page is offered the same fix again: ${fix.title}`);
}

/** The titles of all fixes offered on the first page of a fixture, in order. */
export function fixTitles(rule: Rule, fixture: string, options: CheckOptions = {}): string[] {
  const page = openFixture(fixture, options.rootName)[0];
  assert.ok(page, "the fixture has no page");
  return runOn(rule, page)
    .flatMap((report) => report.fixes ?? [])
    .map((each) => each.title);
}
