import type { CleanText } from "../document/clean-text.ts";
import type { Segment } from "../segments/segment.ts";
import { BlockText } from "./block-text.ts";
import { HeadingReader, readFirstAnchor } from "./heading.ts";
import { TokenMarks } from "./may-hold-tokens.ts";
import { type DefiningParagraph, PageDefinitions } from "./page-definitions.ts";
import { PlacedCode, PlacedTable } from "./placed.ts";
import type { RawBlock } from "./raw-block.ts";
import { BlockScanner, scanBlocks } from "./scan-blocks.ts";
import { HtmlReader } from "./scan-html.ts";
import type { Heading, Structure } from "./structure.ts";
import { StructureBuilder } from "./structure-builder.ts";
import { linesOf } from "./stretches.ts";
import { RowCursor } from "./table-row.ts";

/**
 * Scans the Markdown of a page: blocks first, then, once all definitions are known, the inline content of each. Linear
 * in the page's length; total.
 */
export function scanMarkdown(clean: CleanText, page: string, segments: readonly Segment[]): Structure {
  return new PageScanner(clean, new HeadingReader(clean, page, segments)).scan();
}

/** The headings that `scanMarkdown` finds, and nothing else: a third of the work. */
export function scanHeadings(clean: CleanText, page: string, segments: readonly Segment[]): Heading[] {
  const reader = new HeadingReader(clean, page, segments);
  const headings: Heading[] = [];
  for (const block of scanBlocks(clean.text)) {
    if (block.kind !== "heading") continue;
    const start = block.lineStart(0);
    const end = block.lineEnd(block.lineCount - 1);
    const written = clean.text.slice(start, end);
    headings.push(reader.read(block, start, end, written, readFirstAnchor(written)));
  }
  return headings;
}

/** Goes through the blocks of one page, and makes a text only of those in which there may be something. */
class PageScanner {
  private readonly text: string;
  private readonly clean: CleanText;
  private readonly headings: HeadingReader;
  private readonly definitions: PageDefinitions;
  private readonly builder: StructureBuilder;
  private readonly marks: TokenMarks;
  /** Where the next three colons stand, or did when somebody asked last. */
  private nextColons = -1;

  constructor(clean: CleanText, headings: HeadingReader) {
    this.text = clean.text;
    this.clean = clean;
    this.headings = headings;
    this.definitions = this.readDefinitions();
    this.builder = new StructureBuilder(clean, this.definitions);
    this.marks = new TokenMarks(clean.text);
  }

  scan(): Structure {
    const scanner = new BlockScanner(this.text);
    for (let blocks = scanner.readSome(); blocks.length > 0; blocks = scanner.readSome()) {
      for (let nth = 0; nth < blocks.length; nth++) this.addBlock(blocks[nth] as RawBlock);
    }
    return this.builder.build();
  }

  /** What the page defines. Few pages define anything: those are looked through once more. */
  private readDefinitions(): PageDefinitions {
    const definitions = new PageDefinitions(this.clean);
    if (!this.text.includes("]:")) return definitions;
    for (const block of scanBlocks(this.text)) {
      if (block.kind === "paragraph" && this.mayDefine(block))
        definitions.addFrom(BlockText.ofBlock(this.text, block), block.start);
    }
    return definitions;
  }

  private mayDefine(paragraph: RawBlock): boolean {
    const first = this.text.charCodeAt(paragraph.lineStart(0));
    return first === 0x5b /* [ */ || first === 0x0d;
  }

  private addBlock(block: RawBlock): void {
    if (block.kind === "paragraph") this.addParagraph(block);
    else if (block.kind === "heading") this.addHeading(block);
    else if (block.kind === "code") this.builder.lists.codeBlocks.push(new PlacedCode(this.clean, block));
    else if (block.kind === "html") this.addHtml(block);
    else if (block.kind === "table") this.addTable(block);
  }

  private addParagraph(block: RawBlock): void {
    const start = block.lineStart(0);
    const end = block.lineEnd(block.lineCount - 1);
    const defining = this.definitions.paragraphAt(block.start);
    if (defining !== undefined) {
      this.addDefining(block, defining, end);
      return;
    }
    const hasColons = this.haveColons(start, end);
    if (!hasColons && !this.marks.mayStandIn(start, end)) return;
    const mayBeAlert = block.containers.length > 0 && this.text.startsWith("[!", start);
    if (hasColons || mayBeAlert || !block.isStretch)
      this.addContent(block, BlockText.ofBlock(this.text, block), hasColons);
    else this.builder.addStretch(start, end);
  }

  private addDefining(block: RawBlock, { inline }: DefiningParagraph, end: number): void {
    if (inline === undefined) return;
    const start = inline.originOf(0);
    const hasColons = this.haveColons(start, end);
    if (hasColons || this.marks.mayStandIn(start, end)) this.addContent(block, inline, hasColons);
  }

  /** Adds what a paragraph holds, which may be an alert or directives. */
  private addContent(block: RawBlock, content: BlockText, hasColons: boolean): void {
    const { builder } = this;
    if (content.text.startsWith("[!") && block.containers.includes("quote")) builder.addAlert(content);
    builder.addInline(content, hasColons ? builder.addDirectives(content) : undefined);
  }

  /** Whether three colons stand in a stretch. Its start must not be smaller than that of the one before. */
  private haveColons(start: number, end: number): boolean {
    if (this.nextColons < start) {
      const next = this.text.indexOf(":::", start);
      this.nextColons = next === -1 ? Infinity : next;
    }
    return this.nextColons < end;
  }

  private addHeading(block: RawBlock): void {
    const { builder, text, marks } = this;
    const start = block.lineStart(0);
    const end = block.lineEnd(block.lineCount - 1);
    const written = text.slice(start, end);
    const anchor = readFirstAnchor(written);
    builder.lists.headings.push(this.headings.read(block, start, end, written, anchor));
    if (anchor === undefined) {
      if (marks.mayStandIn(start, end)) this.addHeadingContent(block, start, end);
      return;
    }
    const { name, start: nameStart, end: anchorEnd } = anchor;
    if (name !== "") builder.addAnchor(name, start + nameStart, start + nameStart + name.length);
    // The anchor is all that most headings hold.
    if (marks.mayStandIn(start + anchorEnd, end)) this.addHeadingContent(block, start + anchorEnd, end);
  }

  /** `start`: where it starts, behind the anchor. */
  private addHeadingContent(block: RawBlock, start: number, end: number): void {
    if (block.isStretch) this.builder.addStretch(start, end);
    else this.builder.addInline(BlockText.ofBlock(this.text, block).from(start - block.lineStart(0)));
  }

  private addTable(block: RawBlock): void {
    const { builder, text, marks } = this;
    builder.lists.tables.push(new PlacedTable(this.clean, block));
    const tableStart = block.lineStart(0);
    const tableEnd = block.lineEnd(block.lineCount - 1);
    if (!marks.mayStandIn(tableStart, tableEnd)) return;
    // What stands between the lines is blanks and the marks of quotations, which begin nothing.
    if (builder.addCells(tableStart, tableEnd)) return;
    for (const [nth, { start, end }] of linesOf(text, block).entries()) {
      // The second line is the row of dashes.
      if (nth === 1 || !marks.mayStandIn(start, end)) continue;
      for (const cell = new RowCursor(text, start, end); cell.advance();) {
        // Not by the scanner of the page, which has read the table and only knows what stands behind it.
        if (marks.mayStandIn(cell.start, cell.end))
          builder.addInline(BlockText.ofStretch(text, cell.start, cell.end));
      }
    }
  }

  /** Tags and comments of an HTML block. Markdown means nothing there. */
  private addHtml(block: RawBlock): void {
    const content = BlockText.ofBlock(this.text, block);
    const { text } = content;
    const reader = new HtmlReader(text);
    for (let start = text.indexOf("<"); start !== -1; start = text.indexOf("<", start)) {
      const end = reader.readAt(start);
      if (end !== -1 && reader.kind === "tag" && reader.hasAttributes) {
        reader.attributes.begin(reader.nameEnd);
        this.builder.addAttributes(reader.nameAt(start), reader.attributes, content, start, end);
      }
      if (end !== -1 && reader.kind === "comment")
        this.builder.addComment(reader.commentAt(start), content, { start, end });
      start = end === -1 ? start + 1 : end;
    }
  }
}
