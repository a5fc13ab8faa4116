import type { Document } from "../document/document.ts";
import type { Segment } from "../segments/segment.ts";
import { findAt, type Span } from "../text/span.ts";

/** The segment that an offset lies in, markup included; right behind its last character counts. */
export function segmentAt({ segments }: Document, offset: number): Segment | undefined {
  const spanOf = (segment: Segment): Span => segment;
  return findAt(segments, offset, spanOf) ?? findAt(segments, offset - 1, spanOf);
}

/** Whether an offset touches a span: inside it or at one of its ends. */
export function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
