import type { CleanText } from "../document/clean-text.ts";
import type { Segment } from "../segments/segment.ts";
import type { Span } from "../text/span.ts";
import type { RawBlock } from "./raw-block.ts";
import { scanInline } from "./scan-inline.ts";
import { slugOf } from "./slug.ts";
import type { Heading } from "./structure.ts";

const TAB = /^\[.*\]\(#tab\/([^\s)]+)\)$/s;

/** A heading; its slugs, and where its content stands, are made for who asks. */
class PlacedHeading implements Heading {
  readonly level: Heading["level"];
  readonly span: Span;
  readonly text: string;
  readonly sourceText: string | undefined;
  readonly anchorNames: readonly string[];
  private readonly clean: CleanText;
  private readonly content: Span;
  private knownSlug: string | undefined = undefined;
  private knownSourceSlug: string | undefined = undefined;

  /** `content`: where its content stands in the clean text. */
  constructor(
    level: Heading["level"],
    span: Span,
    { text, anchorNames }: WithoutAnchors,
    sourceText: string | undefined,
    clean: CleanText,
    content: Span,
  ) {
    this.level = level;
    this.span = span;
    this.text = text;
    this.sourceText = sourceText;
    this.anchorNames = anchorNames;
    this.clean = clean;
    this.content = content;
  }

  get contentSpan(): Span {
    return this.clean.toPage(this.content.start, this.content.end);
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

  /** `written`: its content; `first`: the anchor that this starts with. */
  read(block: RawBlock, written: string, first: FirstAnchor | undefined): Heading {
    const { clean } = this;
    const content = { start: block.lineStart(0), end: block.lineEnd(block.lineCount - 1) };
    const span = clean.toPage(block.start, block.end);
    return new PlacedHeading(
      block.level as Heading["level"],
      span,
      takeAnchors(written, first),
      this.sourceText(block, span, content, first),
      clean,
      content,
    );
  }

  /** The English; `undefined`: the heading has no segment. */
  private sourceText(
    block: RawBlock,
    span: Span,
    content: Span,
    first: FirstAnchor | undefined,
  ): string | undefined {
    const { clean, segments } = this;
    const from = clean.segmentFrom(block.start);
    if (first !== undefined && content.end === block.end) {
      // Nearly all headings are an anchor and one segment.
      const nth = clean.segmentOf(content.start + first.end, content.end);
      const source = nth === from ? segments[nth]?.source : undefined;
      if (source?.includes("<") === false) return source.trim();
    }
    const source = this.sourceOf(from, span, clean.toPage(content.start, content.end));
    return source === undefined ? undefined : takeAnchors(source, readFirstAnchor(source)).text;
  }

  /** The heading with English in place of each translation; `undefined`: it has no segment. */
  private sourceOf(firstSegment: number, headingSpan: Span, contentSpan: Span): string | undefined {
    const { page, segments } = this;
    let text: string | undefined;
    let position = contentSpan.start;
    for (let nth = firstSegment; nth < segments.length; nth++) {
      const segment = segments[nth] as Segment;
      const { start } = segment.targetSpan;
      if (start > headingSpan.end) break;
      if (start < headingSpan.start) continue;
      text ??= "";
      const { span, source } = segment;
      // The content of a heading that is one segment starts inside that segment's markup.
      if (span.start > position) text += page.slice(position, span.start);
      text += source;
      position = span.end;
    }
    if (text === undefined) return undefined;
    return contentSpan.end > position ? text + page.slice(position, contentSpan.end) : text;
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
