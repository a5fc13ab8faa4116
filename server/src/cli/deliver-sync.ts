import { join } from "node:path";
import type { PlannedChange } from "../engine/planned.ts";
import { removeFile } from "../io/remove-file.ts";
import { writeAtomically } from "../io/write-atomically.ts";
import type { Log } from "./log.ts";
import type { Root } from "./roots.ts";

/** Where the files of a root go. */
export interface Delivery {
  /** The folder that is written to, absolute. */
  readonly folder: string;
  /** Whether that is the root itself: what is the same is not written then, and what moved leaves its old place. */
  readonly isInPlace: boolean;
  /** Remove the pages whose English is gone. */
  readonly remove: boolean;
  readonly log: Log;
}

/**
 * In this order, a run that is cut off at any moment has lost nothing, and the next one completes it: a page that is
 * made of parts of others is there before these lose them, links lead to the new place before a page leaves the old one,
 * and its readers are sent elsewhere before it is gone.
 */
const ORDER: readonly PlannedChange["kind"][] = ["creation", "update", "edit", "move", "removal"];

/** Writes what was planned. The paths of files that could not be written, which has been reported. */
export function deliverSync(
  root: Root,
  changes: readonly PlannedChange[],
  delivery: Delivery,
): ReadonlySet<string> {
  const failed = new Set<string>();
  const inOrder = [...changes].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  for (const change of inOrder) {
    delivery.log.progress.show(`Writing ${root.show(change.path)}`);
    const problem = deliver(root, change, delivery);
    if (problem === undefined) continue;
    delivery.log.failure(problem);
    failed.add(change.path);
  }
  return failed;
}

/** `undefined`: it is done; else one sentence on why it could not be. */
function deliver(root: Root, change: PlannedChange, delivery: Delivery): string | undefined {
  const { folder, isInPlace } = delivery;
  const written = writtenBy(change, isInPlace);
  if (written !== undefined) {
    const { path, text } = written;
    const problem = writeAtomically(join(folder, path), text, { root: folder, name: root.show(path) });
    if (problem !== undefined) return problem;
  }
  const isGone = change.kind === "move" || (change.kind === "removal" && delivery.remove);
  if (!isInPlace || !isGone) return undefined;
  return removeFile(join(folder, change.path), { root: folder, name: root.show(change.path) });
}

/** `undefined`: nothing is to be written. */
function writtenBy(change: PlannedChange, isInPlace: boolean): { path: string; text: string } | undefined {
  switch (change.kind) {
    case "update":
      if (isInPlace && change.result.text === change.text) return undefined;
      return { path: change.path, text: change.result.text };
    case "creation":
    case "edit":
      return { path: change.path, text: change.newText };
    case "move":
      return change.isLeftover ? undefined : { path: change.to, text: change.result.text };
    case "removal":
    case "not-synced":
      return undefined;
  }
}
