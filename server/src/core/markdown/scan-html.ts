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
const BLANKS = /[ \t\r\n]*/y;
const ATTRIBUTE_NAME = /[A-Za-z_:][A-Za-z0-9_.:-]*/y;
const UNQUOTED_VALUE = /[^ \t\r\n"'=<>`]+/y;

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
    const next = text[offset + 1];
    if (next === "!") return this.#readBang(offset);
    if (next === "?") return this.#readUntil(offset + 2, "?>");
    if (next === "/") return this.#readClosingTag(offset);
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
    const name = this.#match(TAG_NAME, offset + 2);
    if (name === "") return undefined;
    const end = this.#skipBlanks(offset + 2 + name.length);
    if (this.#text[end] !== ">") return undefined;
    return { kind: "tag", end: end + 1, name: name.toLowerCase(), isClosing: true, attributes: [] };
  }

  #readOpeningTag(offset: number): HtmlToken | undefined {
    const text = this.#text;
    const name = this.#match(TAG_NAME, offset + 1);
    if (name === "") return undefined;

    const attributes: HtmlAttribute[] = [];
    let position = offset + 1 + name.length;
    for (;;) {
      const afterBlanks = this.#skipBlanks(position);
      if (text[afterBlanks] === ">" || text.startsWith("/>", afterBlanks)) {
        const end = afterBlanks + (text[afterBlanks] === ">" ? 1 : 2);
        return { kind: "tag", end, name: name.toLowerCase(), isClosing: false, attributes };
      }
      // Attributes are separated by blanks.
      if (afterBlanks === position) return undefined;
      const attribute = this.#readAttribute(afterBlanks);
      if (attribute === undefined) return undefined;
      attributes.push(attribute.attribute);
      position = attribute.end;
    }
  }

  #readAttribute(offset: number): { attribute: HtmlAttribute; end: number } | undefined {
    const name = this.#match(ATTRIBUTE_NAME, offset);
    if (name === "") return undefined;
    const afterName = offset + name.length;
    const equals = this.#skipBlanks(afterName);
    if (this.#text[equals] !== "=") {
      const valueSpan = { start: afterName, end: afterName };
      return { attribute: { name: name.toLowerCase(), value: "", valueSpan }, end: afterName };
    }
    const value = this.#readValue(this.#skipBlanks(equals + 1));
    if (value === undefined) return undefined;
    const text = decodeEntities(this.#text.slice(value.span.start, value.span.end));
    return { attribute: { name: name.toLowerCase(), value: text, valueSpan: value.span }, end: value.end };
  }

  #readValue(offset: number): { span: Span; end: number } | undefined {
    const quote = this.#text[offset];
    if (quote === '"' || quote === "'") {
      const close = this.#finder.find(quote, offset + 1);
      return close === -1 ? undefined : { span: { start: offset + 1, end: close }, end: close + 1 };
    }
    const value = this.#match(UNQUOTED_VALUE, offset);
    const end = offset + value.length;
    return value === "" ? undefined : { span: { start: offset, end }, end };
  }

  #skipBlanks(offset: number): number {
    return offset + this.#match(BLANKS, offset).length;
  }

  #match(pattern: RegExp, offset: number): string {
    pattern.lastIndex = offset;
    return pattern.exec(this.#text)?.[0] ?? "";
  }
}
