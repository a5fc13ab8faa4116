import type { Redirection, Workspace } from "../workspace/workspace.ts";
import { findLocalFile } from "./find-local-file.ts";
import { localPathOf } from "./local-path.ts";
import { parseTarget, type Target } from "./parse-target.ts";

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

const ELSEWHERE: Resolution = { kind: "elsewhere" };

/**
 * Follows a link of a page as the build of a localized repository does: this root first, letter case aside; then the
 * English tree; then the redirections of both.
 */
export function resolveLink(workspace: Workspace, page: string, link: string | Target): Resolution {
  const target = typeof link === "string" ? parseTarget(link) : link;
  const path = localPathOf(page, target, workspace.docsets());
  if (path === undefined) return ELSEWHERE;

  const { source } = workspace;
  const here = findLocalFile(workspace, path);
  if (here !== undefined) return { kind: "found", ...here, tree: workspace, isInSource: false };

  // Letter case in the English tree is not this page's: it is usually the same link in English.
  const english = source && findLocalFile(source, path);
  if (source !== undefined && english !== undefined) {
    return { kind: "found", ...english, differsInCase: false, tree: source, isInSource: true };
  }
  const redirection = findRedirection(workspace, path) ?? (source && findRedirection(source, path));
  if (redirection !== undefined) return { kind: "redirected", path, redirection };

  // Who publishes what under which URL is known of some docsets only, and other repositories publish there too. Hidden
  // folders (`.github`) are not listed, so that nobody can tell what is in them.
  const isUnknown = target.kind === "site-absolute" || /(?:^|\/)\./.test(path);
  return isUnknown ? ELSEWHERE : { kind: "missing", path };
}

function findRedirection(workspace: Workspace, path: string): Redirection | undefined {
  return workspace.findRedirection(path) ?? workspace.findRedirection(`${path}.md`);
}
