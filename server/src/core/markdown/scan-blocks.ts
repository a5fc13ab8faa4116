import {
  canInterrupt,
  FENCE,
  HEADING,
  HTML,
  htmlBlockAt,
  isThematicBreakAt,
  MARK,
  markerLengthAt,
  NOTHING,
  QUOTE,
  setextLevelAt,
  startOf,
} from "./block-starts.ts";
import { BlockText } from "./block-text.ts";
import { matchContainers, skipQuoteMarker } from "./containers.ts";
import { endOfDefinitions } from "./definitions.ts";
import { readFencedLine } from "./fenced-lines.ts";
import { LineCursor } from "./line-cursor.ts";
import { DEEPEST_NESTING } from "./open-blocks.ts";
import { PlainLines } from "./plain-lines.ts";
import type { RawBlock } from "./raw-block.ts";

const LINE_FEED = 0x0a;

/** So many blocks are handed out at once, or a few more: one list is all of most pages. */
const AT_ONCE = 100;

/** All blocks of a text in text order. Linear; total. */
export function scanBlocks(text: string): RawBlock[] {
  const scanner = new BlockScanner(text);
  const blocks: RawBlock[] = [];
  for (let some = scanner.readSome(); some.length > 0; some = scanner.readSome()) blocks.push(...some);
  return blocks;
}

/**
 * The block pass of CommonMark with GitHub's tables: reads the blocks of one text, line by line, and hands them out in text
 * order. A page of 4 MB can have a million: kept for as long as the page, they would take more time than to find them.
 */
export class BlockScanner extends PlainLines {
  private readonly cursor: LineCursor;
  /** Where the first line starts that has not been read. */
  private unread = 0;

  constructor(text: string) {
    super(text);
    this.cursor = new LineCursor(text);
  }

  /** The next blocks; none: there are no more. */
  readSome(): readonly RawBlock[] {
    this.beginList();
    const { text, columns, mayHoldReturns, blocks } = this;
    const { length } = text;
    let start = this.unread;
    while (start < length && blocks.length < AT_ONCE) {
      const first = text.charCodeAt(start);
      // Every third line is empty.
      if (first === LINE_FEED && this.readEmptyLine()) {
        start += 1;
        continue;
      }
      const newline = text.indexOf("\n", start);
      const next = newline === -1 ? length : newline;
      const end = mayHoldReturns && next > start && text.charCodeAt(next - 1) === 0x0d ? next - 1 : next;
      const after = columns === undefined ? this.readPlainLine(first, start, end, next + 1) : 0;
      start = after || this.readAnyLine(start, end, next + 1);
    }
    this.unread = start;
    if (start >= length) this.closeLeaf();
    return blocks;
  }

  /** Reads a line of whatever kind. Gives where to go on, at `next` or behind what else has been read. */
  private readAnyLine(start: number, end: number, next: number): number {
    const { cursor, columns } = this;
    cursor.enterLine(start, end);
    columns?.enterLine(cursor, this.fence !== undefined);
    this.readLine();
    return this.leaf === undefined ? next : this.readMore(next, this.leaf);
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

  /** Turns a paragraph into a heading; definitions at its start stay a paragraph. `false`: nothing else is in it. */
  private pushUnderlined(paragraph: RawBlock, level: 1 | 2): boolean {
    const { text } = BlockText.ofBlock(this.text, paragraph);
    const end = endOfDefinitions(text);
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
}
