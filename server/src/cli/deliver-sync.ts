import { existsSync } from "node:fs";
import { join } from "node:path";
import type { PlannedChange } from "../engine/planned.ts";
import { holdsContent } from "../io/holds-content.ts";
import { removeFile, whyNotRemovable } from "../io/remove-file.ts";
import { writeAtomically } from "../io/write-atomically.ts";
import type { Root } from "./roots.ts";

/** Where the files of a root go. */
export interface Delivery {
  /** The folder that is written to, absolute. */
  readonly folder: string;
  /** Whether that is the root itself: what is the same is not written then, and what moved leaves its old place. */
  readonly isInPlace: boolean;
  /** Remove the pages whose English is gone. */
  readonly remove: boolean;
  /** Called before a file is written. */
  readonly onFile: (path: string) => void;
  /** Called before a file of another folder that has other content is written. */
  readonly onOverwrite?: (path: string) => void;
  /** One sentence on why a file could not be written; it stays as it is, and the others are done. */
  readonly onProblem: (problem: string) => void;
}

type Target = Pick<Root, "folder" | "show">;

/**
 * In this order, a run that is cut off at any moment has lost nothing, and the next one completes it: a page that is
 * made of parts of others is there before these lose them, links lead to the new place before a page leaves the old one,
 * and its readers are sent elsewhere before it is gone.
 */
const ORDER: readonly PlannedChange["kind"][] = ["creation", "update", "edit", "move", "removal"];

/** Writes what was planned. The paths of files that could not be written. */
export function deliverSync(
  root: Target,
  changes: readonly PlannedChange[],
  delivery: Delivery,
): ReadonlySet<string> {
  const failed = new Set<string>();
  const inOrder = [...changes].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  for (const change of inOrder) {
    delivery.onFile(change.path);
    const problem = deliver(root, change, delivery);
    if (problem === undefined) continue;
    delivery.onProblem(problem);
    failed.add(change.path);
  }
  return failed;
}

/** `undefined`: it is done; else one sentence on why it could not be. */
function deliver(root: Target, change: PlannedChange, delivery: Delivery): string | undefined {
  const { folder, isInPlace } = delivery;
  const written = writtenBy(change, isInPlace);
  const isGone = isInPlace && (change.kind === "move" || (change.kind === "removal" && delivery.remove));
  if (written === undefined && !isGone) return undefined;
  const old = { path: join(folder, change.path), options: { root: folder, name: root.show(change.path) } };
  const obstacle = isInPlace ? whyNot(root, change, isGone) : undefined;
  if (obstacle !== undefined) return obstacle;
  if (written !== undefined) {
    const problem = write(root, written, delivery);
    if (problem !== undefined) return problem;
  }
  return isGone ? removeFile(old.path, old.options) : undefined;
}

function write(
  root: Target,
  { path, text }: { path: string; text: string },
  { folder, isInPlace, onOverwrite }: Delivery,
): string | undefined {
  const file = join(folder, path);
  if (!isInPlace && existsSync(file) && !holdsContent(file, text)) onOverwrite?.(path);
  return writeAtomically(file, text, { root: folder, name: root.show(path) });
}

/** What stands in the way of a change in place: one sentence. `undefined`: nothing that is known before it is tried. */
function whyNot(root: Target, change: PlannedChange, isGone: boolean): string | undefined {
  const name = root.show(change.path);
  if (!isAsPlanned(root, change)) {
    return `\`${name}\` has changed since it was read, and stays as it is; run the sync again.`;
  }
  return isGone ? whyNotRemovable(join(root.folder, change.path), { root: root.folder, name }) : undefined;
}

/** Whether a file is what the plan was made for: nobody's work of the last seconds is overwritten. */
function isAsPlanned({ folder }: Target, change: PlannedChange): boolean {
  const path = join(folder, change.path);
  if (change.kind === "creation") return !existsSync(path);
  if (change.kind === "move" && !change.isLeftover && existsSync(join(folder, change.to))) return false;
  return holdsContent(path, change.text);
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
