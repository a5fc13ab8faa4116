import { GramBlock, type GramQuery } from "./gram-block.ts";
import { gramsOf } from "./grams.ts";
import { type Candidate, Nearest } from "./nearest.ts";

/**
 * Finds texts that have groups of three letters in common with another one, among hundreds of thousands. The texts lie
 * in classes by their length, since none is similar to one that is much longer.
 */
export class GramIndex {
  readonly #classes = new Map<number, GramBlock[]>();

  /** Takes up a text in its comparable form, under a number of the caller's. An empty one is not found again. */
  add(id: number, text: string): void {
    if (text === "") return;
    const key = classOf(text.length);
    const blocks = this.#classes.get(key) ?? [];
    this.#classes.set(key, blocks);
    let last = blocks.at(-1);
    if (last === undefined || last.isFull) blocks.push((last = new GramBlock()));
    last.add(id, text.length, gramsOf(text));
  }

  /** Texts whose similarity to a comparable text may be `least` or more, the likeliest first, `room` at most. */
  find(text: string, least: number, room: number): Candidate[] {
    const [shortest, longest] = [Math.ceil(text.length * least), Math.floor(text.length / least)];
    const query: GramQuery = { grams: gramsOf(text), length: text.length, shortest, longest };
    const nearest = new Nearest(room, least);
    if (text === "") return [];
    for (let key = classOf(shortest); key <= classOf(longest); key += 1) {
      for (const block of this.#classes.get(key) ?? []) block.compare(query, nearest);
    }
    return nearest.best();
  }
}

/** Each class holds lengths up to 1.4 times the shortest one. */
function classOf(length: number): number {
  return Math.floor(Math.log2(length) * 2);
}
