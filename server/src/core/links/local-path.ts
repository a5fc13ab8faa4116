import { docsetOf, pathAtUrl } from "../workspace/docsets.ts";
import type { Docset } from "../workspace/workspace.ts";
import { decodePercent, kindOf, pathEndOf, type TargetKind } from "./parse-target.ts";
import { folderOf, joinPath } from "./paths.ts";

/**
 * Where a target leads within the root, by its text alone: the file need not exist, and an extension may be missing.
 * A bookmark leads to the page itself. `kind` spares telling it again. `undefined`: to another site, out of the root,
 * or nobody can tell.
 */
export function localPathOf(
  page: string,
  target: string,
  docsets: readonly Docset[],
  kind: TargetKind = kindOf(target),
): string | undefined {
  if (kind === "bookmark") return page;
  if (kind === "relative") return joinPath(folderOf(page), pathOf(target, 0));
  if (kind === "docset") return joinPath(docsetOf(docsets, page)?.path ?? "", pathOf(target, 2));
  return kind === "site-absolute" ? pathAtUrl(docsets, pathOf(target, 0), page) : undefined;
}

/** A target's path from `start` on, as it is looked for. */
function pathOf(target: string, start: number): string {
  const path = decodePercent(target.slice(start, pathEndOf(target, start)));
  // Learn reads `\` as `/`; the rule `link/backslash` asks for the latter.
  return path.includes("\\") ? path.replaceAll("\\", "/") : path;
}
