import type { CleanText } from "../document/clean-text.ts";
import type { Span } from "../text/span.ts";
import type { BlockText } from "./block-text.ts";
import type { DefinitionCursor } from "./definitions.ts";
import type { InlineCode } from "./inline-tokens.ts";
import { endOfContent } from "./line-cursor.ts";
import type { RawBlock } from "./raw-block.ts";
import { linesOf } from "./stretches.ts";
import type {
  Anchor,
  CodeBlock,
  CodeSpan,
  Definition,
  Link,
  LinkForm,
  Table,
  TableRow,
} from "./structure.ts";
import { cellsOf, countCells } from "./table-row.ts";

// What a page has thousands of, and of which most are never asked where they stand: they know their offsets in the clean
// text, or in a text of it, and their spans in the page are made for who asks.

/** A definition of a link. */
export class PlacedDefinition implements Definition {
  readonly label: string;
  readonly target: string;
  /** Where it stands in the clean text. */
  readonly start: number;
  readonly end: number;
  private readonly clean: CleanText;
  private readonly labelStart: number;
  private readonly labelEnd: number;
  private readonly targetStart: number;
  private readonly targetEnd: number;

  /** The definition that the cursor is at. `content`: the text that its offsets are into. */
  constructor(raw: DefinitionCursor, content: BlockText, clean: CleanText) {
    this.label = raw.label;
    this.target = raw.target;
    this.start = content.originOf(raw.start);
    this.end = content.originOfEnd(raw.start, raw.end);
    this.clean = clean;
    this.labelStart = content.originOf(raw.labelStart);
    this.labelEnd = content.originOfEnd(raw.labelStart, raw.labelEnd);
    this.targetStart = content.originOf(raw.targetStart);
    this.targetEnd = content.originOfEnd(raw.targetStart, raw.targetEnd);
  }

  get span(): Span {
    return this.clean.toPage(this.start, this.end);
  }

  get labelSpan(): Span {
    return this.clean.toPage(this.labelStart, this.labelEnd);
  }

  get targetSpan(): Span {
    return this.clean.toPage(this.targetStart, this.targetEnd);
  }
}

/** A link in an attribute of a tag or a directive; its offsets are into the clean text. */
export class PlacedTagLink implements Link {
  readonly form: LinkForm;
  readonly role: Link["role"];
  readonly target: string;
  readonly cleanStart: number;
  private readonly clean: CleanText;
  private readonly end: number;
  private readonly targetStart: number;
  private readonly targetEnd: number;

  constructor(
    form: LinkForm,
    role: Link["role"],
    target: string,
    clean: CleanText,
    start: number,
    end: number,
    targetStart: number,
    targetEnd: number,
  ) {
    this.form = form;
    this.role = role;
    this.target = target;
    this.clean = clean;
    this.cleanStart = start;
    this.end = end;
    this.targetStart = targetStart;
    this.targetEnd = targetEnd;
  }

  get isImage(): boolean {
    return this.role === "image";
  }

  get textSpan(): undefined {
    return undefined;
  }

  get textLength(): undefined {
    return undefined;
  }

  get label(): undefined {
    return undefined;
  }

  get span(): Span {
    return this.clean.toPage(this.cleanStart, this.end);
  }

  get targetSpan(): Span {
    return this.clean.toPage(this.targetStart, this.targetEnd);
  }
}

/** A bookmark; its offsets are into the clean text. */
export class PlacedAnchor implements Anchor {
  readonly name: string;
  private readonly clean: CleanText;
  private readonly start: number;
  private readonly end: number;

  constructor(name: string, clean: CleanText, start: number, end: number) {
    this.name = name;
    this.clean = clean;
    this.start = start;
    this.end = end;
  }

  get span(): Span {
    return this.clean.toPage(this.start, this.end);
  }
}

/** A table; its cells are looked for when somebody asks. */
export class PlacedTable implements Table {
  readonly span: Span;
  private readonly clean: CleanText;
  private readonly block: RawBlock;
  private knownRows: readonly TableRow[] | undefined;

  constructor(clean: CleanText, block: RawBlock) {
    this.clean = clean;
    this.block = block;
    this.span = clean.toPage(block.start, block.end);
  }

  get columnCount(): number {
    return countCells(this.clean.text, this.block.lineStart(1), this.block.lineEnd(1));
  }

  get headerCells(): readonly Span[] {
    return this.allRows[0]?.cells ?? [];
  }

  get rows(): readonly TableRow[] {
    return this.allRows.slice(1);
  }

  private get allRows(): readonly TableRow[] {
    // The second line is the row of dashes.
    this.knownRows ??= linesOf(this.clean.text, this.block)
      .filter((_, nth) => nth !== 1)
      .map((line) => this.readRow(line));
    return this.knownRows;
  }

  private readRow(line: Span): TableRow {
    const { clean } = this;
    return {
      span: clean.toPage(line.start, endOfContent(clean.text, line.start, line.end)),
      cells: cellsOf(clean.text, line).map(({ start, end }) => clean.toPage(start, end)),
    };
  }
}

/** A code span; its content is read when somebody asks. */
export class PlacedCodeSpan implements CodeSpan {
  readonly span: Span;
  private readonly code: InlineCode;

  constructor(code: InlineCode, span: Span) {
    this.code = code;
    this.span = span;
  }

  get content(): string {
    return this.code.content;
  }
}

/** A block of code; the places of its lines are looked up when somebody asks. */
export class PlacedCode implements CodeBlock {
  readonly span: Span;
  readonly isFenced: boolean;
  readonly info: string | undefined;
  readonly isClosed: boolean;
  private readonly clean: CleanText;
  private readonly block: RawBlock;

  constructor(clean: CleanText, block: RawBlock) {
    const { fence } = block;
    this.clean = clean;
    this.block = block;
    this.span = clean.toPage(block.start, block.end);
    this.isFenced = fence !== undefined;
    this.info = fence?.info === "" ? undefined : fence?.info;
    this.isClosed = fence?.isClosed ?? true;
  }

  get lineSpans(): readonly Span[] {
    return linesOf(this.clean.text, this.block).map(({ start, end }) => this.clean.toPage(start, end));
  }
}
