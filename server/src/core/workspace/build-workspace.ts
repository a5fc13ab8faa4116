import { WorkspaceIndex } from "./workspace-index.ts";
import type { WorkspaceParts } from "./workspace-parts.ts";

/** Takes a snapshot of a root. When one of its configuration files changes, a new one has to be built. */
export function buildWorkspace(parts: WorkspaceParts): WorkspaceIndex {
  return WorkspaceIndex.of(parts);
}
