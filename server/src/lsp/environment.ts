import type { Day, Rule } from "../core/rules/rule.ts";
import type { SourceAnswer, SourceRequest } from "../core/source/source-question.ts";
import type { FileSystem } from "./file-system.ts";

/** Git, as the server asks it. Nothing here throws: what cannot be had is not there. */
export interface History {
  answer(request: SourceRequest, folders: HistoryFolders): Promise<SourceAnswer | undefined>;
  /** A text that is another one whenever answers may be: after a commit, a checkout, a fetch. Cheap. */
  stateOf(folders: HistoryFolders): Promise<string>;
  dispose(): Promise<void>;
}

/** The folders whose repositories are asked, absolute, with `/`. */
export interface HistoryFolders {
  /** Of the English pages. */
  readonly source: string | undefined;
  /** Of the localized ones. */
  readonly root: string;
}

/** What the server needs of the world around it: the machine in `serve.ts`, a few files in memory in a test. */
export interface Environment {
  readonly fileSystem: FileSystem;
  /** What only Git knows. `undefined`: nobody asks it. */
  readonly history?: History;
  readonly rules: readonly Rule[];
  readonly today: () => Day;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  /**
   * Milliseconds without a change after which a burst of them counts as over: keystrokes, files of another branch. One
   * answer to a burst is enough.
   */
  readonly calm: number;
}
