import type { Span } from "../text/span.ts";
import { MarkFinder } from "./mark-finder.ts";
import type { HtmlAttribute } from "./structure.ts";
import { decodeEntities } from "./unescape.ts";

const UNQUOTED_VALUE = /[^ \t\r\n"'=<>`]+/y;

/** An attribute as it is read; offsets into the text that holds the tag. */
export class RawAttribute implements HtmlAttribute {
  readonly name: string;
  readonly value: string;
  readonly valueSpan: Span;

  constructor({ name, value, valueStart, valueEnd }: AttributeCursor) {
    this.name = name;
    this.value = value;
    this.valueSpan = { start: valueStart, end: valueEnd };
  }
}

/**
 * Goes through the attributes of tags by CommonMark's rules, in linear time. A tag may be as long as the page and have
 * nothing but attributes, of which most are never asked for: no object is made for one.
 */
export class AttributeCursor {
  /** Of the attribute that the cursor is at. */
  valueStart = 0;
  /** Quotes excluded. */
  valueEnd = 0;
  /** Where the tag ends, once there are no more attributes; -1: what stands there is no tag. */
  tagEnd = -1;
  private readonly text: string;
  private nameStart = 0;
  private nameEnd = 0;
  /** Where the attribute ends, and what follows it starts. */
  private position = 0;
  private finder: MarkFinder | undefined = undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Lower case. */
  get name(): string {
    return this.text.slice(this.nameStart, this.nameEnd).toLowerCase();
  }

  /** Entities undone; empty where there is none. */
  get value(): string {
    return decodeEntities(this.text.slice(this.valueStart, this.valueEnd));
  }

  /** Goes to the tag whose name ends at an offset, before its first attribute. */
  begin(nameEnd: number): void {
    this.position = nameEnd;
    this.tagEnd = -1;
  }

  /** Goes to the next attribute. `false`: there is none; `tagEnd` says whether the tag has an end. */
  advance(): boolean {
    const { text, position } = this;
    const start = skipBlanks(text, position);
    const isEmpty = text.charCodeAt(start) === 0x2f; /* / */
    const close = isEmpty ? start + 1 : start;
    if (text.charCodeAt(close) === 0x3e /* > */) {
      this.tagEnd = close + 1;
      return false;
    }
    // Attributes are separated by blanks.
    if (start === position) return false;
    const nameEnd = endOfAttributeName(text, start);
    if (nameEnd === start) return false;
    this.nameStart = start;
    this.nameEnd = nameEnd;
    return this.readValue(nameEnd);
  }

  /** Reads the value behind a name. `false`: there is an equals sign, and no value. */
  private readValue(nameEnd: number): boolean {
    const { text } = this;
    const equals = skipBlanks(text, nameEnd);
    const hasValue = text.charCodeAt(equals) === 0x3d; /* = */
    const start = hasValue ? skipBlanks(text, equals + 1) : nameEnd;
    const end = hasValue ? this.endOfValue(start) : nameEnd;
    if (end === -1) return false;
    const quotes = hasValue && isQuote(text.charCodeAt(start)) ? 1 : 0;
    this.valueStart = start + quotes;
    this.valueEnd = end - quotes;
    this.position = end;
    return true;
  }

  /** Where a value ends, quotes included; -1: none stands here. */
  private endOfValue(offset: number): number {
    const { text } = this;
    if (isQuote(text.charCodeAt(offset))) {
      this.finder ??= new MarkFinder(text);
      const close = this.finder.find(text.charAt(offset), offset + 1);
      return close === -1 ? -1 : close + 1;
    }
    UNQUOTED_VALUE.lastIndex = offset;
    return UNQUOTED_VALUE.test(text) ? UNQUOTED_VALUE.lastIndex : -1;
  }
}

/** The attributes of the tag whose name ends at an offset. */
export function attributesOf(text: string, nameEnd: number): RawAttribute[] {
  const attributes: RawAttribute[] = [];
  const cursor = new AttributeCursor(text);
  cursor.begin(nameEnd);
  while (cursor.advance()) attributes.push(new RawAttribute(cursor));
  return attributes;
}

/** Where a tag's attribute name ends that starts at `offset`: a letter, `_` or `:`, then digits, `.` and `-`, too. */
function endOfAttributeName(text: string, offset: number): number {
  for (let end = offset; ; end++) {
    const code = text.charCodeAt(end);
    if (isLetter(code) || code === 0x5f /* _ */ || code === 0x3a /* : */) continue;
    const isLater = (code >= 0x30 && code <= 0x39) || code === 0x2e /* . */ || code === 0x2d; /* - */
    if (!isLater || end === offset) return end;
  }
}

/** Where blanks and line ends end that start at `offset`. */
export function skipBlanks(text: string, offset: number): number {
  let end = offset;
  while (isBlank(text.charCodeAt(end))) end += 1;
  return end;
}

/** Whether a character is a letter of ASCII. */
export function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isQuote(code: number): boolean {
  return code === 0x22 || code === 0x27;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
