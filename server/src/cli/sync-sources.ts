import { join } from "node:path";
import type { Document } from "../core/document/document.ts";
import { lazyDocument } from "../core/source/lazy-document.ts";
import type { SyncAccess } from "../engine/sync-access.ts";
import { readPage } from "../io/read-page.ts";
import type { Project } from "./load-project.ts";

/** A root as a sync sees it. `baseFolder` is that of `--base`. */
export function syncAccess({ workspace, sources }: Project, baseFolder: string | undefined): SyncAccess {
  const { found } = sources;
  return {
    workspace,
    source: found?.source,
    localeFolders: found?.localeFolders ?? [],
    neighbours: found?.neighbours ?? [],
    answer: (request) => sources.answer?.(request),
    ...(baseFolder !== undefined && { readBase: (path) => readBase(baseFolder, path) }),
  };
}

function readBase(folder: string, path: string): Document | undefined {
  const file = join(folder, path);
  const { value } = readPage(file, file);
  return value === undefined ? undefined : lazyDocument(value);
}
