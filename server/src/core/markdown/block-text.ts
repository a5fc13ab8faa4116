import { lastStart } from "../text/last-start.ts";
import type { Span } from "../text/span.ts";
import type { RawBlock } from "./raw-block.ts";

const NO_OFFSETS: readonly number[] = [];

/** The content of a block as one string, its lines joined, with the way back to where each character stands. */
export class BlockText {
  readonly text: string;
  /** Where the text stands, if it is one stretch there; -1: it is several. */
  private readonly base: number;
  /** Otherwise the offset in `text` at which each line starts, and where that stands. */
  private readonly starts: readonly number[];
  private readonly origins: readonly number[];

  private constructor(text: string, base: number, starts: readonly number[], origins: readonly number[]) {
    this.text = text;
    this.base = base;
    this.starts = starts;
    this.origins = origins;
  }

  /** `lines` are spans of `text`, ascending. */
  static of(text: string, lines: readonly Span[]): BlockText {
    const only = lines.length === 1 ? lines[0] : undefined;
    return only === undefined ? BlockText.join(text, lines) : BlockText.ofStretch(text, only.start, only.end);
  }

  /** One stretch of a text. */
  static ofStretch(text: string, start: number, end: number): BlockText {
    return new BlockText(text.slice(start, end), start, NO_OFFSETS, NO_OFFSETS);
  }

  /** All lines of a block. */
  static ofBlock(text: string, block: RawBlock): BlockText {
    if (block.isStretch)
      return BlockText.ofStretch(text, block.lineStart(0), block.lineEnd(block.lineCount - 1));
    return BlockText.join(text, block.stretches);
  }

  private static join(text: string, lines: readonly Span[]): BlockText {
    const starts: number[] = [];
    const origins: number[] = [];
    let joined = "";
    for (const line of lines) {
      if (starts.length > 0) joined += "\n";
      starts.push(joined.length);
      origins.push(line.start);
      joined += text.slice(line.start, line.end);
    }
    return new BlockText(joined, -1, starts, origins);
  }

  /** Where a character stands in the text that the lines were cut from. */
  originOf(offset: number): number {
    if (this.base !== -1) return this.base + offset;
    const nth = lastStart(this.starts, offset);
    return (this.origins[nth] ?? 0) + offset - (this.starts[nth] ?? offset);
  }

  /** Where the end of a stretch stands: in the line of its last character. */
  originOfEnd(start: number, end: number): number {
    return end > start ? this.originOf(end - 1) + 1 : this.originOf(start);
  }

  /** Where a stretch stands; its end belongs to the line of its last character. */
  originOfSpan({ start, end }: Span): Span {
    return { start: this.originOf(start), end: this.originOfEnd(start, end) };
  }

  /** Content from an offset on, as a block text of its own. */
  from(offset: number): BlockText {
    const rest = this.text.slice(offset);
    if (this.base !== -1) return new BlockText(rest, this.base + offset, NO_OFFSETS, NO_OFFSETS);
    const nth = lastStart(this.starts, offset);
    const starts = this.starts.slice(nth).map((start, n) => (n === 0 ? 0 : start - offset));
    const origins = this.origins.slice(nth).map((origin, n) => (n === 0 ? this.originOf(offset) : origin));
    return new BlockText(rest, -1, starts, origins);
  }
}
