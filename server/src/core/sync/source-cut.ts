import type { Document } from "../document/document.ts";
import { isSilent } from "../freshness/normalize.ts";
import { cutSource, type SourceSegment } from "../segments/cut-source.ts";
import { findAt, type Span } from "../text/span.ts";

/** An English page as the pipeline would cut it. */
export class SourceCut {
  readonly #page: string;
  readonly #segments: readonly SourceSegment[];
  readonly #byStart: ReadonlyMap<number, number>;

  constructor(english: Document) {
    this.#page = english.text;
    this.#segments = cutSource(english);
    this.#byStart = new Map(this.#segments.map(({ span }, nth) => [span.start, nth]));
  }

  /** Whether nothing stands between two stretches that parts them in a paragraph. */
  isBlankBetween(left: Span, right: Span): boolean {
    return /^(?:[ \t]+|[ \t]*\n[ \t>]*(?![\n\s|#*+-]))$/.test(this.#page.slice(left.end, right.start));
  }

  /** As the English half of a pair holds it: without the quote markers of later lines. */
  textOf(span: Span): string {
    const whole = this.#segments[this.#byStart.get(span.start) ?? -1];
    if (whole?.span.end === span.end) return whole.text;
    return this.#page.slice(span.start, span.end).replace(/\n[ \t]*(?:>[ \t]?)*/g, "\n");
  }

  /**
   * The places with what belongs to them, though it is not compared: an escaped asterisk, for example, at the end of a
   * segment. In page order, as the given ones.
   */
  widenAll<T extends { readonly span: Span }>(places: readonly T[]): T[] {
    let position = 0;
    return places.map((place, nth) => {
      const span = this.#widen(place.span, position, places[nth + 1]?.span.start ?? this.#page.length);
      position = span.end;
      return span === place.span ? place : { ...place, span };
    });
  }

  #widen(span: Span, from: number, to: number): Span {
    const { start, end } = span;
    // Most are what the pipeline cuts.
    if (this.#segments[this.#byStart.get(start) ?? -1]?.span.end === end) return span;
    const first = findAt(this.#segments, start, ({ span }) => span)?.span ?? { start, end };
    const last = findAt(this.#segments, end - 1, ({ span }) => span)?.span ?? { start, end };
    return {
      start: first.start >= from && this.#isSilent(first.start, start) ? first.start : start,
      end: last.end <= to && this.#isSilent(end, last.end) ? last.end : end,
    };
  }

  #isSilent(start: number, end: number): boolean {
    return start >= end || isSilent(this.#page.slice(start, end));
  }

  /** The pipeline's segments that make up a stretch; none where they do not. */
  partsOf({ start, end }: Span): SourceSegment[] {
    const parts: SourceSegment[] = [];
    for (let nth = this.#byStart.get(start) ?? Infinity; nth < this.#segments.length; nth += 1) {
      const segment = this.#segments[nth] as SourceSegment;
      if (segment.span.end > end) return [];
      parts.push(segment);
      if (segment.span.end === end) return parts;
    }
    return [];
  }
}
