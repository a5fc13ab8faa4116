import type { Day, Rule } from "../core/rules/rule.ts";
import type { FileSystem } from "./file-system.ts";

/** What the server needs of the world around it: the machine in `main.ts`, a few files in memory in a test. */
export interface Environment {
  readonly fileSystem: FileSystem;
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
