import type { SyncConflict, SyncCounts } from "../../core/sync/sync.ts";
import type { Range } from "../positions.ts";
import { counted } from "../words.ts";

/** What became of a page, as `--format json` prints it. */
export interface SyncedDocument {
  readonly root?: string;
  readonly file: string;
  /** `moved` and `removed` are proposals: the English page has gone elsewhere, or is gone. */
  readonly action: "unchanged" | "updated" | "conflict" | "moved" | "removed";
  readonly counts: SyncCounts;
  readonly conflicts: readonly { readonly message: SyncConflict["message"]; readonly range: Range }[];
  /** English and translation of the segments that left the page. */
  readonly removedSegments: readonly {
    readonly id: string;
    readonly source: string;
    readonly target: string;
  }[];
}

export function reportSyncJson(documents: readonly SyncedDocument[]): string {
  const entries = documents.map(({ counts, root, file, action, conflicts, removedSegments }) => ({
    ...(root === undefined ? {} : { root }),
    file,
    action,
    ...counts,
    conflicts,
    removedSegments,
  }));
  return `${JSON.stringify({ version: 1, documents: entries }, undefined, 2)}\n`;
}

/** What a person reads below the diff: what needs a decision, and how much there is to do. */
export function summarizeSync(
  documents: readonly SyncedDocument[],
  show: (document: SyncedDocument) => string,
): string {
  const lines = documents.flatMap((document) =>
    document.conflicts.map(
      ({ message, range }) =>
        `${show(document)}:${range.start.line + 1}:${range.start.character + 1}: ${message}\n`,
    ),
  );
  const sum = (pick: (counts: SyncCounts) => number): number =>
    documents.reduce((total, { counts }) => total + pick(counts), 0);
  const changed = documents.filter(({ action }) => action === "updated" || action === "conflict").length;
  const kinds = [
    `${sum(({ kept }) => kept)} kept`,
    `${sum(({ reused }) => reused)} reused`,
    `${sum((counts) => counts.new)} new`,
    `${sum(({ changed: count }) => count)} changed`,
    `${sum(({ removed }) => removed)} removed`,
  ];
  const conflicts = counted(lines.length, "conflict", "conflicts");
  return `${lines.join("")}${counted(documents.length, "page", "pages")}, ${changed} to update: segments ${kinds.join(", ")}; ${conflicts}.\n`;
}
