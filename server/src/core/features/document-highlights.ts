import type { Document } from "../document/document.ts";
import type { Span } from "../text/span.ts";
import { segmentAt } from "./segment-at.ts";

/** Both halves of the segment at an offset, so that the eye finds the one for the other. */
export function findHighlights(document: Document, offset: number): readonly Span[] {
  const segment = segmentAt(document, offset);
  return segment === undefined ? [] : [segment.targetSpan, segment.sourceSpan];
}
