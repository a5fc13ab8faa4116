import type { Document } from "../document/document.ts";
import { cutSource } from "../segments/cut-source.ts";
import type { Span } from "../text/span.ts";
import { isWordBoundary, normalize, type Normalized } from "./normalize.ts";

/** The English page as it is now, in the form that segments are looked for. All spans are offsets into `text`. */
export interface Ground extends Normalized {
  readonly page: string;
  /** What our cut makes segments of, in page order. */
  readonly units: readonly Span[];
}

const grounds = new WeakMap<Document, Ground>();

/** Reads an English page once, however many pages are held against it. */
export function groundOf(document: Document): Ground {
  const known = grounds.get(document);
  if (known !== undefined) return known;

  const bodyStart = document.frontMatter?.span.end ?? 0;
  // One character earlier: a quote marker is told by the line end before it.
  const from = Math.max(0, bodyStart - 1);
  const { text, offsets } = normalize(document.text.slice(from));
  for (let nth = 0; nth < offsets.length; nth += 1) offsets[nth] = (offsets[nth] as number) + from;
  const units: Span[] = [];
  let position = 0;
  for (const { span } of cutSource(document)) {
    const start = seek(offsets, span.start, position);
    const end = seek(offsets, span.end, start);
    if (end > start) units.push({ start, end });
    position = end;
  }
  const ground = { page: document.text, text, offsets, units };
  grounds.set(document, ground);
  return ground;
}

/** The first position from `position` on that stands at `offset` or later. */
function seek(offsets: Int32Array, offset: number, position: number): number {
  let low = position;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a stretch stands in the English page: from its first character to behind its last. */
export function toPage({ offsets, page }: Ground, { start, end }: Span): Span {
  const from = offsets[start] ?? page.length;
  if (end <= start) return { start: from, end: from };
  return { start: from, end: (offsets[end - 1] ?? from) + 1 };
}

/** The raw Markdown of a stretch. */
export function rawText(ground: Ground, span: Span): string {
  const { start, end } = toPage(ground, span);
  return ground.page.slice(start, end);
}

/** Whether a stretch begins and ends where words do. */
export function isWhole(normalized: Normalized, { start, end }: Span): boolean {
  return isWordBoundary(normalized, start) && isWordBoundary(normalized, end);
}
