import { AttributeCursor, isLetter, skipBlanks } from "./html-attributes.ts";
import { MarkFinder } from "./mark-finder.ts";

/** What starts at a `<`. `other`: processing instructions, declarations, CDATA. */
export type HtmlKind = "tag" | "comment" | "other";

/** Reads raw HTML in one text by CommonMark's rules, in linear time. What it has read last is in its fields. */
export class HtmlReader {
  kind: HtmlKind = "other";
  /** Where the name of a tag ends. */
  nameEnd = 0;
  /** Whether a tag has attributes: `attributes` goes through them, once `begin` was told where its name ends. */
  hasAttributes = false;
  readonly attributes: AttributeCursor;
  /** Of a comment: where what stands between its marks ends. */
  contentEnd = 0;
  private readonly text: string;
  private finder: MarkFinder | undefined;

  constructor(text: string) {
    this.text = text;
    this.attributes = new AttributeCursor(text);
  }

  /** Where the token ends that starts at `offset`, where a `<` stands; -1: it is an ordinary character. */
  readAt(offset: number): number {
    const next = this.text.charCodeAt(offset + 1);
    if (next === 0x21 /* ! */) return this.readBang(offset);
    if (next === 0x3f /* ? */) return this.readUntil(offset + 2, "?>");
    if (next === 0x2f /* / */) return this.readClosingTag(offset);
    return this.readOpeningTag(offset);
  }

  /** The name of the tag that was read last and starts at `offset`, in lower case. */
  nameAt(offset: number): string {
    const { text } = this;
    const start = text.charCodeAt(offset + 1) === 0x2f /* / */ ? offset + 2 : offset + 1;
    return text.slice(start, this.nameEnd).toLowerCase();
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
    const end = skipBlanks(this.text, nameEnd);
    if (this.text.charCodeAt(end) !== 0x3e /* > */) return -1;
    return this.setTag(nameEnd, false, end + 1);
  }

  private readOpeningTag(offset: number): number {
    const nameEnd = this.endOfName(offset + 1);
    if (nameEnd === offset + 1) return -1;
    const { attributes } = this;
    attributes.begin(nameEnd);
    const hasAttributes = attributes.advance();
    while (attributes.advance());
    return attributes.tagEnd === -1 ? -1 : this.setTag(nameEnd, hasAttributes, attributes.tagEnd);
  }

  private setTag(nameEnd: number, hasAttributes: boolean, end: number): number {
    this.kind = "tag";
    this.nameEnd = nameEnd;
    this.hasAttributes = hasAttributes;
    return end;
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
}
