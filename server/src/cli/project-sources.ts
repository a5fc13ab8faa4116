import { join } from "node:path";
import type { Document } from "../core/document/document.ts";
import { findSources } from "../core/source/find-sources.ts";
import { lazyDocument } from "../core/source/lazy-document.ts";
import type { PageSources } from "../core/source/page-sources.ts";
import { originOf, type SourceAnswer, type SourceRequest } from "../core/source/source-question.ts";
import { viewSource } from "../core/source/source-view.ts";
import type { PageDocuments } from "../core/workspace/page-documents.ts";
import type { WorkspaceIndex } from "../core/workspace/workspace-index.ts";
import { type GitFolders, GitHistory, isInRepository } from "../io/git-history.ts";
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
  readonly #documents: PageDocuments;
  readonly #history = new GitHistory();
  readonly #neighbours = new Map<string, string | undefined>();
  readonly #readFor = new Map<string, ReadonlySet<string>>();
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
    const { source, localeFolders, neighbours } = this.found;
    const { workspace } = this;
    // Written out: what V8 adds to an object that was spread it looks up anew each time.
    const { form, hash, commit } = originOf(path, document);
    const search = findSources({
      path,
      form,
      hash,
      commit,
      workspace,
      source,
      localeFolders,
      neighbours,
      sha1: sha1Of,
    });
    const read = new Set<string>();
    let step = search.next();
    while (step.done !== true) {
      const answer = this.answer(step.value, read);
      // Most are at hand, and each wait is a turn of the event loop's queue.
      step = search.next(answer instanceof Promise ? await answer : answer);
    }
    if (read.size > 0) this.#readFor.set(path, read);
    return step.value;
  }

  /** Pages of the root itself whose texts were read in search of a page's English: what was found depends on them. */
  readFor(path: string): ReadonlySet<string> | undefined {
    return this.#readFor.get(path);
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

  /**
   * What a search for English asks, from what was read of both trees, or from Git. Pages of the root itself whose texts
   * the answer is are added to `read`.
   */
  answer(
    request: SourceRequest,
    read?: Set<string>,
  ): SourceAnswer | undefined | Promise<SourceAnswer | undefined> {
    const open = (documents: PageDocuments | undefined, path: string): SourceAnswer | undefined => {
      // The English pages may stand in the root.
      if (documents === this.#documents) read?.add(path);
      return toAnswer(path, documents?.open(path));
    };
    switch (request.ask) {
      case "source-page":
        return open(this.found.source?.documents, request.path);
      case "page":
        return open(this.#documents, request.path);
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
