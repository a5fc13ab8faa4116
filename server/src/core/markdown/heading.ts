import type { CleanText } from "../document/clean-text.ts";
import type { Segment } from "../segments/segment.ts";
import type { Span } from "../text/span.ts";
import type { RawBlock } from "./raw-block.ts";
import { scanInline } from "./scan-inline.ts";
import { slugOf } from "./slug.ts";
import type { Heading } from "./structure.ts";

const TAB = /^\[.*\]\(#tab\/([^\s)]+)\)$/s;

/** A heading; its slugs, and its spans, are made for who asks. */
class PlacedHeading implements Heading {
  readonly level: Heading["level"];
  readonly text: string;
  readonly sourceText: string | undefined;
  readonly anchorNames: readonly string[];
  /** Where it stands in the page. */
  private readonly start: number;
  private readonly end: number;
  private readonly clean: CleanText;
  /** Where its content stands in the clean text. */
  private readonly contentStart: number;
  private readonly contentEnd: number;
  private knownSlug: string | undefined = undefined;
  private knownSourceSlug: string | undefined = undefined;

  constructor(
    level: Heading["level"],
    text: string,
    sourceText: string | undefined,
    anchorNames: readonly string[],
    start: number,
    end: number,
    clean: CleanText,
    contentStart: number,
    contentEnd: number,
  ) {
    this.level = level;
    this.text = text;
    this.sourceText = sourceText;
    this.anchorNames = anchorNames;
    this.start = start;
    this.end = end;
    this.clean = clean;
    this.contentStart = contentStart;
    this.contentEnd = contentEnd;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get contentSpan(): Span {
    return this.clean.toPage(this.contentStart, this.contentEnd);
  }

  get slug(): string {
    this.knownSlug ??= slugOf(this.text);
    return this.knownSlug;
  }

  get sourceSlug(): string | undefined {
    if (this.sourceText !== undefined) this.knownSourceSlug ??= slugOf(this.sourceText);
    return this.knownSourceSlug;
  }

  get tabId(): string | undefined {
    return this.text.startsWith("[") ? TAB.exec(this.text)?.[1] : undefined;
  }
}

/** Reads the headings of a page: their texts in both languages, and the anchors in them. */
export class HeadingReader {
  private readonly clean: CleanText;
  private readonly page: string;
  private readonly segments: readonly Segment[];

  constructor(clean: CleanText, page: string, segments: readonly Segment[]) {
    this.clean = clean;
    this.page = page;
    this.segments = segments;
  }

  /** `start`, `end`: of its content, which is `written`; `first`: the anchor that this starts with. */
  read(
    block: RawBlock,
    start: number,
    end: number,
    written: string,
    first: FirstAnchor | undefined,
  ): Heading {
    const { clean } = this;
    const from = clean.startToPage(block.start);
    const only =
      first === undefined || end !== block.end ? undefined : this.onlySegment(from, start + first.end, end);
    const to = only === undefined ? clean.endToPage(block.end) : only.targetSpan.end;
    const { text, anchorNames } = takeAnchors(written, first);
    const isPlain = only?.source.includes("<") === false;
    return new PlacedHeading(
      block.level as Heading["level"],
      text,
      isPlain ? only.source.trim() : this.sourceText(block, from, to, start, end),
      anchorNames,
      from,
      to,
      clean,
      start,
      end,
    );
  }

  /**
   * Nearly all headings are an anchor and one segment: the one whose target is just this stretch of clean text, if no other
   * one starts in the heading, which starts at `from` in the page.
   */
  private onlySegment(from: number, start: number, end: number): Segment | undefined {
    const { segments } = this;
    const nth = this.clean.segmentOf(start, end);
    if (nth === -1) return undefined;
    const before = segments[nth - 1];
    return before === undefined || before.targetSpan.start < from ? segments[nth] : undefined;
  }

  /**
   * The content of a heading, from `start` to `end` in the clean text, with English in place of each translation and
   * without anchors. The heading stands in the page from `from` to `to`. `undefined`: it has no segment.
   */
  private sourceText(
    block: RawBlock,
    from: number,
    to: number,
    start: number,
    end: number,
  ): string | undefined {
    const { clean, page, segments } = this;
    let text: string | undefined;
    let position = clean.startToPage(start);
    for (let nth = clean.segmentFrom(block.start); nth < segments.length; nth++) {
      const segment = segments[nth] as Segment;
      const targetStart = segment.targetSpan.start;
      if (targetStart > to) break;
      if (targetStart < from) continue;
      text ??= "";
      const { span, source } = segment;
      // The content of a heading that is one segment starts inside that segment's markup.
      if (span.start > position) text += page.slice(position, span.start);
      text += source;
      position = span.end;
    }
    if (text === undefined) return undefined;
    const contentEnd = clean.toPage(start, end).end;
    if (contentEnd > position) text += page.slice(position, contentEnd);
    return takeAnchors(text, readFirstAnchor(text)).text;
  }
}

/** What an anchor is written like by the pipeline, which puts one at the start of each heading. */
const FIRST_ANCHOR = /<a name="[^"<>&\n]*"><\/a>/y;
const NAME_START = '<a name="'.length;
const AFTER_NAME = '"></a>'.length;

/** An anchor at the start of a heading. Nothing stands before it that could change what it means. */
export interface FirstAnchor {
  readonly name: string;
  /** Offset of the name. */
  readonly start: number;
  /** Offset of what follows the anchor. */
  readonly end: number;
}

/** The anchor that a heading starts with; `undefined`: it starts with none that is written as the pipeline does. */
export function readFirstAnchor(heading: string): FirstAnchor | undefined {
  FIRST_ANCHOR.lastIndex = 0;
  if (!FIRST_ANCHOR.test(heading)) return undefined;
  const end = FIRST_ANCHOR.lastIndex;
  return { name: heading.slice(NAME_START, end - AFTER_NAME), start: NAME_START, end };
}

interface WithoutAnchors {
  readonly text: string;
  readonly anchorNames: readonly string[];
}

const NO_NAMES: readonly string[] = [];

/** Takes `<a name="…"></a>` and other empty anchors out of a heading. */
function takeAnchors(written: string, first: FirstAnchor | undefined): WithoutAnchors {
  if (first === undefined && !written.includes("<")) return { text: written, anchorNames: NO_NAMES };
  if (first !== undefined && !written.includes("<", first.end))
    return { text: written.slice(first.end).trim(), anchorNames: [first.name] };

  const anchorNames: string[] = [];
  let text = "";
  let position = 0;
  for (const { start, end, name, attributes } of scanInline(written).htmlTags) {
    for (const { name: key, value } of attributes) {
      if (key === "id" || (key === "name" && name === "a")) anchorNames.push(value);
    }
    if (name !== "a") continue;
    text += written.slice(position, start);
    position = end;
  }
  return { text: (text + written.slice(position)).trim(), anchorNames };
}
