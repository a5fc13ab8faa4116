/** What the command line needs of the process around it, so that tests can run it inside theirs. */
export interface Host {
  /** The folder that relative paths on the command line are counted from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The product's version. */
  readonly version: string;
  /** Tells builds of the same version apart. */
  readonly build: string;
  readonly now: Date;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** A stream for text. */
export interface Output {
  readonly isTerminal: boolean;
  write(text: string): void;
}

/** 0: fine; 1: findings at or above the failing level; 2: wrong usage, unreadable input or internal failure. */
export type ExitCode = 0 | 1 | 2;

/** What the caller got wrong, as a sentence for stderr. Ends the run with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
