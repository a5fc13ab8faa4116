import type { Document } from "../document/document.ts";
import type { Block } from "../markdown/structure.ts";
import { pickFixes, preferredFix } from "../rules/pick-fixes.ts";
import type { Fix } from "../rules/rule.ts";
import type { Report } from "../rules/run.ts";
import type { TextEdit } from "../text/edit.ts";
import { lazily } from "../text/lazily.ts";
import type { Span } from "../text/span.ts";
import { TakenSpans } from "../text/taken-spans.ts";
import { suppressInPage, suppressOnce } from "./suppress-report.ts";

/** Something the writer can choose to do about a finding. */
export interface CodeAction {
  /** `fix`: a way out; `suppress`: silence it; `explain`: read about its rule. */
  readonly kind: "fix" | "suppress" | "explain";
  readonly title: string;
  readonly report: Report;
  readonly edits: readonly TextEdit[];
  readonly createFile: Fix["createFile"];
  /** The best of all that is offered for its finding. */
  readonly isPreferred: boolean;
}

/** Nobody reads the choices for more findings than this. */
const MOST_LISTED = 100;

/**
 * What can be done about the findings that a selection touches: ways out first, the preferred one of each leading. Of very
 * many, the first are dealt with one by one.
 */
export function findCodeActions(
  document: Document,
  reports: readonly Report[],
  selection: Span,
): readonly CodeAction[] {
  const touched = reports.filter(({ span }) => span.start <= selection.end && selection.start <= span.end);
  const listed = touched.slice(0, MOST_LISTED);
  const fixes = withoutRepeats(listed.flatMap((report) => fixesOf(report)));
  // One line about a rule is enough, however many of its findings the selection touches.
  const rules = new Map(touched.map((report) => [report.ruleId, report]));
  // To find them reads all of the page.
  const blocks = lazily(() => Array.from(document.structure.blocks));
  return [
    ...fixes.filter(({ isPreferred }) => isPreferred),
    ...fixes.filter(({ isPreferred }) => !isPreferred),
    ...Array.from(rules.keys(), (ruleId) => fixesThroughout(ruleId, reports, touched)).flat(),
    ...listed.flatMap((report) => silencings(document, report, blocks)),
    ...Array.from(rules.values(), explain),
  ];
}

/** Edits of all safe fixes that do not stand in each other's way; what is left over waits for the next time. */
export function findSafeEdits(reports: readonly Report[]): readonly TextEdit[] {
  const taken = new TakenSpans();
  const edits: TextEdit[] = [];
  for (const { fixes } of reports) {
    const fix = fixes?.find(({ isSafe, createFile }) => isSafe === true && createFile === undefined);
    if (fix === undefined || !fix.edits.every(({ span }) => taken.isFree(span))) continue;
    for (const edit of fix.edits) {
      taken.take(edit.span);
      edits.push(edit);
    }
  }
  return edits;
}

function fixesOf(report: Report): CodeAction[] {
  return (report.fixes ?? []).map(({ title, edits, isPreferred = false, createFile }) => ({
    kind: "fix",
    title,
    report,
    edits,
    createFile,
    isPreferred,
  }));
}

/** Two rules may find the same damage, and each way out is offered once: a link that is broken differs from English, too. */
function withoutRepeats(fixes: readonly CodeAction[]): CodeAction[] {
  const seen = new Map<string, CodeAction>();
  for (const fix of fixes) {
    const key = JSON.stringify([fix.title, fix.edits]);
    if (seen.get(key)?.isPreferred !== true) seen.set(key, fix);
  }
  return [...seen.values()];
}

/**
 * The preferred fixes of all findings of a rule, where more than one can be fixed: a machine errs the same way often. Not
 * where those that are touched would all stay.
 */
function fixesThroughout(
  ruleId: string,
  reports: readonly Report[],
  touched: readonly Report[],
): CodeAction[] {
  const fixes = pickFixes(reports.filter((each) => each.ruleId === ruleId));
  if (fixes.length < 2) return [];
  const picked = new Set(fixes);
  const report = touched.find((each) => each.ruleId === ruleId && picked.has(preferredFix(each) as Fix));
  if (report === undefined) return [];
  const title = `Fix ${fixes.length} findings of ${ruleId} in this page`;
  const edits = fixes.flatMap((fix) => fix.edits);
  return [{ kind: "fix", title, report, edits, createFile: undefined, isPreferred: false }];
}

function silencings(document: Document, report: Report, blocks: () => readonly Block[]): CodeAction[] {
  const once = suppressOnce(document, report, blocks);
  const page = suppressInPage(document, report);
  return [
    ...(once === undefined ? [] : [suppression(report, `Disable ${report.ruleId} here`, once)]),
    ...(page === undefined ? [] : [suppression(report, `Disable ${report.ruleId} in this page`, page)]),
  ];
}

function suppression(report: Report, title: string, edits: readonly TextEdit[]): CodeAction {
  return { kind: "suppress", title, report, edits, createFile: undefined, isPreferred: false };
}

function explain(report: Report): CodeAction {
  return {
    kind: "explain",
    title: `Show documentation of ${report.ruleId}`,
    report,
    edits: [],
    createFile: undefined,
    isPreferred: false,
  };
}
