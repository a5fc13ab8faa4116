/** A text that may be similar to the one that was asked for. */
export interface Candidate {
  readonly id: number;
  /** Their similarity is not above it. */
  readonly most: number;
  /** The share of groups of letters that both have: what they are ranked by. */
  readonly share: number;
}

/** Keeps the best of many candidates. Of equals, those with the lower number. */
export class Nearest {
  readonly #room: number;
  readonly #least: number;
  /** A heap with the worst of the kept ones on top. */
  readonly #heap: Candidate[] = [];

  /** `room`: how many are kept; `least`: the similarity below which none is. */
  constructor(room: number, least: number) {
    this.#room = room;
    this.#least = least;
  }

  offer(id: number, most: number, share: number): void {
    if (most < this.#least) return;
    const heap = this.#heap;
    const worst = heap[0];
    if (heap.length < this.#room || worst === undefined) {
      heap.push({ id, most, share });
      this.#rise(heap.length - 1);
      return;
    }
    if (share < worst.share || (share === worst.share && id > worst.id)) return;
    heap[0] = { id, most, share };
    this.#sink();
  }

  /** The kept ones, the best first. */
  best(): Candidate[] {
    return [...this.#heap].sort((a, b) => b.share - a.share || a.id - b.id);
  }

  #rise(from: number): void {
    const heap = this.#heap;
    for (let place = from; place > 0;) {
      const parent = (place - 1) >> 1;
      if (!isWorse(heap[place] as Candidate, heap[parent] as Candidate)) return;
      this.#swap(place, parent);
      place = parent;
    }
  }

  #sink(): void {
    const heap = this.#heap;
    for (let place = 0; ;) {
      const [left, right] = [2 * place + 1, 2 * place + 2];
      let worst = place;
      if (left < heap.length && isWorse(heap[left] as Candidate, heap[worst] as Candidate)) worst = left;
      if (right < heap.length && isWorse(heap[right] as Candidate, heap[worst] as Candidate)) worst = right;
      if (worst === place) return;
      this.#swap(place, worst);
      place = worst;
    }
  }

  #swap(one: number, other: number): void {
    const heap = this.#heap;
    [heap[one], heap[other]] = [heap[other] as Candidate, heap[one] as Candidate];
  }
}

function isWorse(a: Candidate, b: Candidate): boolean {
  return a.share < b.share || (a.share === b.share && a.id > b.id);
}
