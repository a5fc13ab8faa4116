/** How long the server may work before it looks whether there is a message: below what a typist notices. */
const SLICE_MS = 8;
/**
 * The connection looks at one message in each turn of the event loop. With one turn between two slices, an editor that
 * asks more often than once a slice would wait for as many slices as it has questions.
 */
const TURNS = 8;

/** Lets messages in between two steps of long work, once the time of a slice is used up. */
export class Slices {
  readonly #now: () => number;
  #end: number;

  constructor(now: () => number) {
    this.#now = now;
    this.#end = now() + SLICE_MS;
  }

  async pause(): Promise<void> {
    if (this.#now() < this.#end) return;
    await letMessagesIn();
    this.#end = this.#now() + SLICE_MS;
  }
}

/** Lets what has arrived be looked at: a few messages more than people can send in the time of a slice. */
export async function letMessagesIn(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await nextTurn();
}

/** Lets the next message that has arrived be looked at. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
