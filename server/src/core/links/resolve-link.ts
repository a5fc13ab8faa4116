import type { Redirection, Workspace } from "../workspace/workspace.ts";
import { findLocalFile, type LocalFile } from "./find-local-file.ts";
import { localPathOf } from "./local-path.ts";
import { kindOf, type TargetKind } from "./parse-target.ts";

/** Where a link leads. Paths are relative to the root. */
export type Resolution = Elsewhere | FoundFile | RedirectedFile | MissingFile;

/** To another site, a tab, a person, a place outside the root: nothing that these files could answer. */
export interface Elsewhere {
  readonly kind: "elsewhere";
}

/** To a file or folder that is there. */
export interface FoundFile {
  readonly kind: "found";
  /** As it is on disk. */
  readonly path: string;
  /** The tree that holds it. */
  readonly tree: Workspace;
  /** Whether only the English tree has it: what readers get until the page is localized. */
  readonly isInSource: boolean;
  /** Whether the link writes another letter case. */
  readonly differsInCase: boolean;
  readonly isFolder: boolean;
}

/** To a page that was moved. */
export interface RedirectedFile {
  readonly kind: "redirected";
  readonly path: string;
  readonly redirection: Redirection;
}

/** To a file that should be at `path` and is not. */
export interface MissingFile {
  readonly kind: "missing";
  readonly path: string;
}

/** What all links have that lead elsewhere. */
export const ELSEWHERE: Resolution = { kind: "elsewhere" };

/**
 * Follows a link of a page as the build of a localized repository does: this root first, letter case aside; then the
 * English tree; then the redirections of both.
 */
export function resolveLink(
  workspace: Workspace,
  page: string,
  target: string,
  kind: TargetKind = kindOf(target),
): Resolution {
  const path = localPathOf(page, target, workspace.docsets(), kind);
  if (path === undefined) return ELSEWHERE;

  const { source } = workspace;
  const here = findLocalFile(workspace, path);
  if (here !== undefined) return foundFile(here, workspace, false);

  // Letter case in the English tree is not this page's: it is usually the same link in English.
  const english = source && findLocalFile(source, path);
  if (source !== undefined && english !== undefined) {
    return foundFile({ ...english, differsInCase: false }, source, true);
  }
  const redirection = findRedirection(workspace, path) ?? (source && findRedirection(source, path));
  if (redirection !== undefined) return { kind: "redirected", path, redirection };

  return kind === "site-absolute" || isUnknown(workspace, path) ? ELSEWHERE : { kind: "missing", path };
}

/**
 * Whether nobody can tell what is at a path. Hidden folders (`.github`) are not listed, and others hold another
 * repository while the build runs. (What is published under a site-absolute URL is known of some docsets only, and other
 * repositories publish there too.)
 */
function isUnknown(workspace: Workspace, path: string): boolean {
  if (/(?:^|\/)\./.test(path)) return true;
  return workspace.isMounted(path) || workspace.source?.isMounted(path) === true;
}

function foundFile(
  { path, differsInCase, isFolder }: LocalFile,
  tree: Workspace,
  isInSource: boolean,
): FoundFile {
  return { kind: "found", path, tree, isInSource, differsInCase, isFolder };
}

function findRedirection(workspace: Workspace, path: string): Redirection | undefined {
  return workspace.findRedirection(path) ?? workspace.findRedirection(`${path}.md`);
}
