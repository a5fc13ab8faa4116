import { localPathOf } from "../links/local-path.ts";
import { findLocalFile } from "../links/find-local-file.ts";
import type { StatedRedirection } from "./redirections.ts";
import type { Redirection, Workspace } from "./workspace.ts";

/**
 * The redirection of a path, followed to its end: the last URL of the chain, and the file that answers there. A chain
 * that runs in a circle has no file.
 */
export function redirectionAt(
  path: string,
  workspace: Workspace,
  find: (path: string) => StatedRedirection | undefined,
): Redirection | undefined {
  const first = find(path);
  if (first === undefined) return undefined;
  const visited = new Set<StatedRedirection>();
  let current = first;
  while (!visited.has(current)) {
    visited.add(current);
    const goal = localPathOf(current.from, current.url, workspace.docsets());
    if (goal === undefined) return { from: first.from, url: current.url, to: undefined };
    const file = findLocalFile(workspace, goal);
    if (file !== undefined) return { from: first.from, url: current.url, to: file.path };
    const next = find(goal) ?? find(`${goal}.md`) ?? find(`${goal}/index.md`);
    if (next === undefined) return { from: first.from, url: current.url, to: undefined };
    current = next;
  }
  return { from: first.from, url: first.url, to: undefined, isCircular: true };
}
