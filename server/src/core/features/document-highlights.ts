import { CERTAIN } from "../align/confidence.ts";
import type { Document } from "../document/document.ts";
import type { PageSources } from "../source/page-sources.ts";
import type { Span } from "../text/span.ts";
import { segmentAt } from "./segment-at.ts";
import { sentenceAt } from "./sentences.ts";

/**
 * Both halves of the segment at an offset, so that the eye finds the one for the other; in a page without segments the
 * sentence that has an English sentence of its own.
 */
export function findHighlights(document: Document, sources: PageSources, offset: number): readonly Span[] {
  const segment = segmentAt(document, offset);
  if (segment !== undefined) return [segment.targetSpan, segment.sourceSpan];
  const sentence = sentenceAt(document, sources, offset);
  return sentence === undefined || sentence.confidence < CERTAIN ? [] : [sentence.span];
}
