import { explainRemoval } from "../engine/explain.ts";
import type { PlannedChange, PlannedRemoval } from "../engine/planned.ts";
import { rangesOf } from "./positions.ts";
import type { SyncedDocument } from "./reporters/sync.ts";

const NO_COUNTS = { kept: 0, carried: 0, reused: 0, new: 0, changed: 0, removed: 0 };

/** What a plan looks like in a report. `undefined`: there is none; the page could not be synced. */
export function describeSync(
  change: PlannedChange,
  root: string | undefined,
  isRemoving: boolean,
): SyncedDocument | undefined {
  if (change.kind === "not-synced") return undefined;
  const entry = {
    ...(root !== undefined && { root }),
    file: change.path,
    counts: NO_COUNTS,
    conflicts: [],
    removedSegments: [],
  };
  switch (change.kind) {
    case "update":
      return { ...entry, action: change.result.action, ...resultOf(change) };
    case "move":
      return { ...entry, action: "moved", to: change.to, ...resultOf(change) };
    case "creation":
      return { ...entry, action: "created", counts: change.counts };
    case "edit":
      return { ...entry, action: "updated" };
    case "removal":
      return { ...entry, action: "removed", ...removalOf(change, isRemoving) };
  }
}

function removalOf(
  change: PlannedRemoval,
  isRemoving: boolean,
): Pick<SyncedDocument, "conflicts" | "redirection" | "redirectionFile" | "isRedirected"> {
  const { redirection, text } = change;
  const range = rangesOf(text)({ start: 0, end: 0 });
  const conflicts = isRemoving ? [] : [{ message: explainRemoval(change), range }];
  if (redirection === undefined) return { conflicts };
  const { entry, file, isThere } = redirection;
  if (isThere) return { conflicts, isRedirected: true };
  return { conflicts, redirection: entry, ...(file !== undefined && { redirectionFile: file }) };
}

function resultOf({
  text,
  result: { counts, conflicts, removed },
}: Extract<PlannedChange, { kind: "update" | "move" }>): Pick<
  SyncedDocument,
  "counts" | "conflicts" | "removedSegments"
> {
  const toRange = rangesOf(text);
  return {
    counts,
    conflicts: conflicts.map(({ message, span }) => ({ message, range: toRange(span) })),
    removedSegments: removed,
  };
}
