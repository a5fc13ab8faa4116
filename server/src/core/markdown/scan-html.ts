import type { Span } from "../text/span.ts";
import type { MarkFinder } from "./mark-finder.ts";
import type { HtmlAttribute } from "./structure.ts";
import { decodeEntities } from "./unescape.ts";

/** What starts at a `<`, by CommonMark's rules for raw HTML. */
export type HtmlToken =
  | {
      readonly kind: "tag";
      readonly end: number;
      readonly name: string;
      readonly isClosing: boolean;
      readonly attributes: readonly HtmlAttribute[];
    }
  | { readonly kind: "comment"; readonly end: number; readonly content: Span }
  /** Processing instructions, declarations, CDATA. */
  | { readonly kind: "other"; readonly end: number };

const TAG_NAME = /[A-Za-z][A-Za-z0-9-]*/y;
const ATTRIBUTE_NAME = /[A-Za-z_:][A-Za-z0-9_.:-]*/y;
const UNQUOTED_VALUE = /[^ \t\r\n"'=<>`]+/y;

const NO_ATTRIBUTES: readonly HtmlAttribute[] = [];

/** Reads raw HTML in one text, in linear time. */
export class HtmlReader {
  readonly #text: string;
  readonly #finder: MarkFinder;

  constructor(text: string, finder: MarkFinder) {
    this.#text = text;
    this.#finder = finder;
  }

  /** The token that starts at `offset`, where a `<` stands. `undefined`: it is an ordinary character. */
  readAt(offset: number): HtmlToken | undefined {
    const text = this.#text;
    const next = text.charCodeAt(offset + 1);
    if (next === 0x21 /* ! */) return this.#readBang(offset);
    if (next === 0x3f /* ? */) return this.#readUntil(offset + 2, "?>");
    if (next === 0x2f /* / */) return this.#readClosingTag(offset);
    return this.#readOpeningTag(offset);
  }

  #readBang(offset: number): HtmlToken | undefined {
    const text = this.#text;
    if (text.startsWith("<!--", offset)) {
      // `<!-->` and `<!--->` are whole comments.
      const short = /^<!---?>/.exec(text.slice(offset, offset + 6));
      if (short !== null) {
        const end = offset + short[0].length;
        return { kind: "comment", end, content: { start: end, end } };
      }
      const close = this.#finder.find("-->", offset + 4);
      if (close === -1) return undefined;
      return { kind: "comment", end: close + 3, content: { start: offset + 4, end: close } };
    }
    if (text.startsWith("<![CDATA[", offset)) return this.#readUntil(offset + 9, "]]>");
    return /[A-Za-z]/.test(text[offset + 2] ?? "") ? this.#readUntil(offset + 3, ">") : undefined;
  }

  #readUntil(from: number, mark: string): HtmlToken | undefined {
    const close = this.#finder.find(mark, from);
    return close === -1 ? undefined : { kind: "other", end: close + mark.length };
  }

  #readClosingTag(offset: number): HtmlToken | undefined {
    const nameEnd = this.#skip(TAG_NAME, offset + 2);
    if (nameEnd === offset + 2) return undefined;
    const end = this.#skipBlanks(nameEnd);
    if (this.#text.charCodeAt(end) !== 0x3e /* > */) return undefined;
    const name = this.#text.slice(offset + 2, nameEnd).toLowerCase();
    return { kind: "tag", end: end + 1, name, isClosing: true, attributes: NO_ATTRIBUTES };
  }

  #readOpeningTag(offset: number): HtmlToken | undefined {
    const text = this.#text;
    const nameEnd = this.#skip(TAG_NAME, offset + 1);
    if (nameEnd === offset + 1) return undefined;

    let attributes: HtmlAttribute[] | undefined;
    let position = nameEnd;
    for (;;) {
      const afterBlanks = this.#skipBlanks(position);
      const isEmpty = text.charCodeAt(afterBlanks) === 0x2f; /* / */
      const close = isEmpty ? afterBlanks + 1 : afterBlanks;
      if (text.charCodeAt(close) === 0x3e /* > */) {
        const name = text.slice(offset + 1, nameEnd).toLowerCase();
        return {
          kind: "tag",
          end: close + 1,
          name,
          isClosing: false,
          attributes: attributes ?? NO_ATTRIBUTES,
        };
      }
      // Attributes are separated by blanks.
      if (afterBlanks === position) return undefined;
      const attribute = this.#readAttribute(afterBlanks);
      if (attribute === undefined) return undefined;
      attributes ??= [];
      attributes.push(attribute.attribute);
      position = attribute.end;
    }
  }

  #readAttribute(offset: number): { attribute: HtmlAttribute; end: number } | undefined {
    const afterName = this.#skip(ATTRIBUTE_NAME, offset);
    if (afterName === offset) return undefined;
    const name = this.#text.slice(offset, afterName).toLowerCase();
    const equals = this.#skipBlanks(afterName);
    if (this.#text.charCodeAt(equals) !== 0x3d /* = */) {
      return {
        attribute: { name, value: "", valueSpan: { start: afterName, end: afterName } },
        end: afterName,
      };
    }
    const value = this.#readValue(this.#skipBlanks(equals + 1));
    if (value === undefined) return undefined;
    const text = decodeEntities(this.#text.slice(value.span.start, value.span.end));
    return { attribute: { name, value: text, valueSpan: value.span }, end: value.end };
  }

  #readValue(offset: number): { span: Span; end: number } | undefined {
    const quote = this.#text[offset];
    if (quote === '"' || quote === "'") {
      const close = this.#finder.find(quote, offset + 1);
      return close === -1 ? undefined : { span: { start: offset + 1, end: close }, end: close + 1 };
    }
    const end = this.#skip(UNQUOTED_VALUE, offset);
    return end === offset ? undefined : { span: { start: offset, end }, end };
  }

  #skipBlanks(offset: number): number {
    let end = offset;
    while (isBlank(this.#text.charCodeAt(end))) end += 1;
    return end;
  }

  /** Where the match of a sticky pattern ends; `offset` when there is none. */
  #skip(pattern: RegExp, offset: number): number {
    pattern.lastIndex = offset;
    return pattern.test(this.#text) ? pattern.lastIndex : offset;
  }
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
