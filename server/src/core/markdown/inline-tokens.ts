import type { CleanText } from "../document/clean-text.ts";
import type { Span } from "../text/span.ts";
import type { BlockText } from "./block-text.ts";
import { attributesOf } from "./html-attributes.ts";
import { roleOf } from "./link-roles.ts";
import type { PageDefinitions } from "./page-definitions.ts";
import type { CodeSpan, Comment, HtmlAttribute, HtmlTag, Link, LinkForm } from "./structure.ts";

const NO_ATTRIBUTES: readonly HtmlAttribute[] = [];

/** Where a piece of inline Markdown stands that is part of a page. */
export interface LinkPlace {
  readonly content: BlockText;
  readonly clean: CleanText;
  readonly definitions: PageDefinitions;
}

/** A link of a page, of which it is known where it leads. */
export type PlacedLink = InlineLink & Link;

/**
 * A link or image inside a piece of inline Markdown. Offsets are UTF-16 offsets into that piece; spans are too, unless the
 * link is one of a page: then they are spans of the page. They are made for who asks, since most links of a page are
 * asked only where they lead.
 */
export class InlineLink {
  readonly form: Exclude<LinkForm, "html" | "directive">;
  readonly start: number;
  readonly end: number;
  /** Where the text between the brackets ends; -1 for autolinks and bare URLs. */
  readonly textEnd: number;
  /** Escapes and entities undone. For a reference, its definition's; `undefined` where that is not known. */
  readonly target: string | undefined;
  /** `<>` excluded; -1 for references: their target stands elsewhere. */
  readonly targetStart: number;
  readonly targetEnd: number;
  /** Normalised label of a reference. */
  readonly label: string | undefined;
  /** What it is for, as far as it is known what stands before it. */
  role: Link["role"];
  /** `undefined`: the piece is read by itself. */
  private place: LinkPlace | undefined = undefined;

  constructor(
    form: InlineLink["form"],
    isImage: boolean,
    start: number,
    end: number,
    textEnd: number,
    target: string | undefined,
    targetStart: number,
    targetEnd: number,
    label: string | undefined,
  ) {
    this.form = form;
    this.role = isImage ? "image" : "link";
    this.start = start;
    this.end = end;
    this.textEnd = textEnd;
    this.target = target;
    this.targetStart = targetStart;
    this.targetEnd = targetEnd;
    this.label = label;
  }

  /** Makes it a link of a page: an object of its own for that would be half of what a page made of links keeps. */
  placeIn(place: LinkPlace): PlacedLink {
    this.place = place;
    if (!this.isImage) this.role = roleOf(this, place.content.text);
    // A page knows its definitions, and a label without one makes no link.
    return this as PlacedLink;
  }

  get isImage(): boolean {
    return this.role === "image";
  }

  /** Where it starts in the clean text of its page. */
  get cleanStart(): number {
    return this.place === undefined ? this.start : this.place.content.originOf(this.start);
  }

  get span(): Span {
    return this.spanOf(this.start, this.end);
  }

  /** Where the text between the brackets starts; -1 for autolinks and bare URLs. */
  get textStart(): number {
    if (this.textEnd === -1) return -1;
    return this.start + (this.isImage ? "![" : "[").length;
  }

  get textLength(): number | undefined {
    return this.textEnd === -1 ? undefined : this.textEnd - this.textStart;
  }

  /** Between the brackets; `undefined` for autolinks and bare URLs. */
  get textSpan(): Span | undefined {
    return this.textEnd === -1 ? undefined : this.spanOf(this.textStart, this.textEnd);
  }

  /** Of a reference, in its definition; `undefined`: that is not known. */
  get targetSpan(): Span | undefined {
    const { targetStart, targetEnd, label } = this;
    if (targetStart !== -1) return this.spanOf(targetStart, targetEnd);
    return label === undefined ? undefined : this.place?.definitions.find(label)?.targetSpan;
  }

  private spanOf(start: number, end: number): Span {
    if (this.place === undefined) return { start, end };
    const { content, clean } = this.place;
    return clean.toPage(content.originOf(start), content.originOfEnd(start, end));
  }
}

/** A code span; offsets into the piece of inline Markdown that holds it. */
export class InlineCode implements CodeSpan {
  readonly start: number;
  readonly end: number;
  private readonly text: string;

  constructor(text: string, start: number, end: number) {
    this.start = start;
    this.end = end;
    this.text = text;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  /** Read for each who asks: few do, and of few pieces. */
  get content(): string {
    const { text, start, end } = this;
    let marks = 1;
    while (text.charCodeAt(start + marks) === 0x60 /* ` */) marks += 1;
    return contentOfCode(text.slice(start + marks, end - marks));
  }
}

/** Line ends are blanks, and CommonMark strips one space on both sides, unless the code is nothing but spaces. */
function contentOfCode(written: string): string {
  const content = written.includes("\n") ? written.replace(/\r?\n/g, " ") : written;
  const isPadded = content.startsWith(" ") && content.endsWith(" ") && content.trim() !== "";
  return isPadded ? content.slice(1, -1) : content;
}

/** A tag; offsets into the piece of inline Markdown that holds it. Its attributes are read for who asks. */
export class InlineTag implements HtmlTag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** Where its name ends, and attributes begin; -1: it has none. */
  readonly attributesStart: number;
  private readonly text: string;

  constructor(text: string, start: number, end: number, name: string, attributesStart: number) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.name = name;
    this.attributesStart = attributesStart;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get isClosing(): boolean {
    return this.text.charCodeAt(this.start + 1) === 0x2f; /* / */
  }

  get attributes(): readonly HtmlAttribute[] {
    return this.attributesStart === -1 ? NO_ATTRIBUTES : attributesOf(this.text, this.attributesStart);
  }
}

/** A comment; offsets into the piece of inline Markdown that holds it. */
export class InlineComment implements Comment {
  readonly start: number;
  readonly end: number;
  readonly text: string;

  constructor(start: number, end: number, text: string) {
    this.start = start;
    this.end = end;
    this.text = text;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }
}

/** `[text][label]` or `[label][]` whose label has no definition. */
export interface InlineUndefinedReference {
  readonly start: number;
  readonly end: number;
  readonly textSpan: Span;
  /** As written. */
  readonly label: string;
  readonly labelSpan: Span;
}

/** What a piece of inline Markdown consists of, each list in text order. */
export interface InlineTokens {
  readonly links: readonly InlineLink[];
  readonly undefinedReferences: readonly InlineUndefinedReference[];
  readonly codeSpans: readonly InlineCode[];
  readonly htmlTags: readonly InlineTag[];
  readonly comments: readonly InlineComment[];
}
