import type { Workspace } from "../workspace/workspace.ts";
import { extensionOf } from "./paths.ts";

/** A file or folder of one tree that a link leads to. */
export interface LocalFile {
  /** As it is on disk. */
  readonly path: string;
  /** Whether the link has another letter case than the file; extensions that were left out do not count. */
  readonly differsInCase: boolean;
  readonly isFolder: boolean;
}

/** What a link without extension may mean, the likeliest first. */
const ENDINGS = [".md", ".yml", "/index.md", "/index.yml"];

/** What stands at a path in a tree: the file, the page whose extension is left out, or a folder. */
export function findLocalFile(workspace: Workspace, path: string): LocalFile | undefined {
  const exact = findFile(workspace, path);
  if (exact !== undefined) return exact;
  // `excel-js-1.1` has no extension either, although there is a dot in it.
  if (/^\.(?:md|yml|png|jpe?g|gif|svg)$/.test(extensionOf(path))) return undefined;
  for (const ending of ENDINGS) {
    const found = findFile(workspace, path === "" ? ending.slice(ending.indexOf("i")) : path + ending);
    if (found !== undefined) return found;
  }
  return workspace.hasFolder(path) ? { path, differsInCase: false, isFolder: true } : undefined;
}

function findFile(workspace: Workspace, path: string): LocalFile | undefined {
  if (workspace.hasFile(path)) return { path, differsInCase: false, isFolder: false };
  const found = workspace.findFileIgnoringCase(path);
  return found === undefined ? undefined : { path: found, differsInCase: true, isFolder: false };
}
