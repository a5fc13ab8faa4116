/** The server as the watchdog sees it. */
export interface Watched {
  /** Ends the server as it is now, whether or not it listens. `undefined`: none is running. */
  readonly end: (() => void) | undefined;
  /** Settles when the server answers, or when its connection is lost. */
  readonly ping: () => Promise<unknown>;
}

export interface WatchdogTimes {
  /** Milliseconds between two looks. */
  readonly every: number;
  /** Milliseconds that the server may be deaf. */
  readonly deadline: number;
}

/** Far beyond the work on any page, which pauses every few milliseconds. */
const PATIENT: WatchdogTimes = { every: 10_000, deadline: 30_000 };

/** Ends a server that hangs. The client takes it for one that crashed, and starts it again. */
export class Watchdog {
  readonly #find: () => Watched;
  readonly #deadline: number;
  readonly #timer: NodeJS.Timeout;
  #isWaiting = false;

  constructor(find: () => Watched, { every, deadline }: WatchdogTimes = PATIENT) {
    this.#find = find;
    this.#deadline = deadline;
    this.#timer = setInterval(() => void this.#look(), every);
  }

  dispose(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const { end, ping } = this.#find();
    if (this.#isWaiting || end === undefined) return;
    this.#isWaiting = true;
    const bite = setTimeout(end, this.#deadline);
    try {
      await ping();
    } catch {
      // The server stopped meanwhile, which is dealt with elsewhere.
    } finally {
      clearTimeout(bite);
      this.#isWaiting = false;
    }
  }
}
