import {
  beginsText,
  FENCE,
  HEADING,
  MARK,
  NOTHING,
  QUOTE,
  startOf,
  startOfPlainItem,
} from "./block-starts.ts";
import { columnsOf, type Container, goesOnBlank } from "./containers.ts";
import { addFencedLines } from "./fenced-lines.ts";
import { GridColumns } from "./grid-columns.ts";
import { DEEPEST_NESTING, OpenBlocks } from "./open-blocks.ts";
import type { RawBlock } from "./raw-block.ts";
import { addRows, addUntilBlank } from "./stretches.ts";

const LINE_FEED = 0x0a;
const SPACE = 0x20;
/** Spaces, and no tab, before what stands in a line. */
const INDENTATION = / +(?=[^ \t\r\n])/y;

/** Reads lines of the kinds that nearly all are of, with one look ahead in place of a cursor that moves over blanks. */
export class PlainLines extends OpenBlocks {
  protected readonly columns: GridColumns | undefined;
  protected readonly mayHoldReturns: boolean;

  constructor(text: string) {
    super(text);
    this.columns = GridColumns.of(text);
    this.mayHoldReturns = text.includes("\r");
  }

  /**
   * Reads a line of one of the kinds that nearly all are of, told by its first character: text, a heading, an item, a
   * quotation or a fence. Gives where to go on, at `next` or behind what else has been read; 0: the line may be anything,
   * and nothing has been done.
   */
  protected readPlainLine(first: number, start: number, end: number, next: number): number {
    if (start === end) return this.readEmptyLine() ? next : 0;
    const { leaf } = this;
    if (leaf !== undefined && leaf.isVerbatim) return 0;
    if (first === SPACE) return this.readIndented(leaf, start, end, next);
    // No container goes on in a line that begins with neither blanks nor `>`.
    this.matched = 0;
    return this.readPlain(first, leaf, start, 0, end, next);
  }

  /** The same for a line that begins with spaces, which items take or at most three of which mean nothing. */
  private readIndented(leaf: RawBlock | undefined, start: number, end: number, next: number): number {
    const { text, containers, depth } = this;
    INDENTATION.lastIndex = start;
    if (!INDENTATION.test(text)) return 0;
    const content = INDENTATION.lastIndex;
    let indent = content - start;
    let matched = 0;
    for (; matched < depth; matched++) {
      const container = containers[matched] as Container;
      if (container.isEmpty || container.kind === "quote") return 0;
      if (indent < container.indent) break;
      indent -= container.indent;
    }
    if (indent > 3 || matched >= DEEPEST_NESTING) return 0;
    this.matched = matched;
    return this.readPlain(text.charCodeAt(content), leaf, content, indent, end, next);
  }

  /** `start`: where the line's content starts; `indent`: how many spaces before it belong to no item. */
  private readPlain(
    first: number,
    leaf: RawBlock | undefined,
    start: number,
    indent: number,
    end: number,
    next: number,
  ): number {
    switch (startOf(first)) {
      case NOTHING:
        return this.readPlainText(leaf, start, end, next);
      case HEADING:
        return this.openHeading(start, end) ? this.skipEmptyLine(next) : 0;
      case MARK:
        return this.openPlainItem(first, start, indent, end, next) || this.readLikeMark(start, end, next);
      case FENCE:
        if (!this.openFence(start, indent, end)) return this.readLikeMark(start, end, next);
        return this.readMore(next, this.leaf as RawBlock);
      case QUOTE:
        return this.matched + indent === 0 && this.readPlainQuote(start, end) ? next : 0;
      default:
        return 0;
    }
  }

  /** Reads a line that begins nothing, and more of what it belongs to. Gives where to go on. */
  private readPlainText(leaf: RawBlock | undefined, start: number, end: number, next: number): number {
    const { text, depth } = this;
    if (leaf === undefined && text.charCodeAt(next) === LINE_FEED) {
      if (depth !== this.matched) this.closeContainers();
      this.pushParagraph(start, end);
      return next + 1;
    }
    this.addText(start, end);
    return depth === 0 && leaf !== undefined && leaf.kind === "table" ? addRows(text, next, leaf) : next;
  }

  /** Where to go on behind a heading: in no container but items, an empty line changes nothing there. */
  private skipEmptyLine(offset: number): number {
    return this.text.charCodeAt(offset) === LINE_FEED ? offset + 1 : offset;
  }

  /** Takes a line for text that only begins like a mark. 0: it may be one, or the underline of a paragraph. */
  private readLikeMark(start: number, end: number, next: number): number {
    if (this.leaf !== undefined || !beginsText(this.text, start, end)) return 0;
    this.addText(start, end);
    return next;
  }

  /**
   * Opens an item that begins with text. Gives where to go on; 0: it may be anything, and nothing has been done.
   */
  private openPlainItem(first: number, start: number, indent: number, end: number, next: number): number {
    if (this.paragraph !== undefined) return 0;
    const content = startOfPlainItem(this.text, first, start, end);
    if (content === 0) return 0;
    this.endBlocks();
    this.pushContainer("list-item", indent + content - start, false);
    this.matched = this.depth;
    if (this.text.charCodeAt(next) !== LINE_FEED) {
      this.addText(content, end);
      return next;
    }
    this.pushParagraph(content, end);
    return next + 1;
  }

  /** Reads a line of a quotation, `> ` before text. `false`: it may be anything. */
  private readPlainQuote(start: number, end: number): boolean {
    const { text, containers, depth } = this;
    const content = start + 2;
    if (content >= end || text.charCodeAt(start + 1) !== 0x20) return false;
    if (startOf(text.charCodeAt(content)) !== NOTHING) return false;
    if (depth === 0) {
      this.endBlocks();
      this.pushContainer("quote", 0, false);
    } else if ((containers[0] as Container).kind !== "quote") return false;
    this.matched = 1;
    this.addText(content, end);
    return true;
  }

  /** Reads lines behind the one that a leaf was met in, if they can be nothing but its own. Gives where to go on. */
  protected readMore(from: number, leaf: RawBlock): number {
    const { text, containers, depth, fence } = this;
    if (leaf.kind === "html") {
      const isPlain = depth === 0 && this.columns === undefined && !this.mayHoldReturns;
      return isPlain && this.htmlEnd === "blank" ? addUntilBlank(text, from, leaf) : from;
    }
    if (fence === undefined || this.columns?.isIndented === true) return from;
    const columns = columnsOf(containers, depth);
    if (columns === -1) return from;
    const next = addFencedLines(text, from, leaf, fence, columns);
    if (fence.isClosed) this.closeLeaf();
    return next;
  }

  /** `false`: it belongs to code or HTML, and nothing has been done. */
  protected readEmptyLine(): boolean {
    const { leaf, containers, depth } = this;
    if (leaf !== undefined && leaf.isVerbatim) return false;
    let matched = 0;
    while (matched < depth && goesOnBlank(containers[matched] as Container)) matched += 1;
    this.matched = matched;
    if (leaf !== undefined || matched < depth) this.endBlocks();
    return true;
  }
}
