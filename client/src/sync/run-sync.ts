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
  return plan && carryOut(client, uris, plan, false);
}

/** Carries out a plan about pages and folders. `isConfirmed`: the writer has seen the changes already. */
export async function carryOut(
  client: LanguageClient,
  uris: readonly vscode.Uri[],
  plan: SyncPlan,
  isConfirmed: boolean,
): Promise<SyncSummary | undefined> {
  const allowed = await withoutReadOnly(plan);
  const changed = allowed.pages.filter(isChanged);
  // Whoever is up to date does not want to be asked each time about pages that are left as they are.
  const isDue = !changed.every(isOffered);
  const applied = isDue ? await applyPlan(changed, isConfirmed) : NOTHING;
  if (applied === undefined) {
    tellNothing();
    return undefined;
  }
  const offered = { uris, pages: isDue ? [] : changed };
  report(client, allowed, applied, offered);
  return summarize(allowed, applied);
}

const NOTHING: Applied = { outcomes: [], removed: [] };

function tellNothing(): void {
  vscode.window.setStatusBarMessage(vscode.l10n.t("Nothing was synced."), 5_000);
}

/** What a writer may have done about whole pages. */
interface Offered {
  /** What was synced. */
  readonly uris: readonly vscode.Uri[];
  /** Pages that nobody has chosen from yet. */
  readonly pages: readonly PlannedPage[];
}

/** Lets the writer choose among pages that can be created or removed. New ones are made now, where there are many. */
async function carryOutOffers(
  client: LanguageClient,
  plan: SyncPlan,
  { uris, pages }: Offered,
): Promise<void> {
  const fresh =
    plan.unlocalized.length === 0 ? undefined : await askPlan(client, uris, { isForNewPages: true });
  if (plan.unlocalized.length > 0 && fresh === undefined) return;
  const offered = [...pages, ...(fresh?.pages ?? [])];
  const applied = await applyPlan(offered, false);
  if (applied === undefined || applied.outcomes.length + applied.removed.length === 0) tellNothing();
  else report(client, { ...plan, pages: offered, unlocalized: [] }, applied, { uris, pages: [] });
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

function report(client: LanguageClient, plan: SyncPlan, applied: Applied, offered: Offered): void {
  const lines = logLines(plan, applied);
  for (const line of lines) client.outputChannel.info(line);
  const [problem] = plan.problems;
  if (applied.outcomes.length + applied.removed.length === 0) {
    if (plan.pages.length + plan.unlocalized.length > 0 || plan.problems.length > 1) {
      void offerIdle(client, plan, lines, offered);
    } else if (problem !== undefined) refuse(`${problem.path}: ${problem.message}`);
    else void vscode.window.showInformationMessage(tellIdle(plan));
    return;
  }
  void offer(client, plan, lines, applied, offered);
}

function tellIdle(plan: SyncPlan): string {
  const { t } = vscode.l10n;
  const { unchanged, problems } = plan;
  const undecided = plan.pages.filter((page) => !isOffered(page)).length;
  if (unchanged + plan.pages.length + plan.unlocalized.length + problems.length === 0)
    return t("There are no localized pages here.");
  const [only, ...others] = plan.pages.filter(({ offer }) => offer !== undefined);
  if (
    only?.offer !== undefined &&
    others.length + plan.unlocalized.length + undecided + unchanged + problems.length === 0
  ) {
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
async function offerIdle(
  client: LanguageClient,
  plan: SyncPlan,
  lines: readonly string[],
  offered: Offered,
): Promise<void> {
  const choose = vscode.l10n.t("Choose Pages…");
  const showLog = vscode.l10n.t("Show Log");
  const isOffering = plan.pages.some(isOffered) || plan.unlocalized.length > 0;
  const buttons = [...(isOffering ? [choose] : []), ...(lines.length === 0 ? [] : [showLog])];
  const chosen = await vscode.window.showInformationMessage(tellIdle(plan), ...buttons);
  if (chosen === showLog) client.outputChannel.show();
  if (chosen === choose) await carryOutOffers(client, plan, offered);
}

/** Says what was done, with buttons that lead to what there is to do and to what there is to know. */
async function offer(
  client: LanguageClient,
  plan: SyncPlan,
  lines: readonly string[],
  applied: Applied,
  offered: Offered,
): Promise<void> {
  const { outcomes } = applied;
  const goTo = vscode.l10n.t("Go to First Segment");
  const choose = vscode.l10n.t("Choose Pages…");
  const showLog = vscode.l10n.t("Show Log");
  const needsPerson = outcomes.find(
    ({ page: { counts, conflicts } }) => counts.changed + counts.new + counts.reused + conflicts.length > 0,
  );
  const isOffering = plan.unlocalized.length > 0;
  const buttons = [
    ...(needsPerson === undefined ? [] : [goTo]),
    ...(isOffering ? [choose] : []),
    ...(lines.length === 0 ? [] : [showLog]),
  ];
  const done = describeSummary(summarize(plan, applied));
  // What else was offered was in the preview.
  const more = isOffering ? describeOffers({ ...plan, pages: [] }) : [];
  const chosen = await vscode.window.showInformationMessage([done, ...more].join(" "), ...buttons);
  if (chosen === showLog) client.outputChannel.show();
  if (chosen === choose) await carryOutOffers(client, plan, offered);
  if (chosen !== goTo || needsPerson === undefined) return;
  const { page, document } = needsPerson;
  const { changed, reused, new: fresh } = page.counts;
  const [conflict] = page.conflicts;
  if (changed + reused + fresh > 0) await goToSegment(client, { uri: document.uri }, "next");
  else if (conflict !== undefined) await showAt(document.uri, conflict.position);
}
