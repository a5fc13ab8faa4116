import { join } from "node:path";
import type { Document } from "../core/document/document.ts";
import { lazyDocument } from "../core/source/lazy-document.ts";
import { toSourcePath } from "../core/source/path-prefixes.ts";
import type { SourceAnswer } from "../core/source/source-question.ts";
import type { SyncAccess } from "../engine/sync-access.ts";
import { readPage } from "../io/read-page.ts";
import { sha1Of } from "../io/sha1.ts";
import type { Project } from "./load-project.ts";
import type { Root } from "./roots.ts";

/** A root as a sync sees it. `baseFolder` is that of `--base`. */
export function syncAccess(
  { workspace, documents, sources }: Pick<Project, "workspace" | "documents" | "sources">,
  root: Root,
  baseFolder: string | undefined,
): SyncAccess {
  const { found } = sources;
  let lastBase: { readonly path: string; readonly document: Document | undefined } | undefined;
  return {
    workspace,
    source: found?.source,
    localeFolders: found?.localeFolders ?? [],
    neighbours: found?.neighbours ?? [],
    sha1: sha1Of,
    answer: (request) => {
      if (request.ask !== "page") return sources.answer?.(request);
      const document = documents.open(request.path);
      return document === undefined ? readOther(root, request.path) : { path: request.path, document };
    },
    close: (path) => {
      documents.close(path);
      lastBase = undefined;
      const source = found?.source;
      const place = source && toSourcePath(source.prefixes, path);
      if (place !== undefined) source?.documents.close(place);
    },
    ...(baseFolder !== undefined && {
      // Each step of the search for a page's English asks for the same one.
      readBase: (path) => {
        if (lastBase?.path !== path) lastBase = { path, document: readBase(baseFolder, path) };
        return lastBase.document;
      },
    }),
  };
}

/** Files that are no pages have not been read with the root: tables of contents, redirections. */
function readOther(root: Root, path: string): SourceAnswer | undefined {
  const { value } = readPage(join(root.folder, path), root.show(path));
  return value === undefined ? undefined : { path, document: lazyDocument(value) };
}

function readBase(folder: string, path: string): Document | undefined {
  const file = join(folder, path);
  const { value } = readPage(file, file);
  return value === undefined ? undefined : lazyDocument(value);
}
