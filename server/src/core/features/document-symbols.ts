import type { Document } from "../document/document.ts";
import { plainText } from "../markdown/slug.ts";
import type { Heading, Structure } from "../markdown/structure.ts";
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

/**
 * Headings as a tree, with the segments of each section as its leaves. Tabs (`#tab/…`) are parts of the section that
 * they stand in, whatever their level, up to the line of dashes that ends them.
 */
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

  // The level of the tabs at the place that has been reached. `undefined`: it lies in none.
  let tabLevel: number | undefined;
  const levelOf = (heading: Heading): number => {
    if (heading.tabId !== undefined) return (tabLevel ??= (open.at(-1)?.level ?? 0) + 1);
    // Where the line of dashes is missing, the next section ends the tabs.
    if (heading.level < (tabLevel ?? 0)) tabLevel = undefined;
    return Math.max(heading.level, (tabLevel ?? 0) + 1);
  };
  const lines = findLinesOfDashes(structure);
  let nextLine = 0;
  const endTabsBefore = (offset: number): void => {
    for (; (lines[nextLine] ?? Infinity) < offset; nextLine++) {
      if (tabLevel === undefined) continue;
      const end = lines[nextLine] as number;
      takeSegments(end);
      closeDownTo(tabLevel, end);
      tabLevel = undefined;
    }
  };

  for (const heading of structure.headings) {
    endTabsBefore(heading.span.start);
    takeSegments(heading.span.start);
    const level = levelOf(heading);
    closeDownTo(level, heading.span.start);
    open.push({ level, heading, children: [] });
    // The segments of the heading's own line are the heading.
    while ((segments[nextSegment]?.span.start ?? Infinity) < heading.span.end) nextSegment++;
  }
  endTabsBefore(text.length);
  takeSegments(Infinity);
  closeDownTo(1, text.length);
  return roots;
}

/**
 * Where lines of dashes start that end tabs: of any form (`---`, `***`), but not those in a list or a quote within a tab,
 * as the website has it.
 */
function findLinesOfDashes({ headings, blocks }: Structure): number[] {
  const tabs = new Set(headings.flatMap(({ tabId, span }) => (tabId === undefined ? [] : [span.start])));
  const lines: number[] = [];
  if (tabs.size === 0) return lines;
  let depth = -1;
  for (const { kind, span, containers } of blocks) {
    if (kind === "heading" && tabs.has(span.start)) depth = containers.length;
    else if (kind === "thematic-break" && containers.length <= depth) lines.push(span.start);
  }
  return lines;
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
