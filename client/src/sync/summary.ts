import * as vscode from "vscode";
import type { SyncChange, SyncPlan, SyncPlanCounts } from "../../../server/src/protocol.ts";
import type { Applied, Outcome } from "./apply-plan.ts";

/** What a sync did. */
export interface SyncSummary {
  /** Pages that were changed. */
  readonly pages: number;
  /** Pages that English had and the locale had not, and that were created. */
  readonly created: number;
  /** Pages without English that were removed. */
  readonly removed: number;
  readonly counts: SyncPlanCounts;
  readonly conflicts: number;
  /** Changes that the writer has left out. */
  readonly leftOut: number;
  /** Pages that could not be synced. */
  readonly problems: number;
}

/** Changes that are made because of other pages. */
const FOLLOWING: ReadonlySet<SyncChange["kind"]> = new Set<SyncChange["kind"]>(["links", "redirections"]);

/** Adds up what became of a plan. */
export function summarize({ pages, problems }: SyncPlan, { outcomes, removed }: Applied): SyncSummary {
  const counts = { kept: 0, carried: 0, reused: 0, new: 0, changed: 0, removed: 0 };
  for (const outcome of outcomes) {
    for (const kind of Object.keys(counts) as (keyof SyncPlanCounts)[]) {
      const missed = kind === "kept" ? 0 : leftOutOf(outcome).filter((each) => each.kind === kind).length;
      counts[kind] += Math.max(0, outcome.page.counts[kind] - missed);
    }
  }
  return {
    pages: outcomes.filter(
      ({ page, accepted, isInPlace }) =>
        (isInPlace && page.offer === undefined) || accepted.some(({ kind }) => !FOLLOWING.has(kind)),
    ).length,
    created: outcomes.filter(({ page }) => page.offer !== undefined).length,
    removed: removed.length,
    counts,
    conflicts: pages.flatMap(({ conflicts }) => conflicts).length,
    leftOut: outcomes.flatMap(leftOutOf).length,
    problems: problems.length,
  };
}

function leftOutOf({ page, accepted }: Outcome): readonly SyncChange[] {
  return page.changes.filter(
    (each) => !each.isOrigin && each.kind !== "redirections" && !accepted.includes(each),
  );
}

/** The summary in a few sentences. */
export function describeSummary(summary: SyncSummary): string {
  const { t } = vscode.l10n;
  const { pages, created, removed, leftOut, problems } = summary;
  const isAbout = pages + created > 0 || removed === 0;
  return [
    ...(pages > 0 || isAbout ? [t("{0}: {1}.", describeDone(summary), describeCounts(summary))] : []),
    ...(removed === 0 ? [] : [removed === 1 ? t("1 page removed.") : t("{0} pages removed.", removed)]),
    ...(leftOut === 0 ? [] : [describeLeftOut(leftOut)]),
    ...(problems === 0 ? [] : [describeProblems(problems)]),
  ].join(" ");
}

function describeDone({ pages, created }: SyncSummary): string {
  const { t } = vscode.l10n;
  const synced = pages === 1 ? t("1 page synced") : t("{0} pages synced", pages);
  if (created === 0) return synced;
  const fresh = created === 1 ? t("1 page created") : t("{0} pages created", created);
  return pages === 0 ? fresh : t("{0}, {1}", synced, fresh);
}

function describeCounts({ counts, conflicts }: SyncSummary): string {
  const { t } = vscode.l10n;
  const parts = [
    counts.kept === 1 ? t("1 segment kept") : t("{0} segments kept", counts.kept),
    ...(counts.changed > 0 ? [t("{0} changed", counts.changed)] : []),
    ...(counts.new > 0 ? [t("{0} new", counts.new)] : []),
    ...(counts.reused > 0 ? [t("{0} reused", counts.reused)] : []),
    ...(counts.removed > 0 ? [t("{0} removed", counts.removed)] : []),
    ...(conflicts > 0 ? [conflicts === 1 ? t("1 conflict") : t("{0} conflicts", conflicts)] : []),
  ];
  return parts.reduce((list, part) => t("{0}, {1}", list, part));
}

function describeLeftOut(leftOut: number): string {
  const { t } = vscode.l10n;
  return leftOut === 1
    ? t("1 change was left out; the next sync will offer it again.")
    : t("{0} changes were left out; the next sync will offer them again.", leftOut);
}

function describeProblems(problems: number): string {
  const { t } = vscode.l10n;
  return problems === 1 ? t("1 page could not be synced.") : t("{0} pages could not be synced.", problems);
}

/** What English would have the writer decide about whole pages. Empty: nothing. */
export function describeOffers({ pages, unlocalized }: SyncPlan): readonly string[] {
  const { t } = vscode.l10n;
  const numberOf = (kind: string): number => pages.filter(({ offer }) => offer?.kind === kind).length;
  const [create, remove] = [numberOf("create") + unlocalized.length, numberOf("remove")];
  return [
    ...(create === 0
      ? []
      : [
          create === 1
            ? t("1 English page is not localized.")
            : t("{0} English pages are not localized.", create),
        ]),
    ...(remove === 0
      ? []
      : [
          remove === 1
            ? t("1 page has no English any more.")
            : t("{0} pages have no English any more.", remove),
        ]),
  ];
}

/**
 * For the log: what left the pages, what a person has to decide, what was offered and not asked for, and what could not be
 * synced. One line each.
 */
export function logLines(
  { pages, unlocalized, problems }: SyncPlan,
  { outcomes, removed }: Applied,
): string[] {
  const lines: string[] = [];
  for (const { page, document } of outcomes) {
    for (const { source, target } of page.removed) {
      // It may have been left out.
      if (document.getText().includes(target)) continue;
      lines.push(
        `${page.path}: removed, as English has it no longer: ${oneLine(target)} (${oneLine(source)})`,
      );
    }
  }
  for (const { path, conflicts } of pages) {
    for (const { message, position } of conflicts) lines.push(`${path}:${position.line + 1}: ${message}`);
  }
  const done = new Set([...outcomes.map(({ page }) => page), ...removed]);
  for (const page of pages) {
    if (page.offer !== undefined && !done.has(page)) lines.push(`${page.path}: ${page.offer.reason}`);
  }
  const reason = vscode.l10n.t("English has this page, and the locale has not.");
  for (const path of unlocalized) lines.push(`${path}: ${reason}`);
  for (const { path, message } of problems) lines.push(`${path}: ${message}`);
  return lines;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
