import type { Span } from "../text/span.ts";
import { InlineLink, type InlineUndefinedReference } from "./inline-tokens.ts";
import { endOfPlainTarget, endOfResource, endOfTarget, isAngled, skipBlanks } from "./link-target.ts";
import { MarkFinder } from "./mark-finder.ts";
import { normalizeLabel, unescapeMarkdown } from "./unescape.ts";

/** What is known of the definitions of a page. */
export interface LinkOptions {
  /**
   * Whether a normalised label is defined, and its target. Without it, `[text][label]` counts as a link with an
   * unknown target and `[label]` alone does not, as in a segment half that is read by itself.
   */
  readonly findDefinition?: (label: string) => string | undefined;
  /** Whether it is known that nothing is defined: then no brackets of just a label have to be looked at. */
  readonly hasNoDefinitions?: boolean;
}

const LONGEST_LABEL = 999;

/** Reads links and images from their closing bracket on, where their text is known: `[text](target)`, `[text][label]`. */
export class LinkReader {
  /** Uses of labels that the page lacks, since somebody took them. */
  undefinedReferences: InlineUndefinedReference[] | undefined = undefined;
  private readonly text: string;
  private readonly options: LinkOptions;
  private finder: MarkFinder | undefined = undefined;

  constructor(text: string, options: LinkOptions) {
    this.text = text;
    this.options = options;
  }

  /**
   * The link or image that begins at `start` and whose text ends at `close`; nothing from `end` on belongs to it.
   * `undefined`: it is none.
   */
  readLink(isImage: boolean, start: number, close: number, end: number): InlineLink | undefined {
    const { text } = this;
    if (text.charCodeAt(close + 1) === 0x28 /* ( */) {
      const link = this.readInlineLink(isImage, start, close);
      if (link !== undefined) return link;
    }
    return this.readReference(isImage, start, close, end);
  }

  private readInlineLink(isImage: boolean, start: number, close: number): InlineLink | undefined {
    const { text } = this;
    const plainEnd = endOfPlainTarget(text, close + 2);
    // `()` leads nowhere, and is a link all the same.
    if (text.charCodeAt(plainEnd) === 0x29 /* ) */)
      return inlineLink(isImage, start, plainEnd + 1, close, text.slice(close + 2, plainEnd), close + 2);

    const targetStart = skipBlanks(text, close + 2);
    const isEmpty = text.charCodeAt(targetStart) === 0x29; /* ) */
    const targetEnd = isEmpty ? targetStart : endOfTarget(text, targetStart);
    if (targetEnd === -1) return undefined;
    const end = this.endOfResource(targetEnd);
    if (end === -1) return undefined;
    const marks = isAngled(text, targetStart) ? 1 : 0;
    const written = text.slice(targetStart + marks, targetEnd - marks);
    return inlineLink(isImage, start, end, close, written, targetStart + marks);
  }

  /** `[text][label]`, `[label][]` or `[label]`, the last two with the link text as label. */
  private readReference(
    isImage: boolean,
    start: number,
    close: number,
    limit: number,
  ): InlineLink | undefined {
    const { findDefinition } = this.options;
    const followingEnd = this.endOfLabel(close + 1, limit);
    const isShortcut = followingEnd === -1;
    if (isShortcut && !this.mayHoldShortcuts) return undefined;
    const textStart = isImage ? start + 2 : start + 1;
    const isFull = followingEnd > close + 2;
    const labelSpan = isFull ? { start: close + 2, end: followingEnd } : { start: textStart, end: close };
    const label = this.readLabel(labelSpan);
    if (label === undefined) return undefined;

    const end = isShortcut ? close + 1 : followingEnd + 1;
    const target = findDefinition?.(label);
    if (target !== undefined || findDefinition === undefined)
      return new InlineLink("reference", isImage, start, end, close, target, -1, -1, label);
    if (!isShortcut) {
      const written = this.text.slice(labelSpan.start, labelSpan.end);
      const textSpan = { start: textStart, end: close };
      this.undefinedReferences ??= [];
      this.undefinedReferences.push({ start, end, textSpan, label: written, labelSpan });
    }
    return undefined;
  }

  /** Whether brackets of just a label may be a link. */
  private get mayHoldShortcuts(): boolean {
    const { findDefinition, hasNoDefinitions } = this.options;
    return findDefinition !== undefined && hasNoDefinitions !== true;
  }

  /** A label, normalised; `undefined`: what stands there is none. */
  private readLabel({ start, end }: Span): string | undefined {
    // Before anything is done with it: brackets in brackets would else be read once for each level.
    if (end - start > LONGEST_LABEL) return undefined;
    const written = this.text.slice(start, end);
    const label = normalizeLabel(written);
    return isLabel(label) && !hasInnerBracket(written) ? label : undefined;
  }

  /** Where the inside of `[…]` at `offset` ends, before `end`; -1: no label stands there. */
  private endOfLabel(offset: number, end: number): number {
    const { text } = this;
    if (text.charCodeAt(offset) !== 0x5b /* [ */) return -1;
    const start = offset + 1;
    const limit = Math.min(end, start + LONGEST_LABEL + 1);
    for (let position = start; position < limit; position++) {
      const code = text.charCodeAt(position);
      if (code === 0x5d /* ] */) return position;
      if (code === 0x5b /* [ */) return -1;
      if (code === 0x5c /* \ */) position += 1;
    }
    return -1;
  }

  private endOfResource(targetEnd: number): number {
    this.finder ??= new MarkFinder(this.text);
    return endOfResource(this.text, targetEnd, this.finder);
  }
}

/** `[text](target)`; `written` is what stands there for the target, and where it starts. */
function inlineLink(
  isImage: boolean,
  start: number,
  end: number,
  close: number,
  written: string,
  targetStart: number,
): InlineLink {
  const target = unescapeMarkdown(written);
  const targetEnd = targetStart + written.length;
  return new InlineLink("inline", isImage, start, end, close, target, targetStart, targetEnd, undefined);
}

// `[^1]` is a footnote.
function isLabel(label: string): boolean {
  return label !== "" && !label.startsWith("^");
}

function hasInnerBracket(label: string): boolean {
  return /(?:^|[^\\])[[\]]/.test(label);
}
