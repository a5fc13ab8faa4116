import type { RedirectionEntry } from "../../core/moves/redirection-entry.ts";
import type { SyncConflict, SyncCounts } from "../../core/sync/sync.ts";
import type { Range } from "../positions.ts";
import { counted } from "../../core/text/counted.ts";
import { overwrittenLine } from "../words.ts";
import { oneLine } from "../../core/text/one-line.ts";

/** What became of a page, as `--format json` prints it. */
export interface SyncedDocument {
  readonly root?: string;
  readonly file: string;
  readonly action: "unchanged" | "updated" | "conflict" | "moved" | "created" | "removed";
  /** The new path of one that moved. */
  readonly to?: string;
  readonly counts: SyncCounts;
  /** What a person has to decide; for a page whose English is gone, whether to remove it. */
  readonly conflicts: readonly { readonly message: SyncConflict["message"]; readonly range: Range }[];
  /** English and translation of the segments that left the page. */
  readonly removedSegments: readonly {
    readonly id: string;
    readonly source: string;
    readonly target: string;
  }[];
  /** Of one whose English is gone: the entry of `.openpublishing.redirection.json` that sends its readers elsewhere. */
  readonly redirection?: RedirectionEntry;
  /** The file that it belongs into, from whose folder its path counts. Not there: none has been found. */
  readonly redirectionFile?: string;
  /** Set where a redirection sends its readers elsewhere already, so that none is to be added. */
  readonly isRedirected?: true;
}

/** What became of the pages of a sync, as JSON with a line end: see `docs/command-line.md`. */
export function reportSyncJson(documents: readonly SyncedDocument[]): string {
  const entries = documents.map(
    ({ counts, root, file, action, to, conflicts, removedSegments, redirection, redirectionFile }) => ({
      ...(root !== undefined && { root }),
      file,
      action,
      ...(to !== undefined && { to }),
      ...counts,
      conflicts,
      removedSegments,
      ...(redirection !== undefined && { redirection }),
      ...(redirectionFile !== undefined && { redirectionFile }),
    }),
  );
  return `${JSON.stringify({ version: 1, documents: entries }, undefined, 2)}\n`;
}

/** What a summary says beside the documents. */
export interface SyncSummary {
  readonly show: (file: string, document: SyncedDocument) => string;
  /** Whether the files have been written. */
  readonly isDone: boolean;
  /** English pages without a localized one. */
  readonly unlocalized: number;
  /** Files that had other content, in a folder that is not the root. */
  readonly overwritten: number;
}

/** What a person reads below the diff: what moves, what needs a decision, and how much there is to do. */
export function summarizeSync(documents: readonly SyncedDocument[], summary: SyncSummary): string {
  const lines = documents.flatMap((document) => [
    ...moveLines(document, summary),
    ...conflictLines(document, summary),
    ...removalLines(document, summary),
  ]);
  const { isDone, unlocalized, overwritten } = summary;
  const count = (...actions: SyncedDocument["action"][]): number =>
    documents.filter(({ action }) => actions.includes(action)).length;
  const parts = [
    `${count("updated", "conflict")} ${isDone ? "updated" : "to update"}`,
    ...[
      [count("moved"), isDone ? "moved" : "to move"] as const,
      [count("created"), isDone ? "created" : "to create"] as const,
      [count("removed"), "whose English is gone"] as const,
    ].flatMap(([number, what]) => (number === 0 ? [] : [`${number} ${what}`])),
  ];
  const sum = (pick: (counts: SyncCounts) => number): number =>
    documents.reduce((total, { counts }) => total + pick(counts), 0);
  const kinds = [
    `${sum(({ kept }) => kept)} kept`,
    `${sum(({ reused }) => reused)} reused`,
    `${sum((counts) => counts.new)} new`,
    `${sum(({ changed }) => changed)} changed`,
    `${sum(({ removed }) => removed)} removed`,
  ];
  const conflicts = documents.reduce((total, { conflicts: each }) => total + each.length, 0);
  lines.push(
    `${counted(documents.length, "page", "pages")}, ${parts.join(", ")}: segments ${kinds.join(", ")}; ${counted(conflicts, "conflict", "conflicts")}.\n`,
  );
  if (unlocalized > 0) {
    const pages = counted(unlocalized, "English page has", "English pages have");
    lines.push(`${pages} no page here; \`lockstep status --missing\` lists them, \`--create\` makes them.\n`);
  }
  lines.push(overwrittenLine(overwritten));
  return lines.join("");
}

function moveLines(document: SyncedDocument, { show, isDone }: SyncSummary): string[] {
  const { file, action, to, counts } = document;
  const from = show(file, document);
  const will = isDone ? "" : "to be ";
  if (to !== undefined) return [`${from}: ${will}moved to ${show(to, document)}, as its English page was.\n`];
  if (action === "removed" && document.conflicts.length === 0) {
    const isRedirected = document.isRedirected === true || document.redirectionFile !== undefined;
    const readers = isRedirected ? "" : "; nothing redirects its readers";
    return [`${from}: ${will}removed, because its English page is gone${readers}.\n`];
  }
  if (action !== "created" || counts.kept === 0) return [];
  const parts = counted(counts.kept, "segment", "segments");
  return [`${from}: ${will}created, because English moved ${parts} there from other pages.\n`];
}

/** Of files that have been written: a diff shows what leaves them. */
function removalLines(document: SyncedDocument, { show, isDone }: SyncSummary): string[] {
  if (!isDone) return [];
  const name = show(document.file, document);
  return document.removedSegments.map(
    ({ source, target }) => `${name}: removed, because its English is gone: ${oneLine(target || source)}\n`,
  );
}

function conflictLines(document: SyncedDocument, { show }: SyncSummary): string[] {
  const { file, conflicts, redirection, redirectionFile } = document;
  const lines = conflicts.map(
    ({ message, range }) =>
      `${show(file, document)}:${range.start.line + 1}:${range.start.character + 1}: ${message}\n`,
  );
  if (redirection !== undefined && conflicts.length > 0) {
    const how = redirectionFile === undefined ? "`--remove` removes the page" : "`--remove` does both";
    lines.push(`  ${how}; the redirection is ${JSON.stringify(redirection)}\n`);
  }
  return lines;
}
