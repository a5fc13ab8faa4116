import { Attached } from "../document/attached.ts";
import type { Document } from "../document/document.ts";
import { findEntry, textOf } from "../front-matter/front-matter.ts";
import type { Span } from "../text/span.ts";
import { cutPassage } from "./cut-passage.ts";
import { findFlows } from "./find-passages.ts";

/** A piece of an English page that the pipeline makes one segment of. */
export interface SourceSegment {
  /** Where it stands in the page, in UTF-16 offsets. */
  readonly span: Span;
  /** Raw Markdown. Of a segment that goes over lines, without the quote markers and indentation of the later ones. */
  readonly text: string;
}

const cuts = new Attached<Document, readonly SourceSegment[]>();

/**
 * Cuts an English page into segments as the localization pipeline does when it makes a side-by-side page of it: the
 * texts that it wraps, in page order. Front matter, code, alert markers, includes and pictures are not among them.
 * Done once for a page, however many ask.
 */
export function cutSource(document: Document): readonly SourceSegment[] {
  return cutOnce(document, undefined);
}

/** Cuts versions of a page, which have most of their texts in common: each text once. `cutSource` knows of it. */
export function cutVersions(...versions: readonly Document[]): void {
  const known: KnownTexts = new Map();
  for (const version of versions) cutOnce(version, known);
}

/** Where the segments are in a text, in offsets into it. */
type KnownTexts = Map<string, readonly Span[]>;

function cutOnce(document: Document, known: KnownTexts | undefined): readonly SourceSegment[] {
  const before = cuts.get(document);
  if (before !== undefined) return before;
  const segments = cut(document, known);
  cuts.set(document, segments);
  return segments;
}

function cut(document: Document, known: KnownTexts | undefined): SourceSegment[] {
  const segments: SourceSegment[] = [];
  if (!isWrapped(document)) return segments;
  for (const each of findFlows(document.text, document.frontMatter?.span.end ?? 0)) {
    const { flow, isSkipped } = each;
    if (isSkipped) continue;
    let spans = known?.get(flow.text);
    if (spans === undefined) {
      spans = each.passages.flatMap(cutPassage);
      known?.set(flow.text, spans);
    }
    for (const span of spans)
      segments.push({ span: flow.originOfSpan(span), text: flow.text.slice(span.start, span.end) });
  }
  return segments;
}

/** Whether the pipeline wraps the page's texts: landing pages are translated without segments. */
export function isWrapped({ frontMatter }: Document): boolean {
  const layout = findEntry(frontMatter, "layout");
  return layout === undefined || textOf(layout) !== "LandingPage";
}
