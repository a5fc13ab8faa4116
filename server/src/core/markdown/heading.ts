import type { CleanText } from "../document/clean-text.ts";
import type { Segment } from "../segments/segment.ts";
import type { Span } from "../text/span.ts";
import type { RawBlock } from "./raw-block.ts";
import { scanInline } from "./scan-inline.ts";
import { slugOf } from "./slug.ts";
import type { Heading } from "./structure.ts";

const TAB = /^\[.*\]\(#tab\/([^\s)]+)\)$/s;

/** A heading; its slugs are made for who asks. */
class PlacedHeading implements Heading {
  readonly level: Heading["level"];
  readonly span: Span;
  readonly contentSpan: Span;
  readonly text: string;
  readonly sourceText: string | undefined;
  readonly anchorNames: readonly string[];
  private knownSlug: string | undefined;
  private knownSourceSlug: string | undefined;

  constructor(
    level: Heading["level"],
    span: Span,
    contentSpan: Span,
    { text, anchorNames }: WithoutAnchors,
    sourceText: string | undefined,
  ) {
    this.level = level;
    this.span = span;
    this.contentSpan = contentSpan;
    this.text = text;
    this.anchorNames = anchorNames;
    this.sourceText = sourceText;
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
    const start = block.lineStart(0);
    const end = block.lineEnd(block.lineCount - 1);
    const span = clean.toPage(block.start, block.end);
    const contentSpan = clean.toPage(start, end);
    const source = this.sourceOf(clean.segmentFrom(block.start), span, contentSpan);
    return new PlacedHeading(
      block.level as Heading["level"],
      span,
      contentSpan,
      takeAnchors(written, first),
      source === undefined ? undefined : takeAnchors(source, readFirstAnchor(source)).text,
    );
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

/** What an empty anchor is written like by the pipeline, which puts one at the start of each heading. */
const ANCHOR_START = '<a name="';
const ANCHOR_END = '"></a>';

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
  if (!heading.startsWith(ANCHOR_START)) return undefined;
  const start = ANCHOR_START.length;
  const nameEnd = heading.indexOf('"', start);
  if (nameEnd === -1 || !heading.startsWith(ANCHOR_END, nameEnd)) return undefined;
  const name = heading.slice(start, nameEnd);
  return /[<>&\n]/.test(name) ? undefined : { name, start, end: nameEnd + ANCHOR_END.length };
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
