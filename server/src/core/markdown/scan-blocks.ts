import {
  beginsText,
  canInterrupt,
  FENCE,
  HEADING,
  HTML,
  MARK,
  NOTHING,
  QUOTE,
  endOfHeading,
  fenceLengthAt,
  headingLevelAt,
  htmlBlockAt,
  type HtmlBlockEnd,
  isThematicBreakAt,
  markerLengthAt,
  setextLevelAt,
  startOf,
} from "./block-starts.ts";
import { BlockText } from "./block-text.ts";
import {
  columnsOf,
  type Container,
  goesOnBlank,
  kindsOf,
  matchContainers,
  NO_CONTAINERS,
  pushContainer,
  skipQuoteMarker,
} from "./containers.ts";
import { readDefinitions } from "./definitions.ts";
import { addFencedLines, type OpenFence, readFencedLine } from "./fenced-lines.ts";
import { endOfContent, isBlank, LineCursor, startOfContent } from "./line-cursor.ts";
import { GridColumns } from "./grid-columns.ts";
import { type ContainerKind, type Fence, type LineBounds, RawBlock } from "./raw-block.ts";
import { countCells, delimiterColumns } from "./table-row.ts";

/** The block pass of CommonMark with GitHub's tables. Linear; total. */
export function scanBlocks(text: string): RawBlock[] {
  return new BlockScanner(text).scan();
}

// No page nests this deep on purpose; without a bound, blank lines below a page of markers cost a square.
const DEEPEST_NESTING = 100;

/** A page has ten thousands of lines: fields and methods with `#` would cost a step of their own for each use. */
class BlockScanner {
  private readonly text: string;
  private readonly cursor: LineCursor;
  private readonly blocks: RawBlock[] = [];
  private readonly bounds: LineBounds = [];
  /** The open ones are the first `depth`; those behind them are used again. */
  private readonly containers: Container[] = [];
  private depth = 0;
  /** Kinds of the open ones: one list for all blocks that stand in the same ones. `undefined`: not asked for yet. */
  private kinds: readonly ContainerKind[] | undefined = NO_CONTAINERS;
  /** The block that the next line may go on with. Of a heading or a thematic break there is no next line. */
  private leaf: RawBlock | undefined;
  /** Of the leaf, if it is fenced code. */
  private fence: OpenFence | undefined;
  /** Of the leaf, if it is HTML. */
  private htmlEnd: HtmlBlockEnd = "blank";
  /** How many of the containers the current line goes on in; those that it opens itself count too. */
  private matched = 0;
  private readonly columns: GridColumns | undefined;

  constructor(text: string) {
    this.text = text;
    this.cursor = new LineCursor(text);
    this.columns = GridColumns.of(text);
  }

  scan(): RawBlock[] {
    const { text, cursor, columns } = this;
    const { length } = text;
    const mayHoldReturns = text.includes("\r");
    for (let start = 0; start < length;) {
      const first = text.charCodeAt(start);
      // Every third line is empty.
      if (first === 0x0a && this.readEmptyLine()) {
        start += 1;
        continue;
      }
      const newline = text.indexOf("\n", start);
      const next = newline === -1 ? length : newline;
      const end = mayHoldReturns && next > start && text.charCodeAt(next - 1) === 0x0d ? next - 1 : next;
      if (columns !== undefined || !this.readPlainLine(first, start, end)) {
        cursor.enterLine(start, end);
        columns?.enterLine(cursor, this.fence !== undefined);
        this.readLine();
      }
      start = this.fence === undefined ? next + 1 : this.readFenced(next + 1, this.fence);
    }
    this.closeLeaf();
    return this.blocks;
  }

  /**
   * Reads a line of one of the kinds that nearly all are of, told by its first character: text, a heading, an item, a
   * quotation or a fence. `false`: it may be anything, and nothing has been done.
   */
  private readPlainLine(first: number, start: number, end: number): boolean {
    if (start === end) return this.readEmptyLine();
    const { leaf } = this;
    if (leaf !== undefined && leaf.isVerbatim) return false;
    // No container goes on in a line that begins with neither blanks nor `>`.
    this.matched = 0;
    switch (startOf(first)) {
      case NOTHING:
        this.addText(start, end);
        return true;
      case HEADING:
        return this.openHeading(start, end);
      case MARK:
        return this.openPlainItem(first, start, end) || this.readLikeMark(start, end);
      case FENCE:
        return this.openFence(start, 0, end) || this.readLikeMark(start, end);
      case QUOTE:
        return this.readPlainQuote(start, end);
      default:
        return false;
    }
  }

  /** Takes a line for text that only begins like a mark. `false`: it may be one, or the underline of a paragraph. */
  private readLikeMark(start: number, end: number): boolean {
    if (this.leaf !== undefined || !beginsText(this.text, start, end)) return false;
    this.addText(start, end);
    return true;
  }

  /** Opens an item that begins at the start of its line and with text. `false`: it may be anything. */
  private openPlainItem(first: number, start: number, end: number): boolean {
    const { text } = this;
    const length = markerLengthAt(text, start, end);
    if (length === 0 || this.paragraph !== undefined) return false;
    const content = start + length + 1;
    // A tab or two blanks may be indentation.
    if (content >= end || text.charCodeAt(content - 1) !== 0x20) return false;
    const code = text.charCodeAt(content);
    if (startOf(code) !== NOTHING) {
      if (!beginsText(text, content, end)) return false;
      // `* **` is a thematic break.
      if (code === first && isThematicBreakAt(text, start, end)) return false;
    }
    this.endBlocks();
    this.pushContainer("list-item", length + 1, false);
    this.matched = this.depth;
    this.addText(content, end);
    return true;
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

  /** Reads the lines of a fence that can be nothing else. Gives where the next line starts. */
  private readFenced(from: number, fence: OpenFence): number {
    const { leaf } = this;
    const columns = columnsOf(this.containers, this.depth);
    return leaf === undefined || columns === -1 || this.columns?.isIndented === true
      ? from
      : addFencedLines(this.text, from, leaf, fence, columns);
  }

  /** `false`: it belongs to code or HTML, and nothing has been done. */
  private readEmptyLine(): boolean {
    const { leaf, containers, depth } = this;
    if (leaf !== undefined && leaf.isVerbatim) return false;
    let matched = 0;
    while (matched < depth && goesOnBlank(containers[matched] as Container)) matched += 1;
    this.matched = matched;
    if (leaf !== undefined || matched < depth) this.endBlocks();
    return true;
  }

  private readLine(): void {
    this.matched = 0;
    if (this.depth > 0) this.matched = matchContainers(this.cursor, this.containers, this.depth);
    const { leaf, cursor } = this;
    if (leaf !== undefined && leaf.kind !== "paragraph" && this.isContinued && this.continueVerbatim(leaf))
      return;
    if (cursor.contentStart === cursor.lineEnd) this.endBlocks();
    else if (!this.openBlocks()) this.readText();
  }

  /** Whether no container ends with the current line. */
  private get isContinued(): boolean {
    return this.matched === this.depth;
  }

  private pushContainer(kind: ContainerKind, indent: number, isEmpty: boolean): void {
    pushContainer(this.containers, this.depth, kind, indent, isEmpty);
    this.depth += 1;
    this.kinds = undefined;
  }

  /** Lines of fences, HTML blocks and indented code are taken as they are. `true`: the line is done. */
  private continueVerbatim(leaf: RawBlock): boolean {
    const { cursor } = this;
    if (leaf.kind === "html") {
      this.continueHtml(leaf);
      return true;
    }
    if (leaf.kind !== "code") return false;
    if (this.fence !== undefined) {
      if (readFencedLine(cursor, leaf, this.fence)) this.closeLeaf();
      return true;
    }
    const hasContent = cursor.contentStart < cursor.lineEnd;
    if (hasContent && cursor.indent < 4) return false;
    cursor.skipColumns(4);
    leaf.addLine(cursor.position, cursor.lineEnd);
    // Blank lines at the end are cut off when the block closes.
    if (hasContent) leaf.end = cursor.lineEnd;
    return true;
  }

  private continueHtml(leaf: RawBlock): void {
    const { position, contentStart, lineEnd } = this.cursor;
    const { htmlEnd } = this;
    if (htmlEnd === "blank" && contentStart === lineEnd) {
      this.closeLeaf();
      return;
    }
    leaf.addLine(position, lineEnd);
    leaf.end = lineEnd;
    if (htmlEnd !== "blank" && htmlEnd.test(this.text.slice(position, lineEnd))) this.closeLeaf();
  }

  /** Opens containers and leaf blocks that start in this line. `true`: nothing is left of the line. */
  private openBlocks(): boolean {
    const { cursor } = this;
    for (;;) {
      const offset = cursor.contentStart;
      if (offset === cursor.lineEnd) return false;
      if (cursor.indent > 3) return this.openIndented();
      const start = startOf(this.text.charCodeAt(offset));
      if (start === NOTHING) return false;
      const isContainer = start === QUOTE ? this.openQuote() : false;
      if (!isContainer) {
        if (this.openLeaf(start, offset)) return true;
        if (start !== MARK || !this.openItem(offset)) return false;
      }
      this.matched = this.depth;
    }
  }

  private openIndented(): boolean {
    // Indented lines carry a paragraph on, even a lazy one.
    if (this.leaf?.kind === "paragraph") return false;
    this.endBlocks();
    const start = this.cursor.position;
    this.cursor.skipColumns(4);
    const { position, lineEnd } = this.cursor;
    this.leaf = this.newBlock("code", start, lineEnd);
    this.leaf.addLine(position, lineEnd);
    return true;
  }

  private openQuote(): boolean {
    if (this.depth >= DEEPEST_NESTING) return false;
    this.endBlocks();
    skipQuoteMarker(this.cursor);
    this.pushContainer("quote", 0, false);
    return true;
  }

  private openLeaf(start: number, offset: number): boolean {
    switch (start) {
      case HEADING:
        return this.openHeading(offset, this.cursor.lineEnd);
      case FENCE:
        return this.openFence(offset, this.cursor.indent, this.cursor.lineEnd);
      case HTML:
        return this.openHtml(offset);
      case MARK:
        return this.openUnderline(offset);
      default:
        return false;
    }
  }

  private openHeading(start: number, end: number): boolean {
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

  private openFence(offset: number, indent: number, lineEnd: number): boolean {
    const { text } = this;
    const length = fenceLengthAt(text, offset, lineEnd);
    if (length === 0) return false;
    this.endBlocks();
    const info = text.slice(offset + length, lineEnd).trim();
    this.fence = { marker: text.charCodeAt(offset), length, indent, info, isClosed: false };
    this.leaf = this.newBlock("code", offset, lineEnd, 0, this.fence);
    return true;
  }

  private openHtml(offset: number): boolean {
    const html = htmlBlockAt(this.cursor, offset);
    // A lazy line can be carried on by a paragraph, so a lone tag does not interrupt that either.
    if (html === undefined || (!html.canInterrupt && this.leaf?.kind === "paragraph")) return false;
    this.endBlocks();
    this.htmlEnd = html.end;
    this.leaf = this.newBlock("html", offset, this.cursor.lineEnd);
    this.continueHtml(this.leaf);
    return true;
  }

  private openUnderline(offset: number): boolean {
    const paragraph = this.paragraph;
    const level = paragraph === undefined ? undefined : setextLevelAt(this.cursor, offset);
    if (paragraph !== undefined && level !== undefined) return this.pushUnderlined(paragraph, level);
    if (!isThematicBreakAt(this.text, offset, this.cursor.lineEnd)) return false;
    this.endBlocks();
    this.blocks.push(this.newBlock("thematic-break", offset, this.cursor.lineEnd));
    return true;
  }

  /** The paragraph that the current line stands in, other than as a lazy one. */
  private get paragraph(): RawBlock | undefined {
    return this.leaf?.kind === "paragraph" && this.isContinued ? this.leaf : undefined;
  }

  /** Turns a paragraph into a heading; definitions at its start stay a paragraph. `false`: nothing else is in it. */
  private pushUnderlined(paragraph: RawBlock, level: 1 | 2): boolean {
    const { text } = BlockText.ofBlock(this.text, paragraph);
    const { end } = readDefinitions(text);
    if (end >= text.length) return false;
    const count = end === 0 ? 0 : text.slice(0, end).split("\n").length - 1;
    this.leaf = undefined;
    paragraph.trimLastLine(this.text);
    const heading = paragraph.cutHeading(count, this.cursor.lineEnd, level);
    if (count > 0) {
      paragraph.end = paragraph.lineEnd(count - 1);
      this.blocks.push(paragraph);
    }
    this.blocks.push(heading);
    return true;
  }

  private openItem(offset: number): boolean {
    const { cursor } = this;
    const length = markerLengthAt(this.text, offset, cursor.lineEnd);
    if (length === 0 || this.depth >= DEEPEST_NESTING) return false;
    if (this.paragraph !== undefined && !canInterrupt(cursor, offset, length)) return false;

    this.endBlocks();
    const columns = cursor.indent;
    cursor.skipBlanks();
    cursor.skipCharacters(length);
    const isEmpty = cursor.contentStart === cursor.lineEnd;
    // Five blanks and more are one blank and indented code.
    const blanks = isEmpty || cursor.indent > 4 ? 1 : cursor.indent;
    cursor.skipColumns(blanks);
    this.pushContainer("list-item", columns + length + blanks, isEmpty);
    return true;
  }

  private readText(): void {
    const { cursor } = this;
    if (cursor.contentStart === cursor.lineEnd) {
      this.endBlocks();
      return;
    }
    cursor.skipBlanks();
    this.addText(cursor.position, cursor.lineEnd);
  }

  /** Takes what is left of a line, which begins nothing but text. */
  private addText(start: number, end: number): void {
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
  private endBlocks(): void {
    if (this.leaf !== undefined) this.closeLeaf();
    if (this.matched === this.depth) return;
    this.depth = this.matched;
    this.kinds = undefined;
  }

  private closeLeaf(): void {
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
  private newBlock(
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
