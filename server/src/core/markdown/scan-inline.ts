import { BacktickRuns } from "./backtick-runs.ts";
import { targetOfUrl, UrlFinder } from "./bare-urls.ts";
import { InlineCode, InlineComment, InlineLink, InlineTag } from "./inline-tokens.ts";
import type { InlineTokens, InlineUndefinedReference } from "./inline-tokens.ts";
import { type LinkOptions, LinkReader } from "./link-reader.ts";
import { isPunctuation } from "./link-target.ts";
import { mayHoldTokens } from "./may-hold-tokens.ts";
import { HtmlReader } from "./scan-html.ts";
import { decodeEntities } from "./unescape.ts";

export type { InlineLink, InlineTokens } from "./inline-tokens.ts";

/** What is known of the page around a text. */
export interface InlineOptions extends LinkOptions {
  /** Whether nobody asks for tags that are nothing but a name, as `<br>`: a page may be made of their like. */
  readonly skipsBareTags?: boolean;
}

const NO_OPTIONS: InlineOptions = {};
const NO_LINKS: readonly InlineLink[] = [];
const NO_REFERENCES: readonly InlineUndefinedReference[] = [];
const NO_CODE: readonly InlineCode[] = [];
const NO_TAGS: readonly InlineTag[] = [];
const NO_COMMENTS: readonly InlineComment[] = [];
const NOTHING: InlineTokens = {
  links: NO_LINKS,
  undefinedReferences: NO_REFERENCES,
  codeSpans: NO_CODE,
  htmlTags: NO_TAGS,
  comments: NO_COMMENTS,
};
/** What a token or an escape starts with, and what a bare URL has behind its first letters. */
const SPECIAL = /[\\`<[\]]|!(?=\[)|:(?=\/\/)|[Ww](?=[Ww]{2}\.)/g;
const URL_IN_ANGLES = /<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>/y;
const ADDRESS_IN_ANGLES =
  /<[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,16}>/y;
/** What nearly all links are written like: no other mark in the text, and a target that means what it says. */
const PLAIN_LINK = /\[[^[\]\\`<]*\]\([^\u0000-\u0020()\\<&\u007f]*\)/y;

/** Scans inline Markdown: one paragraph, heading, table cell or segment half. Linear; total. */
export function scanInline(text: string, options: InlineOptions = NO_OPTIONS): InlineTokens {
  return mayHoldTokens(text) ? scanTokens(text, options) : NOTHING;
}

/** The same for who knows already that the text may hold tokens. */
export function scanTokens(text: string, options: InlineOptions): InlineTokens {
  return new InlineScanner(text, options).scan();
}

/**
 * One pass of CommonMark's inline rules, without emphasis, which no link or code depends on. There are thousands of texts,
 * most with one token: what it takes to find one is made when the first of its kind is met, and lists are made with the
 * first one in them, since V8 makes room for seventeen in a list that grows from nothing.
 */
export class InlineScanner {
  private readonly text: string;
  private readonly options: InlineOptions;
  /** Where the stretch ends that is being read. */
  private end: number;
  private links: InlineLink[] | undefined = undefined;
  private codeSpans: InlineCode[] | undefined = undefined;
  private htmlTags: InlineTag[] | undefined = undefined;
  private comments: InlineComment[] | undefined = undefined;
  /** Where each `[` or `![` stands that nothing has closed yet, and how many links there were when it was met. */
  private openers: number[] | undefined = undefined;
  /** Openers of links below this index are off: a link has been closed inside them, and links do not nest. */
  private inactiveBelow = 0;
  /** Whether a bare URL may stand outside what the marks at which reading stopped belong to. */
  private mayHoldUrls = false;
  private linkReader: LinkReader | undefined = undefined;
  private html: HtmlReader | undefined = undefined;
  private backticks: BacktickRuns | undefined = undefined;

  constructor(text: string, options: InlineOptions) {
    this.text = text;
    this.options = options;
    this.end = text.length;
  }

  scan(): InlineTokens {
    const { text } = this;
    SPECIAL.lastIndex = 0;
    while (SPECIAL.test(text)) SPECIAL.lastIndex = this.readAt(SPECIAL.lastIndex - 1);
    if (this.mayHoldUrls) this.addBareUrls(new UrlFinder(text));
    return this.take();
  }

  /**
   * Reads a stretch of the text as if nothing else were there; its tokens are collected with those of stretches before it.
   * `false`: something may reach beyond the stretch, or be a bare URL, and nothing of it has been collected; who wants to
   * know has to read it as a text of its own. Stretches are read in the order of the text, each once.
   */
  scanStretch(start: number, end: number): boolean {
    const { text } = this;
    this.end = end;
    this.openers = undefined;
    this.inactiveBelow = 0;
    SPECIAL.lastIndex = start;
    while (SPECIAL.test(text) && SPECIAL.lastIndex <= end) {
      const next = this.readAt(SPECIAL.lastIndex - 1);
      if (next > end || this.mayHoldUrls) {
        this.giveUp(start);
        return false;
      }
      SPECIAL.lastIndex = next;
    }
    return true;
  }

  /** What has been collected since the last time. */
  take(): InlineTokens {
    const { links, linkReader, codeSpans, htmlTags, comments } = this;
    const undefinedReferences = linkReader?.undefinedReferences;
    if (linkReader !== undefined) linkReader.undefinedReferences = undefined;
    this.links = undefined;
    this.codeSpans = undefined;
    this.htmlTags = undefined;
    this.comments = undefined;
    return {
      links: links ?? NO_LINKS,
      undefinedReferences: undefinedReferences ?? NO_REFERENCES,
      codeSpans: codeSpans ?? NO_CODE,
      htmlTags: htmlTags ?? NO_TAGS,
      comments: comments ?? NO_COMMENTS,
    };
  }

  /** Drops what has been found behind an offset. */
  private giveUp(start: number): void {
    this.mayHoldUrls = false;
    dropFrom(this.links, start);
    dropFrom(this.codeSpans, start);
    dropFrom(this.htmlTags, start);
    dropFrom(this.comments, start);
    dropFrom(this.linkReader?.undefinedReferences, start);
  }

  /** Reads what starts at `offset`; gives the offset at which to go on. */
  private readAt(offset: number): number {
    switch (this.text.charCodeAt(offset)) {
      case 0x5c /* \ */:
        return isPunctuation(this.text.charCodeAt(offset + 1)) ? offset + 2 : offset + 1;
      case 0x60 /* ` */:
        return this.readCode(offset);
      case 0x3c /* < */:
        return this.readAngle(offset);
      case 0x21 /* ! */:
        return this.open(offset, offset + 2);
      case 0x5b /* [ */:
        return this.readPlainLink(offset) || this.open(offset, offset + 1);
      case 0x5d /* ] */:
        return this.close(offset);
      default:
        this.mayHoldUrls = true;
        return offset + 1;
    }
  }

  private readCode(offset: number): number {
    const { text } = this;
    let start = offset + 1;
    while (text.charCodeAt(start) === 0x60) start += 1;
    const length = start - offset;
    const close = this.findBackticks(start, length);
    if (close === -1) return start;
    const code = new InlineCode(text, offset, close + length);
    if (this.codeSpans === undefined) this.codeSpans = [code];
    else this.codeSpans.push(code);
    return close + length;
  }

  /** Where the next run of just so many backticks starts; -1: there is none. Nearly always it is the next run at all. */
  private findBackticks(offset: number, length: number): number {
    const { text } = this;
    if (this.backticks === undefined) {
      const next = text.indexOf("`", offset);
      if (next === -1) return -1;
      let end = next;
      while (text.charCodeAt(end) === 0x60) end += 1;
      if (end - next === length) return next;
      this.backticks = new BacktickRuns(text, offset);
    }
    return this.backticks.findClose(offset, length);
  }

  private readAngle(offset: number): number {
    const next = this.text.charCodeAt(offset + 1);
    // What is a tag of letters is no autolink; what starts as a comment may be one.
    const mayBeMarkup = next === 0x21 /* ! */ || next === 0x3f; /* ? */
    if (!mayBeMarkup) return this.readHtml(offset) || this.readAutolink(offset) || offset + 1;
    return this.readAutolink(offset) || this.readHtml(offset) || offset + 1;
  }

  /** Where the tag or comment at `offset` ends; 0: there is none. */
  private readHtml(offset: number): number {
    this.html ??= new HtmlReader(this.text);
    const { html } = this;
    const end = html.readAt(offset);
    if (end === -1) return 0;
    if (html.kind === "tag") this.addTag(html, offset, end);
    else if (html.kind === "comment") {
      this.comments ??= [];
      this.comments.push(new InlineComment(offset, end, html.commentAt(offset)));
    } else this.mayHoldUrls = true;
    return end;
  }

  private addTag(html: HtmlReader, start: number, end: number): void {
    // Nothing but a name: that it is no text was all there is to know of it.
    if (end === html.nameEnd + 1 && this.options.skipsBareTags === true) return;
    const attributesStart = html.hasAttributes ? html.nameEnd : -1;
    const tag = new InlineTag(this.text, start, end, html.nameAt(start), attributesStart);
    if (this.htmlTags === undefined) this.htmlTags = [tag];
    else this.htmlTags.push(tag);
  }

  /** Where the autolink at `offset` ends; 0: there is none. */
  private readAutolink(offset: number): number {
    const { text } = this;
    const urlEnd = endOfMatch(URL_IN_ANGLES, text, offset);
    const end = urlEnd || endOfMatch(ADDRESS_IN_ANGLES, text, offset);
    if (end === 0) return 0;
    const written = text.slice(offset + 1, end - 1);
    const target = urlEnd === 0 ? `mailto:${written}` : decodeEntities(written);
    this.links ??= [];
    this.links.push(
      new InlineLink("autolink", false, offset, end, -1, target, offset + 1, end - 1, undefined),
    );
    return end;
  }

  /** Where the link ends that starts at `offset`; 0: it is none, or takes more than one look. */
  private readPlainLink(offset: number): number {
    const { text } = this;
    PLAIN_LINK.lastIndex = offset;
    if (!PLAIN_LINK.test(text)) return 0;
    const end = PLAIN_LINK.lastIndex;
    const close = text.indexOf("]", offset);
    const target = text.slice(close + 2, end - 1);
    const link = new InlineLink("inline", false, offset, end, close, target, close + 2, end - 1, undefined);
    if (this.links === undefined) this.links = [link];
    else this.links.push(link);
    if (this.openers !== undefined) this.inactiveBelow = this.openers.length;
    return end;
  }

  private open(start: number, textStart: number): number {
    const linkCount = this.links === undefined ? 0 : this.links.length;
    if (this.openers === undefined) this.openers = [start, linkCount];
    else this.openers.push(start, linkCount);
    return textStart;
  }

  private close(offset: number): number {
    const { openers } = this;
    if (openers === undefined || openers.length === 0) return offset + 1;
    // Links that were met later stand inside.
    const linkCount = openers.pop() as number;
    const start = openers.pop() as number;
    const isImage = this.text.charCodeAt(start) === 0x21; /* ! */
    const isActive = isImage || openers.length >= this.inactiveBelow;
    if (this.inactiveBelow > openers.length) this.inactiveBelow = openers.length;
    if (!isActive) return offset + 1;

    this.linkReader ??= new LinkReader(this.text, this.options);
    const link = this.linkReader.readLink(isImage, start, offset, this.end);
    if (link === undefined) return offset + 1;
    // The text of an image is plain text: what looks like a link in it is none.
    if (isImage) this.dropInside(link.textStart, linkCount);
    else this.inactiveBelow = openers.length;
    this.addLink(link, linkCount);
    return link.end;
  }

  /** `index`: of how many links it stands before those inside it. */
  private addLink(link: InlineLink, index: number): void {
    if (this.links === undefined) this.links = [link];
    else if (index === this.links.length) this.links.push(link);
    else this.links.splice(index, 0, link);
  }

  private dropInside(start: number, linkCount: number): void {
    if (this.links !== undefined) this.links.length = linkCount;
    dropFrom(this.codeSpans, start);
    dropFrom(this.htmlTags, start);
    dropFrom(this.comments, start);
  }

  private addBareUrls(urls: UrlFinder): void {
    const bare: InlineLink[] = [];
    const links = this.links === undefined ? undefined : new Reach(this.links);
    let others: Reach[] | undefined;
    while (urls.advance()) {
      const { start } = urls;
      // Nearly all are targets of links.
      if (links !== undefined && links.before(start + 1) > start) continue;
      const url = urls.read();
      if (url === undefined) continue;
      const end = start + url.length;
      others ??= this.reachesOfOthers();
      if (links !== undefined && links.before(end) > start) continue;
      if (others.some((reach) => reach.before(end) > start)) continue;
      bare.push(new InlineLink("bare", false, start, end, -1, targetOfUrl(url), start, end, undefined));
    }
    if (bare.length === 0) return;
    this.links = this.links === undefined ? bare : [...this.links, ...bare].sort((a, b) => a.start - b.start);
  }

  private reachesOfOthers(): Reach[] {
    return [this.codeSpans, this.htmlTags, this.comments].flatMap((tokens) =>
      tokens === undefined ? [] : [new Reach(tokens)],
    );
  }
}

/** How far the tokens of one list reach that start before an offset. Offsets must be asked for in text order. */
class Reach {
  private readonly tokens: readonly { readonly start: number; readonly end: number }[];
  private next = 0;
  private reached = 0;

  constructor(tokens: Reach["tokens"]) {
    this.tokens = tokens;
  }

  before(offset: number): number {
    for (; this.next < this.tokens.length; this.next++) {
      const { start, end } = this.tokens[this.next] as Reach["tokens"][number];
      if (start >= offset) break;
      this.reached = Math.max(this.reached, end);
    }
    return this.reached;
  }
}

/** Where the match of a sticky expression at `offset` ends; 0: there is none. */
function endOfMatch(sticky: RegExp, text: string, offset: number): number {
  sticky.lastIndex = offset;
  return sticky.test(text) ? sticky.lastIndex : 0;
}

function dropFrom(tokens: { readonly start: number }[] | undefined, start: number): void {
  if (tokens === undefined) return;
  while ((tokens.at(-1)?.start ?? -1) >= start) tokens.pop();
}
