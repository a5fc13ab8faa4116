import type { Document } from "../document/document.ts";
import { plainText } from "../markdown/slug.ts";
import type { Heading } from "../markdown/structure.ts";
import type { Segment } from "../segments/segment.ts";
import type { Span } from "../text/span.ts";
import { shorten } from "./show-markdown.ts";

/** A section or a segment in the outline of a page. */
export interface DocumentSymbol {
  readonly kind: "heading" | "segment";
  /** Never empty: editors refuse a symbol without a name. */
  readonly name: string;
  /** Id of a segment, English text of a heading; empty where there is none. */
  readonly detail: string;
  /** The section with all below it, or the whole pair. */
  readonly span: Span;
  /** What is selected when the symbol is chosen: the heading's line, or the translation. */
  readonly selectionSpan: Span;
  readonly children: readonly DocumentSymbol[];
}

interface OpenSection {
  readonly level: number;
  readonly heading: Heading;
  readonly children: DocumentSymbol[];
}

const NAME_LENGTH = 80;

/** Headings as a tree, with the segments of each section as its leaves. Tabs (`#tab/…`) are sections as well. */
export function findDocumentSymbols({ text, structure, segments }: Document): DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const open: OpenSection[] = [];
  const siblings = (): DocumentSymbol[] => open.at(-1)?.children ?? roots;
  const closeDownTo = (level: number, end: number): void => {
    while ((open.at(-1)?.level ?? 0) >= level) {
      const section = open.pop() as OpenSection;
      siblings().push(toSectionSymbol(section, end));
    }
  };

  let nextSegment = 0;
  const takeSegments = (end: number): void => {
    for (; nextSegment < segments.length; nextSegment++) {
      const segment = segments[nextSegment] as Segment;
      if (segment.span.start >= end) return;
      siblings().push(toSegmentSymbol(segment));
    }
  };

  for (const heading of structure.headings) {
    takeSegments(heading.span.start);
    closeDownTo(heading.level, heading.span.start);
    open.push({ level: heading.level, heading, children: [] });
    // The segments of the heading's own line are the heading.
    while ((segments[nextSegment]?.span.start ?? Infinity) < heading.span.end) nextSegment++;
  }
  takeSegments(Infinity);
  closeDownTo(1, text.length);
  return roots;
}

function toSectionSymbol({ heading, children }: OpenSection, end: number): DocumentSymbol {
  return {
    kind: "heading",
    name: nameOf(heading.text),
    detail: shorten(heading.sourceText ?? "", NAME_LENGTH),
    span: { start: heading.span.start, end },
    selectionSpan: heading.span,
    children,
  };
}

function toSegmentSymbol({ id, target, span, targetSpan }: Segment): DocumentSymbol {
  return { kind: "segment", name: nameOf(target), detail: id, span, selectionSpan: targetSpan, children: [] };
}

function nameOf(text: string): string {
  return shorten(plainText(text), NAME_LENGTH) || "(empty)";
}
