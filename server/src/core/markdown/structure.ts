import type { Span } from "../text/span.ts";

/**
 * What the scanner sees in a page. All spans are UTF-16 offsets into the page as it stands in the file, even
 * where the scanner read it with the side-by-side markup taken out. Every list is in page order.
 */
export interface Structure {
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly definitions: Iterable<Definition>;
  /** Uses of a reference whose definition the page lacks: `[text][label]` and `[label][]` only. */
  readonly undefinedReferences: readonly UndefinedReference[];
  readonly codeSpans: readonly CodeSpan[];
  readonly codeBlocks: readonly CodeBlock[];
  readonly comments: readonly Comment[];
  readonly tables: readonly Table[];
  readonly alerts: readonly Alert[];
  /** `<a name>` and `id` attributes anywhere outside code and comments. Heading slugs are not among them. */
  readonly anchors: readonly Anchor[];
  /** Leaf blocks: what a localization pipeline lines up. */
  readonly blocks: Iterable<Block>;
}

/** A heading, with `#` or underlined. */
export interface Heading {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** The whole heading line or lines. */
  readonly span: Span;
  /** Its content, markers excluded. */
  readonly contentSpan: Span;
  /** Raw Markdown of the translation, anchors left out. */
  readonly text: string;
  /** Raw Markdown of the English, from the English half of its segments. `undefined`: it has no segment. */
  readonly sourceText: string | undefined;
  /** Names of `<a name>` and `id` inside the heading. */
  readonly anchorNames: readonly string[];
  /** Slug of the text as shown, before duplicates are numbered. */
  readonly slug: string;
  /** Slug of the English text; `undefined` where `sourceText` is. */
  readonly sourceSlug: string | undefined;
  /** Set for `# [Title](#tab/id)`: a tab, not a section. */
  readonly tabId: string | undefined;
}

/** How a link is written. */
export type LinkForm =
  /** `[text](target)` */
  | "inline"
  /** `[text][label]`, `[label][]`, `[label]` */
  | "reference"
  /** `<https://…>`, `<xref:uid>` */
  | "autolink"
  /** `https://…` or `www.…` in running text */
  | "bare"
  /** `href` or `src` of a tag */
  | "html"
  /** `source="…"`, `lightbox="…"` of a `:::image` and the like */
  | "directive";

/** A link, an image, or what else leads to another file or page. */
export interface Link {
  readonly form: LinkForm;
  readonly isImage: boolean;
  /** `[!INCLUDE[…](…)]` and `[!VIDEO …]` are links with a role of their own. */
  readonly role: "link" | "image" | "include" | "video" | "code";
  /** The whole construct. */
  readonly span: Span;
  /** What stands between the brackets. `undefined` for forms without. */
  readonly textSpan: Span | undefined;
  /**
   * Its length in what a reader gets, UTF-16 units, for who need not know where it stands. `undefined` for forms
   * without.
   */
  readonly textLength: number | undefined;
  /** Where the link leads, escapes and entities undone, nothing else changed. */
  readonly target: string;
  /** Where the target stands, `<>` and quotes excluded; for a reference, in its definition. */
  readonly targetSpan: Span;
  /** Normalised label of a reference. */
  readonly label: string | undefined;
}

/** `[label]: target`. Of several with one label, Markdown takes the first. */
export interface Definition {
  readonly span: Span;
  /** Normalised as CommonMark matches labels. */
  readonly label: string;
  readonly labelSpan: Span;
  readonly target: string;
  readonly targetSpan: Span;
}

/** `[text][label]` or `[label][]` without a definition. The label is as written, not normalised. */
export interface UndefinedReference {
  readonly span: Span;
  readonly label: string;
  readonly labelSpan: Span;
  readonly textSpan: Span;
}

/** Inline code. The span takes in its backticks. */
export interface CodeSpan {
  readonly span: Span;
  /** As CommonMark reads it: line ends are spaces, one space stripped on both sides. */
  readonly content: string;
}

/** Fenced or indented code. */
export interface CodeBlock {
  readonly span: Span;
  readonly isFenced: boolean;
  /** The info string of a fence, `undefined` for indented code and bare fences. */
  readonly info: string | undefined;
  /** Lines of content, container prefixes and line ends excluded. */
  readonly lineSpans: readonly Span[];
  /** Whether a fence has an end of its own; indented code has. */
  readonly isClosed: boolean;
}

/** An opening or closing tag. */
export interface HtmlTag {
  readonly span: Span;
  /** Lower case. */
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: readonly HtmlAttribute[];
}

/** An attribute of a tag or of a triple-colon line, its value without quotes. */
export interface HtmlAttribute {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
  /** Quotes excluded. */
  readonly valueSpan: Span;
}

/** `<!-- … -->`, as a block or in running text. */
export interface Comment {
  readonly span: Span;
  /** What stands between `<!--` and `-->`, trimmed. */
  readonly text: string;
}

/** A table of GFM. Spans of cells are without the blanks around them. */
export interface Table {
  readonly span: Span;
  readonly headerCells: readonly Span[];
  readonly rows: readonly TableRow[];
  /** Cells of the delimiter row. */
  readonly columnCount: number;
}

/** A row below the dashes; it may have fewer cells than the table has columns, or more. */
export interface TableRow {
  readonly span: Span;
  readonly cells: readonly Span[];
}

/** `[!NOTE]` and the like at the start of a quote. */
export interface Alert {
  /** As written: `NOTE`, `TIP` … */
  readonly kind: string;
  /** `[!NOTE]` itself. */
  readonly span: Span;
}

/** A name in a page that links can lead to; the span is that of the name itself. */
export interface Anchor {
  readonly name: string;
  readonly span: Span;
}

/** What a leaf block is. */
export type BlockKind = "heading" | "paragraph" | "code" | "html" | "table" | "thematic-break" | "definition";

/** A leaf block: one that holds text and no other blocks. */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  /** Enclosing containers from the outside in, for example `["quote", "list-item"]`. */
  readonly containers: readonly ("quote" | "list-item")[];
}
