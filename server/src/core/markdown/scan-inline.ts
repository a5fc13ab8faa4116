import type { Span } from "../text/span.ts";
import { findBareUrls } from "./bare-urls.ts";
import { isPunctuation, readResource } from "./link-target.ts";
import { MarkFinder } from "./mark-finder.ts";
import { HtmlReader } from "./scan-html.ts";
import type { CodeSpan, Comment, HtmlTag, LinkForm } from "./structure.ts";
import { decodeEntities, normalizeLabel, unescapeMarkdown } from "./unescape.ts";

/** A link or image inside a piece of inline Markdown. Spans are UTF-16 offsets into that piece. */
export interface InlineLink {
  readonly form: Exclude<LinkForm, "html" | "directive">;
  readonly isImage: boolean;
  readonly span: Span;
  /** Between the brackets; `undefined` for autolinks and bare URLs. */
  readonly textSpan: Span | undefined;
  /** Escapes and entities undone. For a reference, its definition's; `undefined` where that is not known. */
  readonly target: string | undefined;
  /** `undefined` for references: their target stands elsewhere. */
  readonly targetSpan: Span | undefined;
  /** Normalised label of a reference. */
  readonly label: string | undefined;
}

/** `[text][label]` or `[label][]` whose label has no definition. */
export interface InlineUndefinedReference {
  readonly span: Span;
  readonly textSpan: Span;
  /** As written. */
  readonly label: string;
  readonly labelSpan: Span;
}

/** What a piece of inline Markdown consists of, each list in text order. */
export interface InlineTokens {
  readonly links: readonly InlineLink[];
  readonly undefinedReferences: readonly InlineUndefinedReference[];
  readonly codeSpans: readonly CodeSpan[];
  readonly htmlTags: readonly HtmlTag[];
  readonly comments: readonly Comment[];
}

export interface InlineOptions {
  /**
   * Whether a normalised label is defined, and its target. Without it, `[text][label]` counts as a link with an
   * unknown target and `[label]` alone does not, as in a segment half that is read by itself.
   */
  readonly findDefinition?: (label: string) => string | undefined;
}

const NOTHING: InlineTokens = {
  links: [],
  undefinedReferences: [],
  codeSpans: [],
  htmlTags: [],
  comments: [],
};
const SPECIAL = /[\\`<[\]!]/g;
const MAY_HOLD_TOKENS = /[`<\]]|:\/\/|www\./i;
/** A URL, or else an address, in angle brackets. */
const AUTOLINK =
  /<(?:([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)|([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,16}))>/y;
const LONGEST_LABEL = 999;

/** Whether a text can hold anything that `scanInline` finds. A cheap test, which most table cells do not pass. */
export function mayHoldTokens(text: string): boolean {
  return MAY_HOLD_TOKENS.test(text);
}

/** Scans inline Markdown: one paragraph, heading, table cell or segment half. Linear; total. */
export function scanInline(text: string, options: InlineOptions = {}): InlineTokens {
  return mayHoldTokens(text) ? new InlineScanner(text, options).scan() : NOTHING;
}

interface Opener {
  readonly isImage: boolean;
  /** Offset of `[` or `![`. */
  readonly start: number;
  readonly textStart: number;
  /** How many links there were when it was met: the later ones stand inside. */
  readonly linkCount: number;
}

interface Reference {
  readonly end: number;
  readonly label: string;
  readonly target: string | undefined;
}

/** One pass of CommonMark's inline rules, without emphasis, which no link or code depends on. */
class InlineScanner {
  readonly #text: string;
  readonly #options: InlineOptions;
  readonly #finder: MarkFinder;
  readonly #html: HtmlReader;
  readonly #links: InlineLink[] = [];
  readonly #undefinedReferences: InlineUndefinedReference[] = [];
  readonly #codeSpans: CodeSpan[] = [];
  readonly #htmlTags: HtmlTag[] = [];
  readonly #comments: Comment[] = [];
  readonly #openers: Opener[] = [];
  /** `[` below this index are off: a link has been closed inside them, and links do not nest. */
  #inactiveBelow = 0;
  #backticks: BacktickRuns | undefined;

  constructor(text: string, options: InlineOptions) {
    this.#text = text;
    this.#options = options;
    this.#finder = new MarkFinder(text);
    this.#html = new HtmlReader(text, this.#finder);
  }

  scan(): InlineTokens {
    SPECIAL.lastIndex = 0;
    while (SPECIAL.test(this.#text)) SPECIAL.lastIndex = this.#readAt(SPECIAL.lastIndex - 1);
    this.#addBareUrls();
    this.#links.sort((a, b) => a.span.start - b.span.start);
    return {
      links: this.#links,
      undefinedReferences: this.#undefinedReferences,
      codeSpans: this.#codeSpans,
      htmlTags: this.#htmlTags,
      comments: this.#comments,
    };
  }

  /** Reads what starts at `offset`; gives the offset at which to go on. */
  #readAt(offset: number): number {
    switch (this.#text.charCodeAt(offset)) {
      case 0x5c /* \ */:
        return isPunctuation(this.#text.charCodeAt(offset + 1)) ? offset + 2 : offset + 1;
      case 0x60 /* ` */:
        return this.#readCode(offset);
      case 0x3c /* < */:
        return this.#readAngle(offset);
      case 0x21 /* ! */:
        if (this.#text.charCodeAt(offset + 1) !== 0x5b) return offset + 1;
        this.#open(offset, offset + 2, true);
        return offset + 2;
      case 0x5b /* [ */:
        this.#open(offset, offset + 1, false);
        return offset + 1;
      default:
        return this.#close(offset);
    }
  }

  #readCode(offset: number): number {
    this.#backticks ??= new BacktickRuns(this.#text, offset);
    const length = this.#backticks.lengthAt(offset);
    const close = this.#backticks.findClose(offset + length, length);
    if (close === undefined) return offset + length;
    const written = this.#text.slice(offset + length, close);
    const content = written.includes("\n") ? written.replace(/\r?\n/g, " ") : written;
    this.#codeSpans.push({ span: { start: offset, end: close + length }, content: withoutPadding(content) });
    return close + length;
  }

  #readAngle(offset: number): number {
    const autolink = this.#readAutolink(offset);
    if (autolink !== undefined) return autolink;

    const token = this.#html.readAt(offset);
    if (token === undefined) return offset + 1;
    const span = { start: offset, end: token.end };
    if (token.kind === "tag") {
      this.#htmlTags.push({
        span,
        name: token.name,
        isClosing: token.isClosing,
        attributes: token.attributes,
      });
    } else if (token.kind === "comment") {
      this.#comments.push({ span, text: this.#text.slice(token.content.start, token.content.end).trim() });
    }
    return token.end;
  }

  #readAutolink(offset: number): number | undefined {
    AUTOLINK.lastIndex = offset;
    const match = AUTOLINK.exec(this.#text);
    if (match === null) return undefined;
    const [whole, url, address = ""] = match;
    this.#links.push({
      form: "autolink",
      isImage: false,
      span: { start: offset, end: offset + whole.length },
      textSpan: undefined,
      target: url === undefined ? `mailto:${address}` : decodeEntities(url),
      targetSpan: { start: offset + 1, end: offset + whole.length - 1 },
      label: undefined,
    });
    return offset + whole.length;
  }

  #open(start: number, textStart: number, isImage: boolean): void {
    this.#openers.push({ isImage, start, textStart, linkCount: this.#links.length });
  }

  #close(offset: number): number {
    const opener = this.#openers.pop();
    if (opener === undefined) return offset + 1;
    const isActive = opener.isImage || this.#openers.length >= this.#inactiveBelow;
    this.#inactiveBelow = Math.min(this.#inactiveBelow, this.#openers.length);
    if (!isActive) return offset + 1;

    const link = this.#readLink(opener, offset);
    if (link === undefined) return offset + 1;
    // The text of an image is plain text: what looks like a link in it is none.
    if (opener.isImage) this.#dropInside(opener);
    else this.#inactiveBelow = this.#openers.length;
    this.#links.push(link);
    return link.span.end;
  }

  #dropInside(opener: Opener): void {
    this.#links.length = opener.linkCount;
    for (const tokens of [this.#codeSpans, this.#htmlTags, this.#comments]) {
      while ((tokens.at(-1)?.span.start ?? -1) >= opener.textStart) tokens.pop();
    }
  }

  #readLink(opener: Opener, close: number): InlineLink | undefined {
    const resource =
      this.#text.charCodeAt(close + 1) === 0x28 /* ( */
        ? readResource(this.#text, close + 2, this.#finder)
        : undefined;
    const reference = resource === undefined ? this.#readReference(opener, close) : undefined;
    const end = resource?.end ?? reference?.end;
    if (end === undefined) return undefined;
    const targetSpan = resource?.targetSpan;
    return {
      form: targetSpan === undefined ? "reference" : "inline",
      isImage: opener.isImage,
      span: { start: opener.start, end },
      textSpan: { start: opener.textStart, end: close },
      target:
        targetSpan === undefined
          ? reference?.target
          : unescapeMarkdown(this.#text.slice(targetSpan.start, targetSpan.end)),
      targetSpan,
      label: reference?.label,
    };
  }

  /** `[text][label]`, `[label][]` or `[label]`, the last two with the link text as label. */
  #readReference(opener: Opener, close: number): Reference | undefined {
    const textSpan = { start: opener.textStart, end: close };
    const following = this.#readLabel(close + 1);
    const isFull = following !== undefined && following.end > following.start;
    const labelSpan = isFull ? following : textSpan;
    // Before anything is done with the label: brackets in brackets would else be read once for each level.
    if (labelSpan.end - labelSpan.start > LONGEST_LABEL) return undefined;
    const written = this.#text.slice(labelSpan.start, labelSpan.end);
    const label = normalizeLabel(written);
    if (!isLabel(label) || hasInnerBracket(written)) return undefined;

    const isShortcut = following === undefined;
    const end = isShortcut ? close + 1 : following.end + 1;
    const { findDefinition } = this.#options;
    if (findDefinition === undefined) return isShortcut ? undefined : { end, label, target: undefined };
    const target = findDefinition(label);
    if (target !== undefined) return { end, label, target };
    if (!isShortcut) {
      const span = { start: opener.start, end };
      this.#undefinedReferences.push({ span, textSpan, label: written, labelSpan });
    }
    return undefined;
  }

  /** The inside of `[…]` at `offset`; empty for `[]`. `undefined`: no label stands there. */
  #readLabel(offset: number): Span | undefined {
    const text = this.#text;
    if (text.charCodeAt(offset) !== 0x5b /* [ */) return undefined;
    const start = offset + 1;
    const limit = Math.min(text.length, start + LONGEST_LABEL + 1);
    for (let position = start; position < limit; position++) {
      const code = text.charCodeAt(position);
      if (code === 0x5d /* ] */) return { start, end: position };
      if (code === 0x5b /* [ */) return undefined;
      if (code === 0x5c /* \ */) position += 1;
    }
    return undefined;
  }

  #addBareUrls(): void {
    const urls = findBareUrls(this.#text);
    if (urls.length === 0) return;
    const taken = [...this.#links, ...this.#codeSpans, ...this.#htmlTags, ...this.#comments]
      .map(({ span }) => span)
      .sort((a, b) => a.start - b.start);
    let next = 0;
    let reach = 0;
    for (const { span, target } of urls) {
      for (; next < taken.length && (taken[next] as Span).start < span.end; next++) {
        reach = Math.max(reach, (taken[next] as Span).end);
      }
      if (reach > span.start) continue;
      this.#links.push({
        form: "bare",
        isImage: false,
        span,
        textSpan: undefined,
        target,
        targetSpan: span,
        label: undefined,
      });
    }
  }
}

// `[^1]` is a footnote.
function isLabel(label: string): boolean {
  return label !== "" && !label.startsWith("^");
}

function hasInnerBracket(label: string): boolean {
  return /(?:^|[^\\])[[\]]/.test(label);
}

/** CommonMark strips one space on both sides, unless the code is nothing but spaces. */
function withoutPadding(content: string): string {
  const isPadded = content.startsWith(" ") && content.endsWith(" ") && content.trim() !== "";
  return isPadded ? content.slice(1, -1) : content;
}

/** Runs of backticks, by length, so that the end of a code span is found without searching the text again. */
class BacktickRuns {
  readonly #starts = new Map<number, number[]>();
  readonly #next = new Map<number, number>();
  readonly #text: string;

  /** Runs before `from` are not looked at. */
  constructor(text: string, from: number) {
    this.#text = text;
    for (let start = text.indexOf("`", from), end = start; start !== -1; start = text.indexOf("`", end)) {
      const length = this.lengthAt(start);
      end = start + length;
      const starts = this.#starts.get(length);
      if (starts === undefined) this.#starts.set(length, [start]);
      else starts.push(start);
    }
  }

  /** How many backticks stand at and after `offset`. */
  lengthAt(offset: number): number {
    let end = offset;
    while (this.#text.charCodeAt(end) === 0x60) end += 1;
    return end - offset;
  }

  /** Where a run of just this length starts, at or after `offset`. Offsets of later calls must not be smaller. */
  findClose(offset: number, length: number): number | undefined {
    const starts = this.#starts.get(length);
    if (starts === undefined) return undefined;
    let next = this.#next.get(length) ?? 0;
    while (next < starts.length && (starts[next] as number) < offset) next += 1;
    this.#next.set(length, next);
    return starts[next];
  }
}
