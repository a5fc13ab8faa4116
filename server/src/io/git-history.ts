import type { SourceAnswer, SourceRequest } from "../core/source/source-question.ts";
import { isMadeFrom } from "../core/source/hash.ts";
import { GitRepository, type Revision } from "./git-repository.ts";
import type { GitOptions } from "./git-process.ts";
import { gitStateOf } from "./git-state.ts";
import { findUpwards } from "./paths.ts";

/** The folders whose repositories are asked. */
export interface GitFolders {
  /** Folder of the English tree; `undefined`: there is none, or it is in no repository. */
  readonly source: string | undefined;
  /** Folder of the localized root; `undefined`: it is in no repository. */
  readonly root: string | undefined;
}

/** Whether a folder lies in a repository: most that are checked in passing do not, and a process takes long. */
export function isInRepository(folder: string): boolean {
  return findUpwards(folder, [".git"]) !== undefined;
}

/**
 * The repositories of a session, each opened when it is first asked. Only for folders that the user trusts: what runs
 * is the user's Git, and what it reads is the folder's own configuration.
 */
export class GitHistory {
  readonly #options: GitOptions;
  readonly #repositories = new Map<string, Promise<GitRepository | undefined>>();
  readonly #unanswered = new Set<string>();
  /** By folder, as they were last asked for. */
  readonly #states = new Map<string, string>();

  constructor(options: GitOptions = {}) {
    this.#options = options;
  }

  /** Answers what only Git can. `undefined`: nobody knows, or the request is not one for Git. Never throws. */
  async answer(request: SourceRequest, folders: GitFolders): Promise<SourceAnswer | undefined> {
    switch (request.ask) {
      case "revision":
        return this.#findRevision(request, await this.#open(folders.source));
      case "new-path": {
        const path = await (await this.#open(folders.source))?.findNewPath(request.path, request.commit);
        return path === undefined ? undefined : { path };
      }
      case "sxs-branch":
        return this.#findSxsPage(request, await this.#open(folders.root));
      case "committed":
        return (await this.#open(folders.root))?.readCommitted(request.path);
      case "source-page":
      case "saved-source":
      case "page":
      case "neighbour":
        return undefined;
    }
  }

  /**
   * A text that is another one whenever answers about these folders may be: after a commit, a checkout, a fetch. What was
   * remembered is forgotten then. Takes no process. Never throws.
   */
  async stateOf({ source, root }: GitFolders): Promise<string> {
    const folders = [source, root].filter((folder) => folder !== undefined);
    const states = await Promise.all(folders.map((folder) => this.#stateOf(folder)));
    return states.join("\n");
  }

  /** Ends all processes. */
  async dispose(): Promise<void> {
    const opened = [...this.#repositories.values()];
    this.#repositories.clear();
    for (const repository of opened) (await repository)?.dispose();
  }

  async #stateOf(folder: string): Promise<string> {
    const state = await gitStateOf(folder);
    const before = this.#states.get(folder);
    this.#states.set(folder, state);
    if (before !== undefined && before !== state) (await this.#repositories.get(folder))?.forget();
    return state;
  }

  async #findRevision(
    { paths, commit, hash }: SourceRequest & { ask: "revision" },
    repository: GitRepository | undefined,
  ): Promise<SourceAnswer | undefined> {
    if (repository === undefined) return undefined;
    for (const path of commit === undefined ? [] : paths) {
      const found = await repository.readAt(commit ?? "", path);
      if (found !== undefined && (hash === undefined || isMadeFrom(found.document, hash)))
        return toAnswer(found);
    }
    return hash === undefined ? undefined : findByHash(repository, paths, hash, commit === undefined);
  }

  async #findSxsPage(
    { path, hash }: SourceRequest & { ask: "sxs-branch" },
    repository: GitRepository | undefined,
  ): Promise<SourceAnswer | undefined> {
    if (repository === undefined) return undefined;
    for await (const { commit, document } of repository.readOnSxsBranches(path)) {
      if (document.text.includes(hash)) return { path, revision: commit, document };
    }
    return undefined;
  }

  /** Folders of repositories for which there was no answer: Git refuses, or there is no Git. */
  get unanswered(): ReadonlySet<string> {
    return this.#unanswered;
  }

  async #open(folder: string | undefined): Promise<GitRepository | undefined> {
    if (folder === undefined) return undefined;
    let known = this.#repositories.get(folder);
    if (known === undefined) {
      if (!isInRepository(folder)) return undefined;
      known = GitRepository.open(folder, this.#options);
      this.#repositories.set(folder, known);
    }
    const repository = await known;
    if (repository === undefined) this.#unanswered.add(folder);
    return repository;
  }
}

/** `isNew`: most often it is the page as it is checked out, which takes no process to find out. */
async function findByHash(
  repository: GitRepository,
  paths: readonly string[],
  hash: string,
  isNew: boolean,
): Promise<SourceAnswer | undefined> {
  for (const path of paths) {
    const committed = isNew ? await repository.readCommitted(path) : undefined;
    const isCommitted = committed !== undefined && isMadeFrom(committed.document, hash);
    const found = isCommitted ? committed : await repository.findByHash(path, hash);
    if (found !== undefined) return toAnswer(found);
  }
  return undefined;
}

function toAnswer({ path, commit, document }: Revision): SourceAnswer {
  return { path, revision: commit, document };
}
