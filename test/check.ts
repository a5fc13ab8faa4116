import assert from "node:assert/strict";
import { readProjectConfig } from "../server/src/core/config/read-project-config.ts";
import { parseDocument } from "../server/src/core/document/parse-document.ts";
import { rules } from "../server/src/core/rules/registry.ts";
import type { Rule, RuleContext } from "../server/src/core/rules/rule.ts";
import { type Report, runRules } from "../server/src/core/rules/run.ts";
import { applyEdits } from "../server/src/core/text/edit.ts";
import { openFixture, openTexts, TODAY } from "./open.ts";

/** Options of `checkRule` and `checkFix`. */
export interface CheckOptions {
  /** Name of the folder that holds the fixture's files, for rules that read a locale from it. */
  readonly rootName?: string;
}

/** The single place that calls the rule engine, so that a change of its interface edits one file, not every test. */
function run(chosen: readonly Rule[], context: RuleContext): Report[] {
  return runRules(chosen, context, {
    onCrash: (_rule, error) => {
      throw error;
    },
  });
}

/** A page of which the English page is known. */
export interface PageWithEnglish {
  readonly text: string;
  readonly english: string;
  /** Of both. */
  readonly length: number;
}

/**
 * What a writer waits for: a page that is alone in its folder, or has its English beside it, parsed, and all rules run
 * with their fixes.
 */
export function checkText(page: string | PageWithEnglish): Report[] {
  const path = "zh-cn/page.md";
  const { text, english } = typeof page === "string" ? { text: page, english: undefined } : page;
  const { config } = readProjectConfig(undefined);
  const document = parseDocument(text);
  const texts = new Map([[path, text]]);
  if (english !== undefined) texts.set("en-us/page.md", english);
  const opened = openTexts(texts, config);
  // Who reads a folder to check it does not parse the page again to sum it up for links.
  const workspace = opened.workspace.withPage(path, text, document);
  const sources = opened.sourcesOf(path, document);
  return run(rules, { document, path, workspace, sources, config, today: TODAY });
}

/**
 * Checks every page of a fixture with one rule. Each `[|mark|]` needs one `//^ rule-id: message` line; a mark, a line
 * or a finding that is left over fails.
 */
export function checkRule(rule: Rule, fixture: string, { rootName }: CheckOptions = {}): void {
  for (const page of openFixture(fixture, rootName)) {
    assert.equal(page.marks.length, page.expected.length, `${page.path}: every [|…|] needs one //^ line`);
    const actual = run([rule], page.context).map(({ span, ruleId, message }) => ({
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
  const fixes = run([rule], page.context).flatMap((report) => report.fixes ?? []);
  const fix =
    title === undefined
      ? fixes.find((each) => each.isPreferred === true)
      : fixes.find((each) => each.title === title);
  assert.ok(fix, `no such fix; offered: ${fixes.map((each) => each.title).join(" | ") || "none"}`);
  assert.equal(applyEdits(page.text, fix.edits), after);

  const again = openFixture(before.replace(page.text, after), options.rootName)[0];
  if (again?.text !== after) return;
  const titles = run([rule], again.context)
    .flatMap((report) => report.fixes ?? [])
    .map((each) => each.title);
  assert.ok(!titles.includes(fix.title), `the fixed page is offered the same fix again: ${fix.title}`);
}

/** The titles of all fixes offered on the first page of a fixture, in order. */
export function fixTitles(rule: Rule, fixture: string, options: CheckOptions = {}): string[] {
  const page = openFixture(fixture, options.rootName)[0];
  assert.ok(page, "the fixture has no page");
  return run([rule], page.context)
    .flatMap((report) => report.fixes ?? [])
    .map((each) => each.title);
}
