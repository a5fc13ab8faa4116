import { docsetOf, pathAtUrl } from "../workspace/docsets.ts";
import type { Docset } from "../workspace/workspace.ts";
import { parseTarget, type Target } from "./parse-target.ts";
import { folderOf, joinPath } from "./paths.ts";

/**
 * Where a target leads within the root, by its text alone: the file need not exist, and an extension may be missing.
 * A bookmark leads to the page itself. `undefined`: to another site, out of the root, or nobody can tell.
 */
export function localPathOf(
  page: string,
  target: string | Target,
  docsets: readonly Docset[],
): string | undefined {
  const parsed = typeof target === "string" ? parseTarget(target) : target;
  // Learn reads `\` as `/`; the rule `link/backslash` asks for the latter.
  const path = parsed.path.replaceAll("\\", "/");
  if (parsed.kind === "bookmark") return page;
  if (parsed.kind === "relative") return joinPath(folderOf(page), path);
  if (parsed.kind === "docset") return joinPath(docsetOf(docsets, page)?.path ?? "", path);
  return parsed.kind === "site-absolute" ? pathAtUrl(docsets, path, page) : undefined;
}
