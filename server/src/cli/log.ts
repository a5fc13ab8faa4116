import type { Arguments } from "./arguments.ts";
import type { Host } from "./host.ts";
import { Progress } from "./progress.ts";

/** What a command says beside its data: on stderr, with what went wrong remembered for the exit code. */
export class Log {
  readonly progress: Progress;
  readonly #host: Host;
  readonly #isQuiet: boolean;
  /** Roots that share a configuration share its mistakes; each is told once. */
  readonly #failures = new Set<string>();

  constructor(args: Arguments, host: Host) {
    this.#host = host;
    this.#isQuiet = args.flag("quiet");
    this.progress = new Progress(host, { isQuiet: this.#isQuiet });
  }

  /** Something could not be done; the rest still is. */
  failure(text: string): void {
    if (this.#failures.has(text)) return;
    this.#failures.add(text);
    this.#write(text);
  }

  /** Something that the caller should know and that changes no exit code. */
  note(text: string): void {
    if (!this.#isQuiet) this.#write(text);
  }

  get hasFailures(): boolean {
    return this.#failures.size > 0;
  }

  #write(text: string): void {
    this.progress.clear();
    this.#host.stderr.write(`lockstep: ${text}\n`);
  }
}
