import { Attached } from "../document/attached.ts";
import type { Document } from "../document/document.ts";
import { findEntry, textOf } from "../front-matter/front-matter.ts";
import type { Span } from "../text/span.ts";
import { cutPassage } from "./cut-passage.ts";
import { findPassages } from "./find-passages.ts";

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
  const known = cuts.get(document) ?? cut(document);
  cuts.set(document, known);
  return known;
}

function cut(document: Document): SourceSegment[] {
  if (!isWrapped(document)) return [];
  return findPassages(document.text, document.frontMatter?.span.end ?? 0).flatMap((passage) =>
    cutPassage(passage).map((span) => ({
      span: passage.flow.originOfSpan(span),
      text: passage.flow.text.slice(span.start, span.end),
    })),
  );
}

/** Whether the pipeline wraps the page's texts: landing pages are translated without segments. */
export function isWrapped({ frontMatter }: Document): boolean {
  const layout = findEntry(frontMatter, "layout");
  return layout === undefined || textOf(layout) !== "LandingPage";
}
