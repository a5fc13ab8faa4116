import * as vscode from "vscode";
import type { SyncChange, SyncPlan, SyncPlanCounts } from "../../../server/src/protocol.ts";
import type { Outcome } from "./apply-plan.ts";

/** What a sync did. */
export interface SyncSummary {
  /** Pages that were changed. */
  readonly pages: number;
  readonly counts: SyncPlanCounts;
  readonly conflicts: number;
  /** Changes that the writer has left out. */
  readonly leftOut: number;
  /** Pages that could not be synced. */
  readonly problems: number;
}

/** Adds up what became of a plan. */
export function summarize({ pages, problems }: SyncPlan, outcomes: readonly Outcome[]): SyncSummary {
  const counts = { kept: 0, carried: 0, reused: 0, new: 0, changed: 0, removed: 0 };
  for (const outcome of outcomes) {
    for (const kind of Object.keys(counts) as (keyof SyncPlanCounts)[]) {
      const missed = kind === "kept" ? 0 : leftOutOf(outcome).filter((each) => each.kind === kind).length;
      counts[kind] += Math.max(0, outcome.page.counts[kind] - missed);
    }
  }
  return {
    pages: outcomes.filter(
      ({ accepted, isInPlace }) => isInPlace || accepted.some(({ kind }) => kind !== "links"),
    ).length,
    counts,
    conflicts: pages.flatMap(({ conflicts }) => conflicts).length,
    leftOut: outcomes.flatMap(leftOutOf).length,
    problems: problems.length,
  };
}

function leftOutOf({ page, accepted }: Outcome): readonly SyncChange[] {
  return page.changes.filter((each) => !each.isOrigin && !accepted.includes(each));
}

/** The summary in a sentence or two. */
export function describeSummary({ pages, counts, conflicts, leftOut, problems }: SyncSummary): string {
  const { t } = vscode.l10n;
  const parts = [
    t("{0} kept", counts.kept),
    ...(counts.changed > 0 ? [t("{0} changed", counts.changed)] : []),
    ...(counts.new > 0 ? [t("{0} new", counts.new)] : []),
    ...(counts.reused > 0 ? [t("{0} reused", counts.reused)] : []),
    ...(counts.removed > 0 ? [t("{0} removed", counts.removed)] : []),
    ...(conflicts > 0 ? [conflicts === 1 ? t("1 conflict") : t("{0} conflicts", conflicts)] : []),
  ];
  const done = pages === 1 ? t("1 page synced") : t("{0} pages synced", pages);
  const sentences = [`${done}: ${parts.join(", ")}.`];
  if (leftOut > 0) {
    sentences.push(
      leftOut === 1
        ? t("1 change was left out; the next sync will offer it again.")
        : t("{0} changes were left out; the next sync will offer them again.", leftOut),
    );
  }
  if (problems > 0) {
    sentences.push(
      problems === 1 ? t("1 page could not be synced.") : t("{0} pages could not be synced.", problems),
    );
  }
  return sentences.join(" ");
}

/** For the log: what left the pages, what a person has to decide, and what could not be synced. One line each. */
export function logLines({ pages, problems }: SyncPlan, outcomes: readonly Outcome[]): string[] {
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
  for (const { path, message } of problems) lines.push(`${path}: ${message}`);
  return lines;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
