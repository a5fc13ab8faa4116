import type { Span } from "../text/span.ts";
import { endOfContent } from "./line-cursor.ts";

/** What a block can stand in. */
export type ContainerKind = "quote" | "list-item";

/** What a fence says about its block. */
export interface Fence {
  readonly info: string;
  /** Whether it has an end of its own. */
  isClosed: boolean;
}

/** Start and end of one line after another, container prefixes, indentation, heading and fence markers excluded. */
export type LineBounds = number[];

/**
 * A leaf block as the block pass leaves it. All offsets are into the scanned text. Its lines lie in a list that all
 * blocks of a page share: there are ten thousands of them, and most are asked for by nobody.
 */
export class RawBlock {
  readonly kind: "heading" | "paragraph" | "code" | "html" | "table" | "thematic-break";
  readonly start: number;
  end: number;
  readonly containers: readonly ContainerKind[];
  /** Of a heading; of others 0. */
  readonly level: number;
  /** `undefined` for all but fenced code. */
  readonly fence: Fence | undefined;
  private readonly bounds: LineBounds;
  /** Where the bounds of this block's lines begin and end. */
  private from: number;
  private to: number;

  /** A block without lines; the lines that are added to it follow all others in `bounds`. */
  constructor(
    kind: RawBlock["kind"],
    start: number,
    end: number,
    containers: readonly ContainerKind[],
    bounds: LineBounds,
    level = 0,
    fence?: Fence,
  ) {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.containers = containers;
    this.level = level;
    this.fence = fence;
    this.bounds = bounds;
    this.from = bounds.length;
    this.to = bounds.length;
  }

  /** Whether Markdown means nothing in its lines, not even an empty one. */
  get isVerbatim(): boolean {
    const { kind } = this;
    return kind === "code" || kind === "html";
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get lineCount(): number {
    return (this.to - this.from) >> 1;
  }

  /** Where a line starts; `nth` is less than `lineCount`. */
  lineStart(nth: number): number {
    return this.bounds[this.from + 2 * nth] as number;
  }

  /** Where it ends. */
  lineEnd(nth: number): number {
    return this.bounds[this.from + 2 * nth + 1] as number;
  }

  /** Whether nothing but one line feed stands between its lines: no prefix, no indentation, no carriage return. */
  get isStretch(): boolean {
    const { bounds, to } = this;
    for (let next = this.from + 2; next < to; next += 2) {
      if (bounds[next] !== (bounds[next - 1] as number) + 1) return false;
    }
    return to > this.from;
  }

  /**
   * Content as it was added, in a new list for each who asks: by lines, but for rows of tables, code and HTML, of which
   * many may have been added as one. Whoever wants lines asks `linesOf`.
   */
  get stretches(): Span[] {
    const stretches: Span[] = [];
    for (let nth = 0; nth < this.lineCount; nth++) {
      stretches.push({ start: this.lineStart(nth), end: this.lineEnd(nth) });
    }
    return stretches;
  }

  /** Only while the block is the page's last. */
  addLine(start: number, end: number): void {
    this.bounds.push(start, end);
    this.to += 2;
  }

  /** Keeps only so many of its lines. Only while the block is the page's last. */
  keepLines(count: number): void {
    this.to = this.from + 2 * count;
    this.bounds.length = this.to;
  }

  /** A heading of all lines but the first `count`, which this block keeps; there are more than that. */
  cutHeading(count: number, end: number, level: number): RawBlock {
    const heading = new RawBlock("heading", this.lineStart(count), end, this.containers, this.bounds, level);
    heading.from = this.from + 2 * count;
    heading.to = this.to;
    this.to = heading.from;
    return heading;
  }

  /** Leaves out the blanks at the end of the last line. */
  trimLastLine(text: string): void {
    const last = this.lineCount - 1;
    if (last < 0) return;
    this.bounds[this.to - 1] = endOfContent(text, this.lineStart(last), this.lineEnd(last));
  }
  /** Leaves out the lines behind the block's end: those that indented code ends with and that are blank. */
  dropBlankLines(): void {
    let count = this.lineCount;
    while (count > 0 && this.lineStart(count - 1) > this.end) count -= 1;
    this.keepLines(count);
  }
}
