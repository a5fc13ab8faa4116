import type { Span } from "../text/span.ts";
import { MarkFinder } from "./mark-finder.ts";
import type { HtmlAttribute } from "./structure.ts";
import { decodeEntities } from "./unescape.ts";

/** What starts at a `<`. `other`: processing instructions, declarations, CDATA. */
export type HtmlKind = "tag" | "comment" | "other";

const UNQUOTED_VALUE = /[^ \t\r\n"'=<>`]+/y;

const NO_ATTRIBUTES: readonly RawAttribute[] = [];

/** An attribute as it is read; offsets into the text that holds the tag. */
export class RawAttribute implements HtmlAttribute {
  readonly name: string;
  readonly value: string;
  readonly valueStart: number;
  readonly valueEnd: number;

  constructor(name: string, value: string, valueStart: number, valueEnd: number) {
    this.name = name;
    this.value = value;
    this.valueStart = valueStart;
    this.valueEnd = valueEnd;
  }

  get valueSpan(): Span {
    return { start: this.valueStart, end: this.valueEnd };
  }
}

/** Reads raw HTML in one text by CommonMark's rules, in linear time. What it has read last is in its fields. */
export class HtmlReader {
  kind: HtmlKind = "other";
  /** Of a tag, in lower case. */
  name = "";
  isClosing = false;
  attributes: readonly RawAttribute[] = NO_ATTRIBUTES;
  /** Of a comment: where what stands between its marks ends. */
  contentEnd = 0;
  private readonly text: string;
  private finder: MarkFinder | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Where the token ends that starts at `offset`, where a `<` stands; -1: it is an ordinary character. */
  readAt(offset: number): number {
    const next = this.text.charCodeAt(offset + 1);
    if (next === 0x21 /* ! */) return this.readBang(offset);
    if (next === 0x3f /* ? */) return this.readUntil(offset + 2, "?>");
    if (next === 0x2f /* / */) return this.readClosingTag(offset);
    return this.readOpeningTag(offset);
  }

  /** The text of the comment that was read last and starts at `offset`, trimmed. */
  commentAt(offset: number): string {
    return this.text.slice(offset + 4, this.contentEnd).trim();
  }

  private readBang(offset: number): number {
    const { text } = this;
    if (text.startsWith("<!--", offset)) {
      this.kind = "comment";
      this.contentEnd = offset;
      // `<!-->` and `<!--->` are whole comments.
      if (text.startsWith(">", offset + 4)) return offset + 5;
      if (text.startsWith("->", offset + 4)) return offset + 6;
      this.contentEnd = this.find("-->", offset + 4);
      return this.contentEnd === -1 ? -1 : this.contentEnd + 3;
    }
    if (text.startsWith("<![CDATA[", offset)) return this.readUntil(offset + 9, "]]>");
    return isLetter(text.charCodeAt(offset + 2)) ? this.readUntil(offset + 3, ">") : -1;
  }

  private readUntil(from: number, mark: string): number {
    this.kind = "other";
    const close = this.find(mark, from);
    return close === -1 ? -1 : close + mark.length;
  }

  private readClosingTag(offset: number): number {
    const nameEnd = this.endOfName(offset + 2);
    if (nameEnd === offset + 2) return -1;
    const end = this.skipBlanks(nameEnd);
    if (this.text.charCodeAt(end) !== 0x3e /* > */) return -1;
    return this.setTag(offset + 2, nameEnd, true, NO_ATTRIBUTES, end + 1);
  }

  private readOpeningTag(offset: number): number {
    const { text } = this;
    const nameEnd = this.endOfName(offset + 1);
    if (nameEnd === offset + 1) return -1;

    let attributes: RawAttribute[] | undefined;
    let position = nameEnd;
    for (;;) {
      const afterBlanks = this.skipBlanks(position);
      const isEmpty = text.charCodeAt(afterBlanks) === 0x2f; /* / */
      const close = isEmpty ? afterBlanks + 1 : afterBlanks;
      if (text.charCodeAt(close) === 0x3e /* > */)
        return this.setTag(offset + 1, nameEnd, false, attributes ?? NO_ATTRIBUTES, close + 1);
      // Attributes are separated by blanks.
      if (afterBlanks === position) return -1;
      const afterName = endOfAttributeName(text, afterBlanks);
      if (afterName === afterBlanks) return -1;
      const equals = this.skipBlanks(afterName);
      const hasValue = text.charCodeAt(equals) === 0x3d; /* = */
      const valueStart = hasValue ? this.skipBlanks(equals + 1) : afterName;
      position = hasValue ? this.endOfValue(valueStart) : afterName;
      if (position === -1) return -1;
      const attribute = this.attributeAt(afterBlanks, afterName, valueStart, position);
      if (attributes === undefined) attributes = [attribute];
      else attributes.push(attribute);
    }
  }

  private setTag(
    nameStart: number,
    nameEnd: number,
    isClosing: boolean,
    attributes: readonly RawAttribute[],
    end: number,
  ): number {
    this.kind = "tag";
    this.name = this.text.slice(nameStart, nameEnd).toLowerCase();
    this.isClosing = isClosing;
    this.attributes = attributes;
    return end;
  }

  /** `valueStart` and `end` include the quotes. */
  private attributeAt(nameStart: number, nameEnd: number, valueStart: number, end: number): RawAttribute {
    const { text } = this;
    const name = text.slice(nameStart, nameEnd).toLowerCase();
    const quotes = end > valueStart && isQuote(text.charCodeAt(valueStart)) ? 1 : 0;
    const start = valueStart + quotes;
    return new RawAttribute(name, decodeEntities(text.slice(start, end - quotes)), start, end - quotes);
  }

  /** Where a value ends, quotes included; -1: none stands here. */
  private endOfValue(offset: number): number {
    const { text } = this;
    if (isQuote(text.charCodeAt(offset))) {
      const close = this.find(text.charAt(offset), offset + 1);
      return close === -1 ? -1 : close + 1;
    }
    const end = skip(UNQUOTED_VALUE, text, offset);
    return end === offset ? -1 : end;
  }

  /** Where a tag's name ends that starts at `offset`: a letter, then letters, digits and hyphens. */
  private endOfName(offset: number): number {
    const { text } = this;
    if (!isLetter(text.charCodeAt(offset))) return offset;
    let end = offset + 1;
    for (; ; end++) {
      const code = text.charCodeAt(end);
      if (!isLetter(code) && !(code >= 0x30 && code <= 0x39) && code !== 0x2d /* - */) return end;
    }
  }

  private find(mark: string, offset: number): number {
    this.finder ??= new MarkFinder(this.text);
    return this.finder.find(mark, offset);
  }

  private skipBlanks(offset: number): number {
    let end = offset;
    while (isBlank(this.text.charCodeAt(end))) end += 1;
    return end;
  }
}

/** Where an attribute's name ends that starts at `offset`: a letter, `_` or `:`, then digits, `.` and `-`, too. */
function endOfAttributeName(text: string, offset: number): number {
  for (let end = offset; ; end++) {
    const code = text.charCodeAt(end);
    if (isLetter(code) || code === 0x5f /* _ */ || code === 0x3a /* : */) continue;
    const isLater = (code >= 0x30 && code <= 0x39) || code === 0x2e /* . */ || code === 0x2d; /* - */
    if (!isLater || end === offset) return end;
  }
}

/** Where the match of a sticky pattern ends; `offset` when there is none. */
function skip(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isQuote(code: number): boolean {
  return code === 0x22 || code === 0x27;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
