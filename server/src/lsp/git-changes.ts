import type { Root } from "./root.ts";
import type { Session } from "./session.ts";

/**
 * Notices when Git may answer otherwise than before: after a commit, a checkout, a fetch. Editors tell of some files in
 * `.git`, or of none where a folder of the repository is opened; so it is asked for whenever somebody turns to a page.
 */
export class GitChanges {
  readonly #session: Session;
  /** By folder of the root, as `History.stateOf` gave them, with the folder of its English pages that they are for. */
  readonly #states = new Map<string, { readonly source: string | undefined; readonly state: string }>();
  readonly #changedAt = new Map<string, number>();
  #last: Promise<boolean> = Promise.resolve(false);
  #waiting: Promise<boolean> | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Number of the last change after which Git may answer otherwise about the pages of a root; 0: there was none. */
  changedAt({ folder }: Root): number {
    return this.#changedAt.get(folder) ?? 0;
  }

  forget(folder: string): void {
    this.#states.delete(folder);
    this.#changedAt.delete(folder);
  }

  /**
   * To be called before Git is asked about a root: without the state that an answer is for, nobody can tell when it is
   * old.
   */
  async prepare({ folder }: Root): Promise<void> {
    if (!this.#states.has(folder)) await this.look();
  }

  /** Looks at the repositories of all roots. Resolves to whether something has changed since the last look. */
  look(): Promise<boolean> {
    // Who asks while a look is waiting for its turn gets that one: it will see all that has happened by now.
    this.#waiting ??= this.#last.then(() => {
      this.#waiting = undefined;
      return this.#compare();
    });
    this.#last = this.#waiting;
    return this.#waiting;
  }

  async #compare(): Promise<boolean> {
    const { environment, isTrusted, roots, sources } = this.#session;
    if (!isTrusted || environment.history === undefined) return false;
    let hasChanged = false;
    for (const root of roots) {
      const source = sources.foundFor(root).source?.folder;
      const state = await environment.history.stateOf({ source, root: root.folder });
      const before = this.#states.get(root.folder);
      this.#states.set(root.folder, { source, state });
      if (before?.source !== source || before?.state === state) continue;
      this.#changedAt.set(root.folder, this.#session.nextChange());
      hasChanged = true;
    }
    return hasChanged;
  }
}
