/** Says whether a server that stopped may be started again: one that stops at once would only heat the machine. */
export class RestartLimit {
  readonly #most: number;
  readonly #withinMs: number;
  #stops: readonly number[] = [];

  constructor(most: number, withinMs: number) {
    this.#most = most;
    this.#withinMs = withinMs;
  }

  /** Notes that the server stopped at a time, in milliseconds. Whether to start it again. */
  mayRestart(now: number): boolean {
    this.#stops = [...this.#stops, now].filter((time) => now - time < this.#withinMs);
    return this.#stops.length <= this.#most;
  }
}
