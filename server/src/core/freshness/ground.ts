import { Attached } from "../document/attached.ts";
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

const grounds = new Attached<Document, Ground>();

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
  const ground = { page: document.text, text, offsets, units };
  let position = 0;
  for (const { span } of cutSource(document)) {
    const start = seek(offsets, span.start, position);
    const end = seek(offsets, span.end, start);
    if (end > start) addUnits(ground, { start, end }, units);
    position = end;
  }
  grounds.set(document, ground);
  return ground;
}

/** A line of a table that Markdown takes for a paragraph, because a line before it broke the table. */
const LOOSE_ROW = /(?:^|\n)[ \t]*\|/;
const LINK = /^\[([^[\]]*)\]\([^()]*\)$/;

/** Adds the cells of a broken table, as the pipeline wraps them; any other piece as it is. */
function addUnits(ground: Omit<Ground, "units">, unit: Span, units: Span[]): void {
  const raw = rawText(ground, unit);
  if (!raw.includes("|") || !LOOSE_ROW.test(raw)) {
    units.push(unit);
    return;
  }
  for (let start = unit.start; start < unit.end;) {
    let end = start;
    // An escaped one stands at its backslash.
    while (end < unit.end && ground.page.charAt(ground.offsets[end] ?? 0) !== "|") end += 1;
    const link = LINK.exec(ground.text.slice(start, end));
    const cell =
      link === null ? { start, end } : { start: start + 1, end: start + 1 + (link[1] ?? "").length };
    if (cell.end > cell.start) units.push(cell);
    start = end + 1;
  }
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

/** Where a stretch stands in the English page, with the marks of emphasis and code right beside it. */
export function toPage({ offsets, page }: Omit<Ground, "units">, { start, end }: Span): Span {
  let from = offsets[start] ?? page.length;
  if (end <= start) return { start: from, end: from };
  let to = (offsets[end - 1] ?? from) + 1;
  while (from > 0 && isMark(page.charCodeAt(from - 1))) from -= 1;
  while (to < page.length && isMark(page.charCodeAt(to))) to += 1;
  return { start: from, end: to };
}

function isMark(code: number): boolean {
  return code === 0x2a /* * */ || code === 0x5f /* _ */ || code === 0x60; /* ` */
}

/** The raw Markdown of a stretch. */
export function rawText(ground: Omit<Ground, "units">, span: Span): string {
  const { start, end } = toPage(ground, span);
  return ground.page.slice(start, end);
}

/** Whether a stretch begins and ends where words do. */
export function isWhole(normalized: Normalized, { start, end }: Span): boolean {
  return isWordBoundary(normalized, start) && isWordBoundary(normalized, end);
}
