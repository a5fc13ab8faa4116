import { overlaps } from "./edit.ts";
import type { Span } from "./span.ts";

/** Stretches of a text that are taken, none of which overlaps another. Those who ask in page order are answered fast. */
export class TakenSpans {
  /** By their start, and so by their end. */
  readonly #spans: Span[] = [];

  /** Whether a stretch touches none that is taken, see `overlaps`. */
  isFree(span: Span): boolean {
    const nth = this.#firstFrom(span.start);
    return [this.#spans[nth - 1], this.#spans[nth]].every(
      (other) => other === undefined || !overlaps(span, other),
    );
  }

  /** Takes a stretch that is free. */
  take(span: Span): void {
    this.#spans.splice(this.#firstFrom(span.start), 0, span);
  }

  /** The number of the first stretch that starts at an offset or behind it. */
  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spans[middle] as Span).start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
