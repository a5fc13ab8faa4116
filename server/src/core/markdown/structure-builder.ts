import type { CleanText } from "../document/clean-text.ts";
import type { Span } from "../text/span.ts";
import { BlockText } from "./block-text.ts";
import { DirectiveCursor } from "./directives.ts";
import type { InlineCode, InlineLink, InlineTag, InlineTokens, PlacedLink } from "./inline-tokens.ts";
import { AttributeCursor } from "./html-attributes.ts";
import { roleOfAttribute } from "./link-roles.ts";
import type { PageDefinitions } from "./page-definitions.ts";
import { PlacedBlocks } from "./placed-blocks.ts";
import { PlacedAnchor, PlacedCodeSpan, PlacedTagLink } from "./placed.ts";
import { type InlineOptions, InlineScanner, scanTokens } from "./scan-inline.ts";
import type { Link, LinkForm, Structure } from "./structure.ts";
import { mayHideBorders, stayInCells } from "./whole-table.ts";

type Lists = {
  -readonly [Key in Exclude<keyof Structure, "links" | "definitions" | "blocks">]: Structure[Key][number][];
} & {
  links: (PlacedLink | PlacedTagLink)[];
  readonly definitions: Structure["definitions"];
  readonly blocks: Structure["blocks"];
};

const ALERT = /^\[!([A-Za-z]+)\][ \t]*$/;
const NO_SPANS: readonly Span[] = [];

/** Collects what the scanner finds, and turns offsets of its texts into offsets of the page. */
export class StructureBuilder {
  readonly lists: Lists;
  private readonly clean: CleanText;
  private readonly definitions: PageDefinitions;
  private readonly inlineOptions: InlineOptions;
  /** Reads what is one stretch of the clean text, which most blocks are. */
  private readonly inline: InlineScanner;
  /** The clean text, which the offsets of its tokens are into. */
  private readonly whole: BlockText;
  /** Whether it has read stretches whose tokens are not in the lists yet. */
  private hasMore = false;
  /** Of the link that was added last: those of tags and directives follow the others of the same text. */
  private lastLinkStart = 0;
  private isInOrder = true;

  constructor(clean: CleanText, definitions: PageDefinitions) {
    this.lists = {
      headings: [],
      links: [],
      definitions,
      undefinedReferences: [],
      codeSpans: [],
      codeBlocks: [],
      comments: [],
      tables: [],
      alerts: [],
      anchors: [],
      blocks: new PlacedBlocks(clean, definitions),
    };
    this.clean = clean;
    this.definitions = definitions;
    this.inlineOptions = {
      findDefinition: (label) => definitions.find(label)?.target,
      hasNoDefinitions: definitions.isEmpty,
      skipsBareTags: true,
    };
    this.inline = new InlineScanner(clean.text, this.inlineOptions);
    this.whole = BlockText.ofStretch(clean.text, 0, clean.text.length);
  }

  build(): Structure {
    this.addCollected();
    if (!this.isInOrder) this.lists.links.sort((a, b) => a.cleanStart - b.cleanStart);
    return this.lists;
  }

  /** A bookmark; offsets are into the clean text. */
  addAnchor(name: string, start: number, end: number): void {
    this.addCollected();
    this.lists.anchors.push(new PlacedAnchor(name, this.clean, start, end));
  }

  addComment(text: string, content: BlockText, span: Span): void {
    this.addCollected();
    this.lists.comments.push({ span: this.place(content, span), text });
  }

  /** Reads inline Markdown that is one stretch of the clean text, behind all that were read before. */
  addStretch(start: number, end: number): void {
    if (this.inline.scanStretch(start, end)) this.hasMore = true;
    else this.addInline(BlockText.ofStretch(this.clean.text, start, end));
  }

  /** Reads inline Markdown. `directives`: its triple-colon lines, whose attributes are none. */
  addInline(content: BlockText, directives: readonly Span[] = NO_SPANS): void {
    this.addCollected();
    this.addTokens(scanTokens(content.text, this.inlineOptions), content, directives);
  }

  /**
   * Reads the cells of a table in one go, which is a stretch of the clean text: it has dozens, most with one token or none.
   * `false`: something may reach over the border of a cell, and nothing has been added.
   */
  addCells(start: number, end: number): boolean {
    const table = this.clean.text.slice(start, end);
    if (mayHideBorders(table)) return false;
    this.addCollected();
    const isRead = this.inline.scanStretch(start, end);
    const tokens = isRead ? this.inline.take() : scanTokens(table, this.inlineOptions);
    const content = isRead ? this.whole : BlockText.ofStretch(this.clean.text, start, end);
    if (!stayInCells(tokens, content.text)) return false;
    this.addTokens(tokens, content, NO_SPANS);
    return true;
  }

  /** Adds what has been collected: all that stands behind it is added later. */
  private addCollected(): void {
    if (!this.hasMore) return;
    this.hasMore = false;
    this.addTokens(this.inline.take(), this.whole, NO_SPANS);
  }

  private addTokens(tokens: InlineTokens, content: BlockText, directives: readonly Span[]): void {
    const { links, htmlTags, codeSpans, comments, undefinedReferences } = tokens;
    const outside = directives.length === 0 ? links : linksOutside(links, directives);
    if (outside.length > 0) {
      const place = { content, clean: this.clean, definitions: this.definitions };
      for (let nth = 0; nth < outside.length; nth++)
        this.addLink((outside[nth] as InlineLink).placeIn(place));
    }
    if (htmlTags.length > 0) this.addTags(htmlTags, content);
    for (let nth = 0; nth < codeSpans.length; nth++) {
      const code = codeSpans[nth] as InlineCode;
      this.lists.codeSpans.push(new PlacedCodeSpan(code, this.placeStretch(content, code.start, code.end)));
    }
    if (comments.length + undefinedReferences.length > 0) this.addRare(tokens, content);
  }

  private addTags(tags: readonly InlineTag[], content: BlockText): void {
    const attributes = new AttributeCursor(content.text);
    for (let nth = 0; nth < tags.length; nth++) {
      const { name, attributesStart, start, end } = tags[nth] as InlineTag;
      if (attributesStart === -1) continue;
      attributes.begin(attributesStart);
      this.addAttributes(name, attributes, content, start, end);
    }
  }

  /** What few blocks hold. */
  private addRare({ comments, undefinedReferences }: InlineTokens, content: BlockText): void {
    for (const { span, text } of comments) this.addComment(text, content, span);
    for (const { start, end, textSpan, label, labelSpan } of undefinedReferences) {
      this.lists.undefinedReferences.push({
        span: this.placeStretch(content, start, end),
        label,
        labelSpan: this.place(content, labelSpan),
        textSpan: this.place(content, textSpan),
      });
    }
  }

  private addLink(link: PlacedLink | PlacedTagLink): void {
    const { cleanStart } = link;
    if (cleanStart < this.lastLinkStart) this.isInOrder = false;
    this.lastLinkStart = cleanStart;
    this.lists.links.push(link);
  }

  /** Bookmarks and links that a tag's attributes hold, from the one on that the cursor is before. */
  addAttributes(
    name: string,
    attributes: AttributeCursor,
    content: BlockText,
    start: number,
    end: number,
  ): void {
    this.addCollected();
    while (attributes.advance()) {
      const { valueStart, valueEnd } = attributes;
      if (valueStart === valueEnd) continue;
      const key = attributes.name;
      const isAnchor = key === "id" || (key === "name" && name === "a");
      if (isAnchor)
        this.addAnchor(
          attributes.value,
          content.originOf(valueStart),
          content.originOfEnd(valueStart, valueEnd),
        );
      const role = roleOfAttribute(name, key);
      if (role === undefined) continue;
      const valueSpan = { start: valueStart, end: valueEnd };
      this.addTagLink("html", role, attributes.value.trim(), content, start, end, valueSpan);
    }
  }

  private addTagLink(
    form: LinkForm,
    role: Link["role"],
    target: string,
    content: BlockText,
    start: number,
    end: number,
    valueSpan: Span,
  ): void {
    const targetSpan = content.originOfSpan(valueSpan);
    const from = content.originOf(start);
    const to = content.originOfEnd(start, end);
    this.addLink(
      new PlacedTagLink(form, role, target, this.clean, from, to, targetSpan.start, targetSpan.end),
    );
  }

  /** Adds where the directives of a paragraph lead, and gives their places, as offsets into it. */
  addDirectives(content: BlockText): readonly Span[] {
    const spans: Span[] = [];
    for (const directive = new DirectiveCursor(content.text); directive.advance();) {
      const { name, start, end } = directive;
      spans.push({ start, end });
      const role = name === "image" || name === "video" ? name : "code";
      for (const { name: key, value, valueSpan } of directive.attributes) {
        if ((key === "source" || key === "lightbox") && value !== "")
          this.addTagLink("directive", role, value, content, start, end, valueSpan);
      }
    }
    return spans;
  }

  /** `[!NOTE]` on a line of its own, at the start of a quotation. */
  addAlert(content: BlockText): void {
    const { text } = content;
    const newline = text.indexOf("\n");
    const line = newline === -1 ? text : text.slice(0, newline);
    const kind = ALERT.exec(line)?.[1];
    if (kind === undefined) return;
    this.lists.alerts.push({ kind, span: this.place(content, { start: 0, end: line.trimEnd().length }) });
  }

  private place(content: BlockText, { start, end }: Span): Span {
    return this.placeStretch(content, start, end);
  }

  private placeStretch(content: BlockText, start: number, end: number): Span {
    return this.clean.toPage(content.originOf(start), content.originOfEnd(start, end));
  }
}

/** The links that are in none of some spans. Both are in text order, and the spans do not overlap. */
function linksOutside(links: readonly InlineLink[], spans: readonly Span[]): readonly InlineLink[] {
  let nth = 0;
  return links.filter((link) => {
    while (nth < spans.length && (spans[nth] as Span).end <= link.start) nth += 1;
    const span = spans[nth];
    return span === undefined || link.start < span.start || span.end < link.end;
  });
}
