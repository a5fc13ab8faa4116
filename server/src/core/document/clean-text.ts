import type { Segment } from "../segments/segment.ts";
import { lastStart } from "../text/last-start.ts";
import type { Span } from "../text/span.ts";

/**
 * A page as a reader gets it: each pair replaced by its target, the front matter left out, with the way back to
 * offsets of the page. Measured: this gives the published page byte for byte for 95.6 % of 3,232 pages, and but for
 * backslash escapes for 99.8 %.
 */
export class CleanText {
  readonly text: string;
  /** Clean offset at which each kept stretch of the page starts; ascending. */
  private readonly starts: Int32Array;
  /** Page offset of the same stretch. */
  private readonly origins: Int32Array;
  /** The stretch that was asked for last. */
  private recent = 0;

  /** The stretches are those between the segments and their targets, in turns; there is one more of the former. */
  constructor(text: string, starts: Int32Array, origins: Int32Array) {
    this.text = text;
    this.starts = starts;
    this.origins = origins;
  }

  static of(
    page: string,
    bodyStart: number,
    segments: readonly Pick<Segment, "span" | "targetSpan">[],
  ): CleanText {
    const starts = new Int32Array(2 * segments.length + 1);
    const origins = new Int32Array(2 * segments.length + 1);
    const pieces: string[] = [];
    let length = 0;
    let position = bodyStart;
    let stretch = 0;
    origins[0] = bodyStart;
    for (const { span, targetSpan } of segments) {
      pieces.push(page.slice(position, span.start), page.slice(targetSpan.start, targetSpan.end));
      length += span.start - position;
      starts[++stretch] = length;
      origins[stretch] = targetSpan.start;
      length += targetSpan.end - targetSpan.start;
      starts[++stretch] = length;
      origins[stretch] = span.end;
      position = span.end;
    }
    pieces.push(page.slice(position));
    // Joined at once: a text that grows is a tree, which each look at a character goes through.
    return new CleanText(pieces.join(""), starts, origins);
  }

  /** Page offset of a clean offset, as the start of something: at a seam, where the next stretch begins. */
  startToPage(offset: number): number {
    return this.shift(offset, this.stretchAt(offset));
  }

  /** Page offset of a clean offset, as the end of something: at a seam, where the stretch before it ends. */
  endToPage(offset: number): number {
    if (offset === 0) return this.origins[0] as number;
    return this.shift(offset, this.stretchAt(offset - 1));
  }

  /** Page span of a clean span. An empty one stays empty. */
  toPage(start: number, end: number): Span {
    const stretch = this.stretchAt(start);
    const shift = (this.origins[stretch] as number) - (this.starts[stretch] as number);
    const isInside = end <= (this.starts[stretch + 1] ?? Infinity);
    return { start: start + shift, end: isInside ? end + shift : this.endToPage(end) };
  }

  /** Index of the segment whose target holds a clean offset, or else of the next one behind it. */
  segmentFrom(offset: number): number {
    return this.stretchAt(offset) >> 1;
  }

  /** Index of the segment whose target is just this stretch of clean text; -1: none is, or it is empty. */
  segmentOf(start: number, end: number): number {
    const { starts } = this;
    const stretch = this.stretchAt(start);
    const isTarget = (stretch & 1) === 1 && starts[stretch] === start && starts[stretch + 1] === end;
    return isTarget ? stretch >> 1 : -1;
  }

  /**
   * Who reads a page asks for one place after another: most lie in the same stretch as the last one, or in one beside
   * it.
   */
  private stretchAt(offset: number): number {
    const starts = this.starts;
    let stretch = this.recent;
    if (offset >= (starts[stretch + 1] ?? Infinity)) stretch += 1;
    else if (offset < (starts[stretch] as number)) stretch -= 1;
    const isThere = offset >= (starts[stretch] as number) && offset < (starts[stretch + 1] ?? Infinity);
    if (!isThere) stretch = lastStart(starts, offset);
    this.recent = stretch;
    return stretch;
  }

  private shift(offset: number, stretch: number): number {
    return (this.origins[stretch] as number) + offset - (this.starts[stretch] as number);
  }
}
