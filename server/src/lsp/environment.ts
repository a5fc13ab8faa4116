import type { Day, Rule } from "../core/rules/rule.ts";
import type { FileSystem } from "./file-system.ts";

/** What the server needs of the world around it: the machine in `main.ts`, a few files in memory in a test. */
export interface Environment {
  readonly fileSystem: FileSystem;
  readonly rules: readonly Rule[];
  readonly today: () => Day;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
}
