import { join } from "node:path";
import type { Document } from "../core/document/document.ts";
import { findSources } from "../core/source/find-sources.ts";
import { lazyDocument } from "../core/source/lazy-document.ts";
import type { PageSources } from "../core/source/page-sources.ts";
import { originOf, type SourceAnswer, type SourceRequest } from "../core/source/source-question.ts";
import { viewSource } from "../core/source/source-view.ts";
import type { WorkspaceIndex } from "../core/workspace/workspace-index.ts";
import { type GitFolders, GitHistory, isInRepository } from "../io/answer-from-git.ts";
import { sha1Of } from "../io/sha1.ts";
import { loadSources, type LoadedSources } from "../io/load-source.ts";
import type { LoadedWorkspace } from "../io/load-workspace.ts";
import { readPage } from "../io/read-page.ts";

/** Finds the English of a root's pages. */
export class ProjectSources {
  /** The root with its English tree, where there is one. */
  readonly workspace: WorkspaceIndex;
  readonly found: LoadedSources;
  readonly #folder: string;
  readonly #documents: LoadedWorkspace["documents"];
  readonly #history = new GitHistory();
  readonly #neighbours = new Map<string, string | undefined>();
  #repositories: GitFolders | undefined;

  /** `configured` is the folder of the English pages, where somebody has named it. */
  constructor(folder: string, root: LoadedWorkspace, configured: string | undefined) {
    this.#folder = folder;
    this.#documents = root.documents;
    this.found = loadSources(folder, root, configured);
    const { source } = this.found;
    this.workspace = source === undefined ? root.workspace : root.workspace.withSource(viewSource(source));
  }

  /** What is known of a page's English, whatever happens to its body; its own halves come on top (`withOwnHalves`). */
  async find(path: string, document: Document): Promise<PageSources> {
    const { workspace, found } = this;
    const search = findSources({ ...originOf(path, document), ...found, workspace, sha1: sha1Of });
    let step = search.next();
    while (step.done !== true) {
      const answer = this.answer(step.value);
      // Most are at hand, and each wait is a turn of the event loop's queue.
      step = search.next(answer instanceof Promise ? await answer : answer);
    }
    return step.value;
  }

  /** Pages beside the root that were looked for, by absolute paths; `undefined`: not there. */
  get neighbours(): ReadonlyMap<string, string | undefined> {
    return this.#neighbours;
  }

  /** Folders in whose repository Git should have looked and could not: another time it may. */
  get refusedFolders(): readonly string[] {
    return [...this.#history.unanswered];
  }

  /** Ends the processes of Git. */
  close(): Promise<void> {
    return this.#history.dispose();
  }

  /** What a search for English asks, from what was read of both trees, or from Git. */
  answer(request: SourceRequest): SourceAnswer | undefined | Promise<SourceAnswer | undefined> {
    const { source } = this.found;
    switch (request.ask) {
      case "source-page":
        return toAnswer(request.path, source?.documents.open(request.path));
      case "page":
        return toAnswer(request.path, this.#documents.open(request.path));
      case "neighbour": {
        const file = join(request.folder, request.path);
        const text = readPage(file, file).value;
        this.#neighbours.set(file, text);
        return toAnswer(request.path, text === undefined ? undefined : lazyDocument(text));
      }
      case "saved-source":
        // The command line sees what is saved, and nothing else.
        return undefined;
      case "revision":
      case "new-path":
      case "committed":
      case "sxs-branch":
        return this.#askGit(request);
    }
  }

  /** For as long as a command runs, a folder is in a repository or not: the disk is asked once. */
  #askGit(request: SourceRequest): Promise<SourceAnswer | undefined> | undefined {
    const inRepository = (folder: string | undefined): string | undefined =>
      folder !== undefined && isInRepository(folder) ? folder : undefined;
    this.#repositories ??= {
      source: inRepository(this.found.source?.folder),
      root: inRepository(this.#folder),
    };
    const { source, root } = this.#repositories;
    if (source === undefined && root === undefined) return undefined;
    return this.#history.answer(request, this.#repositories);
  }
}

function toAnswer(path: string, document: Document | undefined): SourceAnswer | undefined {
  return document && { path, document };
}
