import type { Workspace } from "./workspace.ts";
import { WorkspaceIndex } from "./workspace-index.ts";

/** What a root consists of. */
export interface WorkspaceParts {
  /** Name of the root's folder; `undefined`: not known. */
  readonly name: string | undefined;
  /**
   * Every file by its path relative to the root, with `/`. Texts are needed of `.md`, `docfx.json` and
   * `.openpublishing.*.json`, and of redirection files under other names; `undefined` for all else.
   */
  readonly files: ReadonlyMap<string, string | undefined>;
  /** The English tree. */
  readonly source?: Workspace | undefined;
}

/** Takes a snapshot of a root. When one of its configuration files changes, a new one has to be built. */
export function buildWorkspace({ name, files, source }: WorkspaceParts): WorkspaceIndex {
  return WorkspaceIndex.of(name, files, source);
}
