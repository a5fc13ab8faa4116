import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { PlannedPage, SyncPlan } from "../../../server/src/protocol.ts";
import { applyPlan, type Outcome } from "./apply-plan.ts";
import { askPlan } from "./ask-plan.ts";
import { goToSegment, showAt } from "./go-to-segment.ts";
import { findReadOnly, refuse } from "./place.ts";
import { describeSummary, logLines, summarize, type SyncSummary } from "./summary.ts";

/**
 * Syncs pages and all pages of folders: compares them with English, shows the changes, makes those that the writer
 * confirms, and says what was done. `undefined`: nothing was changed, which the writer knows or has been told.
 */
export async function runSync(
  client: LanguageClient,
  uris: readonly vscode.Uri[],
): Promise<SyncSummary | undefined> {
  const plan = await askPlan(client, uris);
  return plan && carryOut(client, plan, false);
}

/** Carries out a plan. `isConfirmed`: the writer has seen the changes already. */
export async function carryOut(
  client: LanguageClient,
  plan: SyncPlan,
  isConfirmed: boolean,
): Promise<SyncSummary | undefined> {
  const allowed = await withoutReadOnly(plan);
  const changed = allowed.pages.filter(isChanged);
  const outcomes = changed.length === 0 ? [] : await applyPlan(changed, isConfirmed);
  if (outcomes === undefined) {
    vscode.window.setStatusBarMessage(vscode.l10n.t("Nothing was synced."), 5_000);
    return undefined;
  }
  report(client, allowed, outcomes);
  return summarize(allowed, outcomes);
}

/** Whether anything is to be done about a page, and not only decided. */
export function isChanged({ changes, moveTo, newText }: PlannedPage): boolean {
  return changes.length > 0 || moveTo !== undefined || newText !== undefined;
}

/** The plan with pages that must not be written among those that cannot be synced. */
async function withoutReadOnly(plan: SyncPlan): Promise<SyncPlan> {
  const uriOf = ({ uri }: PlannedPage): vscode.Uri => vscode.Uri.parse(uri);
  const readOnly = await findReadOnly(plan.pages.map(uriOf));
  const isReadOnly = (page: PlannedPage): boolean => readOnly.has(uriOf(page).toString());
  const message = vscode.l10n.t("The file is read-only: make it writable, then sync again.");
  const problems = plan.pages.filter(isReadOnly).map(({ uri, path }) => ({ uri, path, message }));
  return {
    ...plan,
    pages: plan.pages.filter((page) => !isReadOnly(page)),
    problems: [...plan.problems, ...problems],
  };
}

function report(client: LanguageClient, plan: SyncPlan, outcomes: readonly Outcome[]): void {
  const lines = logLines(plan, outcomes);
  for (const line of lines) client.outputChannel.info(line);
  const [problem] = plan.problems;
  if (outcomes.length === 0) {
    if (plan.pages.length > 0 || plan.problems.length > 1) void offer(client, tellIdle(plan), lines);
    else if (problem !== undefined) refuse(`${problem.path}: ${problem.message}`);
    else void vscode.window.showInformationMessage(tellIdle(plan));
    return;
  }
  void offer(client, describeSummary(summarize(plan, outcomes)), lines, outcomes);
}

function tellIdle({ pages, unchanged, problems }: SyncPlan): string {
  const { t } = vscode.l10n;
  if (unchanged + pages.length + problems.length === 0) return t("There are no localized pages here.");
  const idle = unchanged === 1 ? t("The page is in step with English.") : undefined;
  const sentences = [idle ?? t("{0} pages are in step with English.", unchanged)];
  if (pages.length > 0) sentences.push(t("{0} need a decision of yours.", pages.length));
  if (problems.length > 0) sentences.push(t("{0} could not be synced.", problems.length));
  return sentences.join(" ");
}

/** Says what was done, with buttons that lead to what there is to do and to what there is to know. */
async function offer(
  client: LanguageClient,
  message: string,
  lines: readonly string[],
  outcomes: readonly Outcome[] = [],
): Promise<void> {
  const goTo = vscode.l10n.t("Go to First Segment");
  const showLog = vscode.l10n.t("Show Log");
  const needsPerson = outcomes.find(
    ({ page: { counts, conflicts } }) => counts.changed + counts.new + counts.reused + conflicts.length > 0,
  );
  const buttons = [...(needsPerson === undefined ? [] : [goTo]), ...(lines.length === 0 ? [] : [showLog])];
  const chosen = await vscode.window.showInformationMessage(message, ...buttons);
  if (chosen === showLog) client.outputChannel.show();
  if (chosen !== goTo || needsPerson === undefined) return;
  const { page, document } = needsPerson;
  const { changed, reused, new: fresh } = page.counts;
  const [conflict] = page.conflicts;
  if (changed + reused + fresh > 0) await goToSegment(client, { uri: document.uri }, "next");
  else if (conflict !== undefined) await showAt(document.uri, conflict.position);
}
