import type { PlannedChange } from "../engine/planned.ts";
import type { Root } from "./roots.ts";
import { unifiedDiff } from "./unified-diff.ts";

/** What was planned as `git diff` writes it, in order of paths: `git apply` does the same as `--write`. */
export function syncDiff(root: Root, changes: readonly PlannedChange[], isRemoving: boolean): string {
  const parts = changes.map((change) => ({ path: change.path, diff: diffOf(root, change, isRemoving) }));
  parts.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return parts.map(({ diff }) => diff).join("");
}

function diffOf(root: Root, change: PlannedChange, isRemoving: boolean): string {
  const path = root.inRepository(change.path);
  switch (change.kind) {
    case "update":
      return updated(path, change.text, change.result.text);
    case "edit":
      return updated(path, change.text, change.newText);
    case "creation":
      return (
        header(path, path, "new file mode 100644\n") +
        unifiedDiff(path, "", change.newText, { from: "/dev/null" })
      );
    case "move":
      return moved(path, root.inRepository(change.to), change.text, change.result.text, change.isLeftover);
    case "removal":
      return isRemoving ? deleted(path, change.text) : "";
    case "not-synced":
      return "";
  }
}

/** The header ends a move without changes above it: its lines would be taken for that of this page. */
function updated(path: string, before: string, after: string): string {
  const diff = unifiedDiff(path, before, after);
  return diff === "" ? "" : header(path, path) + diff;
}

function moved(from: string, to: string, before: string, after: string, isLeftover: boolean): string {
  if (isLeftover) return deleted(from, before);
  const diff = unifiedDiff(from, before, after, { to: `b/${to}` });
  return header(from, to, `rename from ${from}\nrename to ${to}\n`) + diff;
}

function deleted(path: string, text: string): string {
  return header(path, path, "deleted file mode 100644\n") + unifiedDiff(path, text, "", { to: "/dev/null" });
}

function header(from: string, to: string, what = ""): string {
  return `diff --git a/${from} b/${to}\n${what}`;
}
