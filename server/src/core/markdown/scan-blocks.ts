import type { Span } from "../text/span.ts";
import {
  closesFence,
  fenceAt,
  type FenceStart,
  headingLevelAt,
  htmlBlockAt,
  type HtmlBlockEnd,
  isThematicBreakAt,
  listMarkerAt,
  mayStartBlock,
  setextLevelAt,
} from "./block-starts.ts";
import { BlockText } from "./block-text.ts";
import { readDefinitions } from "./definitions.ts";
import { LineCursor } from "./line-cursor.ts";
import { cellsOf, delimiterColumns } from "./table-row.ts";

/** A leaf block as the block pass leaves it. All offsets are into the scanned text. */
export interface RawBlock {
  readonly kind: "heading" | "paragraph" | "code" | "html" | "table" | "thematic-break";
  readonly span: Span;
  /** Content line by line: container prefixes, indentation, heading and fence markers excluded. */
  readonly lines: readonly Span[];
  readonly containers: readonly ContainerKind[];
  /** Of a heading. */
  readonly level: number | undefined;
  /** Of a fence; `undefined` for indented code. */
  readonly fence: { readonly info: string; readonly isClosed: boolean } | undefined;
}

export type ContainerKind = "quote" | "list-item";

/** The block pass of CommonMark with GitHub's tables. Linear; total. */
export function scanBlocks(text: string): RawBlock[] {
  return new BlockScanner(text).scan();
}

interface Container {
  readonly kind: ContainerKind;
  /** Columns that belong to the item; 0 for quotes. */
  readonly indent: number;
  /** A list item whose first line is bare must go on at the second. */
  isEmpty: boolean;
}

interface Leaf {
  readonly kind: "paragraph" | "fence" | "indented" | "html" | "table";
  readonly start: number;
  end: number;
  readonly lines: Span[];
  readonly fence?: FenceStart & { readonly indent: number; readonly info: string };
  readonly htmlEnd?: HtmlBlockEnd;
}

// No page nests this deep on purpose; without a bound, blank lines below a page of markers cost a square.
const DEEPEST_NESTING = 100;

class BlockScanner {
  readonly #cursor: LineCursor;
  readonly #text: string;
  readonly #blocks: RawBlock[] = [];
  readonly #containers: Container[] = [];
  /** Their kinds: one list for all blocks that stand in the same ones. `undefined`: not asked for yet. */
  #kinds: readonly ContainerKind[] | undefined;
  #leaf: Leaf | undefined;
  /** How many of the containers the current line goes on in; those that it opens itself count too. */
  #matched = 0;

  constructor(text: string) {
    this.#text = text;
    this.#cursor = new LineCursor(text);
  }

  scan(): RawBlock[] {
    while (this.#cursor.advanceLine()) {
      // Between blocks.
      const isNothing = this.#leaf === undefined && this.#containers.length === 0 && this.#cursor.isBlank;
      if (!isNothing) this.#readLine();
    }
    this.#closeLeaf();
    return this.#blocks;
  }

  #readLine(): void {
    this.#matchContainers();
    if (this.#isContinued && this.#continueVerbatim()) return;
    if (!this.#openBlocks()) this.#readText();
  }

  /** Whether no container ends with the current line. */
  get #isContinued(): boolean {
    return this.#matched === this.#containers.length;
  }

  #pushContainer(container: Container): void {
    this.#containers.push(container);
    this.#kinds = undefined;
  }

  /** Skips the prefixes of the open containers that go on in this line. */
  #matchContainers(): void {
    this.#matched = 0;
    if (this.#containers.length === 0) return;
    for (const container of this.#containers) {
      const offset = this.#cursor.contentStart;
      if (container.kind === "quote") {
        if (offset >= this.#cursor.lineEnd || this.#text.charCodeAt(offset) !== 0x3e /* > */) break;
        if (this.#cursor.indent > 3) break;
        this.#skipQuoteMarker();
      } else if (offset === this.#cursor.lineEnd) {
        if (container.isEmpty) break;
        this.#cursor.skipBlanks();
      } else if (this.#cursor.indent >= container.indent) {
        this.#cursor.skipColumns(container.indent);
        container.isEmpty = false;
      } else break;
      this.#matched += 1;
    }
  }

  #skipQuoteMarker(): void {
    this.#cursor.skipBlanks();
    this.#cursor.skipCharacters(1);
    this.#cursor.skipColumns(1);
  }

  /** Lines of fences, HTML blocks and indented code are taken as they are. `true`: the line is done. */
  #continueVerbatim(): boolean {
    const leaf = this.#leaf;
    if (leaf === undefined) return false;
    if (leaf.kind === "fence") return this.#continueFence(leaf);
    if (leaf.kind === "html") return this.#continueHtml(leaf);
    if (leaf.kind !== "indented") return false;

    const { isBlank } = this.#cursor;
    if (this.#cursor.indent < 4 && !isBlank) return false;
    this.#cursor.skipColumns(4);
    leaf.lines.push(this.#cursor.rest);
    // Blank lines at the end are cut off when the block closes.
    if (!isBlank) leaf.end = this.#cursor.lineEnd;
    return true;
  }

  #continueFence(leaf: Leaf): boolean {
    const { fence } = leaf;
    if (fence === undefined) return false;
    leaf.end = this.#cursor.lineEnd;
    if (closesFence(this.#cursor, this.#cursor.contentStart, fence) && this.#cursor.indent < 4) {
      this.#finish(leaf, true);
      return true;
    }
    this.#cursor.skipColumns(fence.indent);
    leaf.lines.push(this.#cursor.rest);
    return true;
  }

  #continueHtml(leaf: Leaf): boolean {
    if (leaf.htmlEnd === "blank" && this.#cursor.isBlank) {
      this.#closeLeaf();
      return true;
    }
    this.#takeHtmlLine(leaf);
    return true;
  }

  #takeHtmlLine(leaf: Leaf): void {
    const line = this.#cursor.rest;
    leaf.lines.push(line);
    leaf.end = line.end;
    const isLast =
      leaf.htmlEnd !== "blank" && leaf.htmlEnd?.test(this.#text.slice(line.start, line.end)) === true;
    if (isLast) this.#closeLeaf();
  }

  /** Opens containers and leaf blocks that start in this line. `true`: nothing is left of the line. */
  #openBlocks(): boolean {
    for (;;) {
      const offset = this.#cursor.contentStart;
      if (offset === this.#cursor.lineEnd) return false;
      const columns = this.#cursor.indent;
      if (columns > 3) return this.#openIndented();
      if (!mayStartBlock(this.#text.charCodeAt(offset))) return false;

      const inParagraph = this.#isContinued && this.#leaf?.kind === "paragraph";
      if (this.#text[offset] === ">" && this.#containers.length < DEEPEST_NESTING) {
        this.#startLeaf();
        this.#skipQuoteMarker();
        this.#pushContainer({ kind: "quote", indent: 0, isEmpty: false });
      } else if (this.#openLeaf(offset, columns, inParagraph)) {
        return true;
      } else if (!this.#openItem(offset, columns, inParagraph)) {
        return false;
      }
      this.#matched = this.#containers.length;
    }
  }

  #openIndented(): boolean {
    // Indented lines carry a paragraph on, even a lazy one.
    if (this.#leaf?.kind === "paragraph") return false;
    this.#startLeaf();
    const start = this.#cursor.position;
    this.#cursor.skipColumns(4);
    const line = this.#cursor.rest;
    this.#leaf = { kind: "indented", start, end: line.end, lines: [line] };
    return true;
  }

  #openLeaf(offset: number, indent: number, inParagraph: boolean): boolean {
    const cursor = this.#cursor;
    const level = headingLevelAt(cursor, offset);
    if (level !== undefined) {
      this.#startLeaf();
      this.#pushHeading(offset, level);
      return true;
    }
    const fence = fenceAt(cursor, offset);
    if (fence !== undefined) {
      this.#startLeaf();
      const info = this.#text.slice(offset + fence.length, cursor.lineEnd).trim();
      this.#leaf = {
        kind: "fence",
        start: offset,
        end: cursor.lineEnd,
        lines: [],
        fence: { ...fence, indent, info },
      };
      return true;
    }
    const html = htmlBlockAt(cursor, offset);
    // A lazy line can be carried on by a paragraph, so a lone tag does not interrupt that either.
    if (html !== undefined && (html.canInterrupt || this.#leaf?.kind !== "paragraph")) {
      this.#startLeaf();
      const leaf: Leaf = { kind: "html", start: offset, end: cursor.lineEnd, lines: [], htmlEnd: html.end };
      this.#leaf = leaf;
      this.#takeHtmlLine(leaf);
      return true;
    }
    return this.#openUnderline(offset, inParagraph);
  }

  #openUnderline(offset: number, inParagraph: boolean): boolean {
    const paragraph = inParagraph ? this.#leaf : undefined;
    const level = paragraph === undefined ? undefined : setextLevelAt(this.#cursor, offset);
    if (paragraph !== undefined && level !== undefined) return this.#pushUnderlined(paragraph, level);
    if (!isThematicBreakAt(this.#cursor, offset)) return false;
    this.#startLeaf();
    this.#push("thematic-break", { start: offset, end: this.#cursor.lineEnd }, []);
    return true;
  }

  /** Turns a paragraph into a heading; definitions at its start stay a paragraph. `false`: nothing else is in it. */
  #pushUnderlined(paragraph: Leaf, level: 1 | 2): boolean {
    const { text } = BlockText.of(this.#text, paragraph.lines);
    const { end } = readDefinitions(text);
    if (end >= text.length) return false;
    const count = end === 0 ? 0 : text.slice(0, end).split("\n").length - 1;
    this.#leaf = undefined;
    const definitions = paragraph.lines.slice(0, count);
    const lines = trimLast(this.#text, paragraph.lines.slice(count));
    const start = lines[0]?.start ?? paragraph.start;
    if (count > 0) {
      const span = { start: paragraph.start, end: definitions.at(-1)?.end ?? start };
      this.#push("paragraph", span, definitions);
    }
    this.#push("heading", { start, end: this.#cursor.lineEnd }, lines, level);
    return true;
  }

  #pushHeading(offset: number, level: number): void {
    const span = { start: offset, end: this.#cursor.lineEnd };
    this.#cursor.skipBlanks();
    this.#cursor.skipCharacters(level);
    this.#cursor.skipBlanks();
    const line = withoutClosingMarks(this.#text, this.#cursor.trimmedRest);
    this.#push("heading", span, [line], level);
  }

  #openItem(offset: number, columns: number, inParagraph: boolean): boolean {
    const marker = listMarkerAt(this.#cursor, offset);
    if (marker === undefined || this.#containers.length >= DEEPEST_NESTING) return false;
    if (inParagraph && !marker.canInterrupt) return false;

    this.#startLeaf();
    this.#cursor.skipBlanks();
    this.#cursor.skipCharacters(marker.length);
    const isEmpty = this.#cursor.isBlank;
    const following = this.#cursor.indent;
    // Five blanks and more are one blank and indented code.
    const blanks = isEmpty || following > 4 ? 1 : following;
    this.#cursor.skipColumns(blanks);
    this.#pushContainer({ kind: "list-item", indent: columns + marker.length + blanks, isEmpty });
    return true;
  }

  #readText(): void {
    const leaf = this.#leaf;
    const isBlank = this.#cursor.isBlank;
    if (leaf?.kind === "paragraph" && !this.#isContinued && !isBlank) {
      this.#takeParagraphLine(leaf, true);
      return;
    }
    this.#closeUnmatched();
    if (isBlank) {
      this.#closeLeaf();
      return;
    }
    this.#cursor.skipBlanks();
    if (this.#leaf?.kind === "table") {
      this.#leaf.lines.push(this.#cursor.trimmedRest);
      this.#leaf.end = this.#cursor.lineEnd;
    } else if (this.#leaf?.kind === "paragraph") {
      this.#takeParagraphLine(this.#leaf, false);
    } else {
      this.#closeLeaf();
      const line = this.#cursor.rest;
      this.#leaf = { kind: "paragraph", start: line.start, end: line.end, lines: [line] };
    }
  }

  #takeParagraphLine(paragraph: Leaf, isLazy: boolean): void {
    this.#cursor.skipBlanks();
    const line = this.#cursor.rest;
    const header = paragraph.lines.at(-1);
    const columns = isLazy ? undefined : delimiterColumns(this.#text, line);
    if (header !== undefined && columns !== undefined && cellsOf(this.#text, header).length === columns) {
      this.#startTable(paragraph, header, line);
      return;
    }
    paragraph.lines.push(line);
    paragraph.end = line.end;
  }

  /** The last line of a paragraph turns out to be the header of a table. */
  #startTable(paragraph: Leaf, header: Span, delimiters: Span): void {
    paragraph.lines.pop();
    const last = paragraph.lines.at(-1);
    if (last !== undefined) {
      paragraph.end = last.end;
      this.#closeLeaf();
    }
    this.#leaf = { kind: "table", start: header.start, end: delimiters.end, lines: [header, delimiters] };
  }

  #startLeaf(): void {
    this.#closeUnmatched();
    this.#closeLeaf();
  }

  #closeUnmatched(): void {
    if (this.#isContinued) return;
    this.#closeLeaf();
    this.#containers.length = this.#matched;
    this.#kinds = undefined;
  }

  #closeLeaf(): void {
    if (this.#leaf !== undefined) this.#finish(this.#leaf, false);
  }

  #finish(leaf: Leaf, isClosed: boolean): void {
    this.#leaf = undefined;
    const span = { start: leaf.start, end: leaf.end };
    if (leaf.kind === "fence") {
      this.#push("code", span, leaf.lines, undefined, { info: leaf.fence?.info ?? "", isClosed });
    } else if (leaf.kind === "indented") {
      this.#push(
        "code",
        span,
        leaf.lines.filter((line) => line.start <= leaf.end),
      );
    } else {
      const lines = leaf.kind === "paragraph" ? trimLast(this.#text, leaf.lines) : leaf.lines;
      this.#push(leaf.kind, span, lines);
    }
  }

  #push(
    kind: RawBlock["kind"],
    span: Span,
    lines: readonly Span[],
    level?: RawBlock["level"],
    fence?: RawBlock["fence"],
  ): void {
    this.#kinds ??= this.#containers.map((container) => container.kind);
    this.#blocks.push({ kind, span, lines, containers: this.#kinds, level, fence });
  }
}

/** `## Title ##` ends with marks that are not part of the title, if a blank stands before them. */
function withoutClosingMarks(text: string, content: Span): Span {
  let marks = content.end;
  while (marks > content.start && text[marks - 1] === "#") marks -= 1;
  if (marks === content.end) return content;
  let end = marks;
  while (end > content.start && isBlank(text[end - 1])) end -= 1;
  return end === marks && marks > content.start ? content : { start: content.start, end };
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}

/** Blanks at the end of a paragraph are not part of it. */
function trimLast(text: string, lines: Span[]): Span[] {
  const last = lines.at(-1);
  if (last === undefined || !isBlank(text[last.end - 1])) return lines;
  let end = last.end;
  while (end > last.start && isBlank(text[end - 1])) end -= 1;
  return [...lines.slice(0, -1), { start: last.start, end }];
}
