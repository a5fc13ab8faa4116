import type { Host } from "./host.ts";

const INTERVAL = 100;
const CLEAR_LINE = "\r\u001B[2K";

/** A line on a terminal's stderr that says how far the work is. Anywhere else it prints nothing. */
export class Progress {
  readonly #host: Host;
  readonly #isOn: boolean;
  #last = 0;

  constructor(host: Host, { isQuiet }: { readonly isQuiet: boolean }) {
    this.#host = host;
    this.#isOn = host.stderr.isTerminal && !isQuiet;
  }

  show(text: string): void {
    if (!this.#isOn || Date.now() - this.#last < INTERVAL) return;
    this.#last = Date.now();
    this.#host.stderr.write(`${CLEAR_LINE}${text}`);
  }

  /** Takes the line away. To be called before anything else is printed. */
  clear(): void {
    if (this.#last === 0) return;
    this.#host.stderr.write(CLEAR_LINE);
    this.#last = 0;
  }
}
