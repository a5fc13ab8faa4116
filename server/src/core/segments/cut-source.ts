import type { Document } from "../document/document.ts";
import type { Span } from "../text/span.ts";
import { cutSentences } from "./cut-sentences.ts";
import { findPassages, needsTranslation } from "./find-passages.ts";

/** A piece of an English page that the pipeline makes one segment of. */
export interface SourceSegment {
  /** Where it stands in the page, in UTF-16 offsets. */
  readonly span: Span;
  /** Raw Markdown. Of a segment that goes over lines, without the quote markers and indentation of the later ones. */
  readonly text: string;
}

/**
 * Cuts an English page into segments as the localization pipeline does when it makes a side-by-side page of it: the
 * texts that it wraps, in page order. Front matter, code, alert markers, includes and pictures are not among them.
 */
export function cutSource({ text, frontMatter }: Document): SourceSegment[] {
  const segments: SourceSegment[] = [];
  for (const { flow, span, isWhole } of findPassages(text, frontMatter?.span.end ?? 0)) {
    const passage = flow.text.slice(span.start, span.end);
    const sentences = isWhole ? [{ start: 0, end: passage.length }] : cutSentences(passage);
    for (const { start, end } of sentences) {
      if (!isWhole && !needsTranslation(passage.slice(start, end))) continue;
      segments.push({
        span: flow.toPage({ start: span.start + start, end: span.start + end }),
        text: passage.slice(start, end),
      });
    }
  }
  return segments;
}
