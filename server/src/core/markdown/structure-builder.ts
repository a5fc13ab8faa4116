import type { CleanText } from "../document/clean-text.ts";
import { contains, type Span } from "../text/span.ts";
import { BlockText } from "./block-text.ts";
import type { RawDefinition } from "./definitions.ts";
import { findDirectives } from "./directives.ts";
import { linksOfTag, roleOf } from "./link-roles.ts";
import { MarkFinder } from "./mark-finder.ts";
import type { ContainerKind, RawBlock } from "./scan-blocks.ts";
import { HtmlReader } from "./scan-html.ts";
import {
  type InlineLink,
  type InlineOptions,
  type InlineTokens,
  mayHoldTokens,
  scanInline,
} from "./scan-inline.ts";
import type { BlockKind, Heading, HtmlAttribute, HtmlTag, Link, Structure } from "./structure.ts";

/** A row of a table, offsets into the scanned text. */
interface RawRow {
  readonly span: Span;
  readonly cells: readonly Span[];
}

type Lists = { -readonly [Key in keyof Structure]: Structure[Key][number][] };

const ALERT = /^\[!([A-Za-z]+)\][ \t]*$/;

/** Collects what the scanner finds, and turns offsets of the scanned text into offsets of the page. */
export class StructureBuilder {
  readonly #clean: CleanText;
  readonly #definitions: ReadonlyMap<
    string,
    { readonly definition: RawDefinition; readonly block: BlockText }
  >;
  readonly #inlineOptions: InlineOptions = {
    findDefinition: (label) => this.#definitions.get(label)?.definition.target,
  };
  readonly #lists: Lists = {
    headings: [],
    links: [],
    definitions: [],
    undefinedReferences: [],
    codeSpans: [],
    codeBlocks: [],
    htmlBlocks: [],
    htmlTags: [],
    comments: [],
    tables: [],
    alerts: [],
    includes: [],
    directives: [],
    anchors: [],
    blocks: [],
  };

  constructor(
    clean: CleanText,
    definitions: ReadonlyMap<string, { readonly definition: RawDefinition; readonly block: BlockText }>,
  ) {
    this.#clean = clean;
    this.#definitions = definitions;
  }

  build(): Structure {
    // Links of tags and directives were added behind those of the same paragraph's Markdown.
    this.#lists.links.sort((a, b) => a.span.start - b.span.start);
    return this.#lists;
  }

  addBlock(kind: BlockKind, span: Span, containers: readonly ContainerKind[]): Span {
    const placed = this.#place(span);
    this.#lists.blocks.push({ kind, span: placed, containers });
    return placed;
  }

  addCode(block: RawBlock): void {
    const span = this.addBlock("code", block.span, block.containers);
    this.#lists.codeBlocks.push({
      span,
      isFenced: block.fence !== undefined,
      info: block.fence?.info === "" ? undefined : block.fence?.info,
      lineSpans: block.lines.map((line) => this.#place(line)),
      isClosed: block.fence?.isClosed ?? true,
    });
  }

  addDefinition(definition: RawDefinition, block: BlockText, containers: readonly ContainerKind[]): void {
    const place = (span: Span): Span => this.#place(block.originOfSpan(span));
    this.addBlock("definition", block.originOfSpan(definition.span), containers);
    this.#lists.definitions.push({
      span: place(definition.span),
      label: definition.label,
      labelSpan: place(definition.labelSpan),
      target: definition.target,
      targetSpan: place(definition.targetSpan),
    });
  }

  addHeading(heading: Heading, block: RawBlock, text: BlockText): void {
    this.addBlock("heading", block.span, block.containers);
    this.#lists.headings.push(heading);
    this.#addInline(text);
  }

  addParagraph(block: RawBlock, text: BlockText): void {
    const start = text.originOf(0);
    this.addBlock(
      "paragraph",
      { start, end: Math.max(start, block.lines.at(-1)?.end ?? start) },
      block.containers,
    );
    if (block.containers.includes("quote")) this.#addAlert(text);
    const directives = this.#addDirectives(text);
    this.#addInline(text, directives);
  }

  addTable(block: RawBlock, header: RawRow, rows: readonly RawRow[], columnCount: number): void {
    const span = this.addBlock("table", block.span, block.containers);
    const placeRow = ({ span: row, cells }: RawRow): { span: Span; cells: Span[] } => ({
      span: this.#place(row),
      cells: cells.map((cell) => this.#place(cell)),
    });
    this.#lists.tables.push({
      span,
      headerCells: placeRow(header).cells,
      rows: rows.map(placeRow),
      columnCount,
    });
    this.#addCells(header.cells);
    for (const { cells } of rows) this.#addCells(cells);
  }

  #addCells(cells: readonly Span[]): void {
    for (const cell of cells) {
      if (cell.end > cell.start) this.#addInline(BlockText.of(this.#clean.text, [cell]));
    }
  }

  /** Tags and comments of an HTML block. Markdown means nothing there. */
  addHtml(block: RawBlock, content: BlockText): void {
    const span = this.addBlock("html", block.span, block.containers);
    this.#lists.htmlBlocks.push({ span });
    const { text } = content;
    const reader = new HtmlReader(text, new MarkFinder(text));
    for (let offset = text.indexOf("<"); offset !== -1; offset = text.indexOf("<", offset)) {
      const token = reader.readAt(offset);
      if (token?.kind === "tag") this.#addTag({ ...token, span: { start: offset, end: token.end } }, content);
      if (token?.kind === "comment") {
        const inside = text.slice(token.content.start, token.content.end).trim();
        this.#lists.comments.push({
          span: this.#placeIn(content, { start: offset, end: token.end }),
          text: inside,
        });
      }
      offset = token?.end ?? offset + 1;
    }
  }

  /** `directives`: triple-colon lines of the content, whose attributes are no Markdown. */
  #addInline(content: BlockText, directives: readonly Span[] = []): void {
    if (!mayHoldTokens(content.text)) return;
    const tokens = scanInline(content.text, this.#inlineOptions);
    for (const link of tokens.links) {
      const isAttribute = directives.length > 0 && directives.some((each) => contains(each, link.span));
      if (!isAttribute) this.#addLink(link, content);
    }
    for (const tag of tokens.htmlTags) this.#addTag(tag, content);
    for (const { span, content: code } of tokens.codeSpans) {
      this.#lists.codeSpans.push({ span: this.#placeIn(content, span), content: code });
    }
    if (tokens.comments.length > 0 || tokens.undefinedReferences.length > 0) this.#addRare(tokens, content);
  }

  /** What few blocks hold. */
  #addRare({ comments, undefinedReferences }: InlineTokens, content: BlockText): void {
    for (const { span, text } of comments) {
      this.#lists.comments.push({ span: this.#placeIn(content, span), text });
    }
    for (const { span, textSpan, label, labelSpan } of undefinedReferences) {
      this.#lists.undefinedReferences.push({
        span: this.#placeIn(content, span),
        label,
        labelSpan: this.#placeIn(content, labelSpan),
        textSpan: this.#placeIn(content, textSpan),
      });
    }
  }

  #addLink(link: InlineLink, content: BlockText): void {
    const role = roleOf(link, content.text);
    const placed: Link = {
      form: link.form,
      isImage: link.isImage,
      role,
      span: this.#placeIn(content, link.span),
      textSpan: link.textSpan === undefined ? undefined : this.#placeIn(content, link.textSpan),
      target: link.target ?? "",
      targetSpan: this.#targetSpanOf(link, content),
      label: link.label,
    };
    this.#lists.links.push(placed);
    if (role === "include") {
      this.#lists.includes.push({ span: placed.span, target: placed.target, targetSpan: placed.targetSpan });
    }
  }

  #targetSpanOf(link: InlineLink, content: BlockText): Span {
    if (link.targetSpan !== undefined) return this.#placeIn(content, link.targetSpan);
    const found = this.#definitions.get(link.label ?? "");
    if (found === undefined) return this.#placeIn(content, link.span);
    return this.#place(found.block.originOfSpan(found.definition.targetSpan));
  }

  #addTag(tag: HtmlTag, content: BlockText): void {
    const span = this.#placeIn(content, tag.span);
    const { name, isClosing } = tag;
    if (tag.attributes.length === 0) {
      this.#lists.htmlTags.push({ span, name, isClosing, attributes: tag.attributes });
      return;
    }
    const attributes = tag.attributes.map((each) => this.#placeAttribute(each, content));
    this.#lists.htmlTags.push({ span, name, isClosing, attributes });
    for (const { name: key, value, valueSpan } of attributes) {
      const isAnchor = key === "id" || (key === "name" && name === "a");
      if (isAnchor && value !== "") this.#lists.anchors.push({ name: value, span: valueSpan });
    }
    for (const link of linksOfTag(name, attributes, span)) this.#lists.links.push(link);
  }

  /** Gives the places of the directives, as offsets into the content. */
  #addDirectives(content: BlockText): Span[] {
    const directives = findDirectives(content.text);
    if (directives.length === 0) return [];
    for (const { name, span, attributes } of directives) {
      const placed = this.#placeIn(content, span);
      const placedAttributes = attributes.map((each) => this.#placeAttribute(each, content));
      this.#lists.directives.push({ name, span: placed, attributes: placedAttributes });
      for (const { name: key, value, valueSpan } of placedAttributes) {
        if ((key !== "source" && key !== "lightbox") || value === "") continue;
        const isImage = name === "image";
        const role = isImage ? "image" : name === "video" ? "video" : "code";
        const rest = { textSpan: undefined, label: undefined };
        this.#lists.links.push({
          ...rest,
          form: "directive",
          isImage,
          role,
          span: placed,
          target: value,
          targetSpan: valueSpan,
        });
      }
    }
    return directives.map(({ span }) => span);
  }

  #addAlert(content: BlockText): void {
    const newline = content.text.indexOf("\n");
    const line = newline === -1 ? content.text : content.text.slice(0, newline);
    const kind = ALERT.exec(line)?.[1];
    if (kind === undefined) return;
    this.#lists.alerts.push({ kind, span: this.#placeIn(content, { start: 0, end: line.trimEnd().length }) });
  }

  #placeAttribute({ name, value, valueSpan }: HtmlAttribute, content: BlockText): HtmlAttribute {
    return { name, value, valueSpan: this.#placeIn(content, valueSpan) };
  }

  #placeIn(content: BlockText, span: Span): Span {
    const { base } = content;
    if (base === undefined) return this.#place(content.originOfSpan(span));
    return this.#clean.toPage(base + span.start, base + span.end);
  }

  #place({ start, end }: Span): Span {
    return this.#clean.toPage(start, end);
  }
}
