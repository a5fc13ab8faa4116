import type { Span } from "../text/span.ts";
import { attributesOf } from "./html-attributes.ts";
import type { CodeSpan, Comment, HtmlAttribute, HtmlTag, LinkForm } from "./structure.ts";

const NO_ATTRIBUTES: readonly HtmlAttribute[] = [];

/**
 * A link or image inside a piece of inline Markdown. Offsets are UTF-16 offsets into that piece; spans are made for who
 * asks, since most links of a page are asked only where they lead.
 */
export class InlineLink {
  readonly form: Exclude<LinkForm, "html" | "directive">;
  readonly isImage: boolean;
  readonly start: number;
  readonly end: number;
  /** Between the brackets; -1 for autolinks and bare URLs. */
  readonly textStart: number;
  readonly textEnd: number;
  /** Escapes and entities undone. For a reference, its definition's; `undefined` where that is not known. */
  readonly target: string | undefined;
  /** `<>` excluded; -1 for references: their target stands elsewhere. */
  readonly targetStart: number;
  readonly targetEnd: number;
  /** Normalised label of a reference. */
  readonly label: string | undefined;

  constructor(
    form: InlineLink["form"],
    isImage: boolean,
    start: number,
    end: number,
    textStart: number,
    textEnd: number,
    target: string | undefined,
    targetStart: number,
    targetEnd: number,
    label: string | undefined,
  ) {
    this.form = form;
    this.isImage = isImage;
    this.start = start;
    this.end = end;
    this.textStart = textStart;
    this.textEnd = textEnd;
    this.target = target;
    this.targetStart = targetStart;
    this.targetEnd = targetEnd;
    this.label = label;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  /** Between the brackets; `undefined` for autolinks and bare URLs. */
  get textSpan(): Span | undefined {
    return this.textStart === -1 ? undefined : { start: this.textStart, end: this.textEnd };
  }

  /** `undefined` for references: their target stands elsewhere. */
  get targetSpan(): Span | undefined {
    return this.targetStart === -1 ? undefined : { start: this.targetStart, end: this.targetEnd };
  }
}

/** A code span; offsets into the piece of inline Markdown that holds it. */
export class InlineCode implements CodeSpan {
  readonly start: number;
  readonly end: number;
  private readonly text: string;
  /** How many backticks it starts and ends with. */
  private readonly marks: number;
  private known: string | undefined = undefined;

  constructor(text: string, start: number, end: number, marks: number) {
    this.start = start;
    this.end = end;
    this.text = text;
    this.marks = marks;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get content(): string {
    this.known ??= contentOfCode(this.text.slice(this.start + this.marks, this.end - this.marks));
    return this.known;
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
