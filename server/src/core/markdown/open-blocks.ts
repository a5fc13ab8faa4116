import { endOfHeading, fenceLengthAt, headingLevelAt, type HtmlBlockEnd } from "./block-starts.ts";
import { type Container, kindsOf, NO_CONTAINERS, pushContainer } from "./containers.ts";
import type { OpenFence } from "./fenced-lines.ts";
import { endOfContent, isBlank, startOfContent } from "./line-cursor.ts";
import { type ContainerKind, type Fence, type LineBounds, RawBlock } from "./raw-block.ts";
import { countCells, delimiterColumns } from "./table-row.ts";

/** No page nests this deep on purpose; without a bound, blank lines below a page of markers cost a square. */
export const DEEPEST_NESTING = 100;

/**
 * The blocks of a text up to the line that is being read: those that are complete, and those that are open. A page has
 * ten thousands of lines: fields and methods with `#` would cost a step of their own for each use.
 */
export class OpenBlocks {
  protected readonly text: string;
  /** Those that are complete and not handed out yet. */
  protected blocks: RawBlock[] = [];
  private bounds: LineBounds = [];
  /** The open ones are the first `depth`; those behind them are used again. */
  protected readonly containers: Container[] = [];
  protected depth = 0;
  /** Kinds of the open ones: one list for all blocks that stand in the same ones. `undefined`: not asked for yet. */
  private kinds: readonly ContainerKind[] | undefined = NO_CONTAINERS;
  /** The block that the next line may go on with. Of a heading or a thematic break there is no next line. */
  protected leaf: RawBlock | undefined = undefined;
  /** Of the leaf, if it is fenced code. */
  protected fence: OpenFence | undefined = undefined;
  /** Of the leaf, if it is HTML. */
  protected htmlEnd: HtmlBlockEnd = "blank";
  /** How many of the containers the current line goes on in; those that it opens itself count too. */
  protected matched = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Begins a list of complete blocks, with lines of their own: what is kept of one list keeps none of the others. */
  protected beginList(): void {
    this.blocks = [];
    this.bounds = [];
  }

  /** Whether no container ends with the current line. */
  protected get isContinued(): boolean {
    return this.matched === this.depth;
  }

  /** The paragraph that the current line stands in, other than as a lazy one. */
  protected get paragraph(): RawBlock | undefined {
    return this.leaf?.kind === "paragraph" && this.isContinued ? this.leaf : undefined;
  }

  protected pushContainer(kind: ContainerKind, indent: number, isEmpty: boolean): void {
    pushContainer(this.containers, this.depth, kind, indent, isEmpty);
    this.depth += 1;
    this.kinds = undefined;
  }

  protected openHeading(start: number, end: number): boolean {
    const { text } = this;
    const level = headingLevelAt(text, start, end);
    if (level === 0) return false;
    this.endBlocks();
    const heading = this.newBlock("heading", start, end, level);
    const content = startOfContent(text, start + level, end);
    heading.addLine(content, endOfHeading(text, content, end));
    this.blocks.push(heading);
    return true;
  }

  protected openFence(offset: number, indent: number, lineEnd: number): boolean {
    const { text } = this;
    const length = fenceLengthAt(text, offset, lineEnd);
    if (length === 0) return false;
    this.endBlocks();
    const info = text.slice(offset + length, lineEnd).trim();
    this.fence = { marker: text.charCodeAt(offset), length, indent, info, isClosed: false };
    this.leaf = this.newBlock("code", offset, lineEnd, 0, this.fence);
    return true;
  }

  /** A paragraph of one line that is complete. It stands where the scanner does. */
  protected pushParagraph(start: number, end: number): void {
    const { text } = this;
    const paragraph = this.newBlock("paragraph", start, end);
    paragraph.addLine(start, isBlank(text.charCodeAt(end - 1)) ? endOfContent(text, start, end) : end);
    this.blocks.push(paragraph);
  }

  /** Takes what is left of a line, which begins nothing but text. */
  protected addText(start: number, end: number): void {
    const { leaf } = this;
    if (leaf !== undefined) {
      // A lazy line carries a paragraph on.
      if (leaf.kind === "paragraph") {
        this.addToParagraph(leaf, start, end);
        return;
      }
      if (leaf.kind === "table" && this.isContinued) {
        leaf.addLine(start, endOfContent(this.text, start, end));
        leaf.end = end;
        return;
      }
    }
    this.endBlocks();
    const paragraph = this.newBlock("paragraph", start, end);
    paragraph.addLine(start, end);
    this.leaf = paragraph;
  }

  private addToParagraph(paragraph: RawBlock, start: number, end: number): void {
    const { text } = this;
    // A lazy line starts no table.
    const columns = this.isContinued ? delimiterColumns(text, start, end) : 0;
    const last = paragraph.lineCount - 1;
    if (columns > 0 && countCells(text, paragraph.lineStart(last), paragraph.lineEnd(last)) === columns) {
      this.startTable(paragraph, start, end);
      return;
    }
    paragraph.addLine(start, end);
    paragraph.end = end;
  }

  /** The last line of a paragraph turns out to be the header of a table, and the current one its row of dashes. */
  private startTable(paragraph: RawBlock, dashesStart: number, dashesEnd: number): void {
    const last = paragraph.lineCount - 1;
    const start = paragraph.lineStart(last);
    const end = paragraph.lineEnd(last);
    paragraph.keepLines(last);
    if (last > 0) {
      paragraph.end = paragraph.lineEnd(last - 1);
      this.closeLeaf();
    }
    this.leaf = this.newBlock("table", start, dashesEnd);
    this.leaf.addLine(start, end);
    this.leaf.addLine(dashesStart, dashesEnd);
  }

  /** Closes the leaf, and the containers that do not go on. */
  protected endBlocks(): void {
    if (this.leaf !== undefined) this.closeLeaf();
    if (this.matched !== this.depth) this.closeContainers();
  }

  /** Closes the containers that do not go on. */
  protected closeContainers(): void {
    this.depth = this.matched;
    this.kinds = undefined;
  }

  protected closeLeaf(): void {
    const { leaf } = this;
    if (leaf === undefined) return;
    this.leaf = undefined;
    this.fence = undefined;
    if (leaf.kind === "paragraph") {
      if (isBlank(this.text.charCodeAt(leaf.end - 1))) leaf.trimLastLine(this.text);
    } else if (leaf.kind === "code" && leaf.fence === undefined) leaf.dropBlankLines();
    this.blocks.push(leaf);
  }

  /** A block where the scanner stands; its lines are added to it before any other block is made. */
  protected newBlock(
    kind: RawBlock["kind"],
    start: number,
    end: number,
    level?: number,
    fence?: Fence,
  ): RawBlock {
    this.kinds ??= kindsOf(this.containers, this.depth);
    return new RawBlock(kind, start, end, this.kinds, this.bounds, level, fence);
  }
}
