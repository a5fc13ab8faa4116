/** The server as the watchdog sees it. */
export interface Watched {
  /** Ends the server as it is now, whether or not it listens. `undefined`: none is running. */
  readonly end: (() => void) | undefined;
  /** Settles when the server answers, or when its connection is lost. */
  readonly ping: () => Promise<unknown>;
}

/** Milliseconds between two looks. */
const EVERY = 5_000;
/** Looks without an answer that are borne: far more than the work on any page takes, which pauses every few milliseconds. */
const PATIENCE = 4;

/**
 * Ends a server that hangs. The client takes it for one that crashed, and starts it again. Time is counted in looks,
 * not by the clock: a computer that slept for a night has missed one look, not thousands.
 */
export class Watchdog {
  readonly #find: () => Watched;
  readonly #timer: NodeJS.Timeout;
  #isWaiting = false;
  #missed = 0;

  constructor(find: () => Watched) {
    this.#find = find;
    this.#timer = setInterval(() => void this.#look(), EVERY);
  }

  dispose(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const { end, ping } = this.#find();
    if (end === undefined) return;
    if (this.#isWaiting) {
      if (++this.#missed === PATIENCE) end();
      return;
    }
    this.#isWaiting = true;
    this.#missed = 0;
    try {
      await ping();
    } catch {
      // The server stopped meanwhile, which is dealt with elsewhere.
    } finally {
      this.#isWaiting = false;
    }
  }
}
