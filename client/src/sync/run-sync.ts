import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { PlannedPage, SyncPlan } from "../../../server/src/protocol.ts";
import { type Applied, applyPlan } from "./apply-plan.ts";
import { askPlan } from "./ask-plan.ts";
import { goToSegment, showAt } from "./go-to-segment.ts";
import { findReadOnly, refuse } from "./place.ts";
import { describeOffers, describeSummary, logLines, summarize, type SyncSummary } from "./summary.ts";
import { isOffered } from "./to-workspace-edit.ts";

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
  // Nobody who is up to date wants to be asked each time about pages that he leaves as they are.
  const isDue = !changed.every(isOffered);
  const applied = isDue ? await applyPlan(changed, isConfirmed) : NOTHING;
  if (applied === undefined) {
    tellNothing();
    return undefined;
  }
  report(client, allowed, applied);
  return summarize(allowed, applied);
}

const NOTHING: Applied = { outcomes: [], removed: [] };

function tellNothing(): void {
  vscode.window.setStatusBarMessage(vscode.l10n.t("Nothing was synced."), 5_000);
}

/** Lets the writer choose among pages that can be created or removed. */
async function carryOutOffers(client: LanguageClient, plan: SyncPlan): Promise<void> {
  const applied = await applyPlan(plan.pages.filter(isChanged), false);
  if (applied === undefined || applied.outcomes.length + applied.removed.length === 0) tellNothing();
  else report(client, plan, applied);
}

/** Whether anything is to be done about a page, and not only decided. */
export function isChanged({ changes, moveTo, newText, offer }: PlannedPage): boolean {
  return changes.length > 0 || moveTo !== undefined || newText !== undefined || offer !== undefined;
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

function report(client: LanguageClient, plan: SyncPlan, applied: Applied): void {
  const lines = logLines(plan, applied);
  for (const line of lines) client.outputChannel.info(line);
  const [problem] = plan.problems;
  if (applied.outcomes.length + applied.removed.length === 0) {
    if (plan.pages.length > 0 || plan.problems.length > 1) void offerIdle(client, plan, lines);
    else if (problem !== undefined) refuse(`${problem.path}: ${problem.message}`);
    else void vscode.window.showInformationMessage(tellIdle(plan));
    return;
  }
  void offer(client, describeSummary(summarize(plan, applied)), lines, applied);
}

function tellIdle(plan: SyncPlan): string {
  const { t } = vscode.l10n;
  const { unchanged, problems } = plan;
  const undecided = plan.pages.filter((page) => !isOffered(page)).length;
  if (unchanged + plan.pages.length + problems.length === 0) return t("There are no localized pages here.");
  const [only, ...others] = plan.pages.filter(({ offer }) => offer !== undefined);
  if (only?.offer !== undefined && others.length + undecided + unchanged + problems.length === 0) {
    return `${only.path}: ${only.offer.reason}`;
  }
  const idle = unchanged === 1 ? t("The page is in step with English.") : undefined;
  const sentences = [idle ?? t("{0} pages are in step with English.", unchanged)];
  if (undecided > 0) sentences.push(t("{0} need a decision of yours.", undecided));
  sentences.push(...describeOffers(plan));
  if (problems.length > 0) sentences.push(t("{0} could not be synced.", problems.length));
  return sentences.join(" ");
}

/** Says that pages are in step, and offers what could be done about others. */
async function offerIdle(client: LanguageClient, plan: SyncPlan, lines: readonly string[]): Promise<void> {
  const choose = vscode.l10n.t("Choose Pages…");
  const showLog = vscode.l10n.t("Show Log");
  const buttons = [...(plan.pages.some(isOffered) ? [choose] : []), ...(lines.length === 0 ? [] : [showLog])];
  const chosen = await vscode.window.showInformationMessage(tellIdle(plan), ...buttons);
  if (chosen === showLog) client.outputChannel.show();
  if (chosen === choose) await carryOutOffers(client, plan);
}

/** Says what was done, with buttons that lead to what there is to do and to what there is to know. */
async function offer(
  client: LanguageClient,
  message: string,
  lines: readonly string[],
  { outcomes }: Applied,
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
