import type { Document } from "../document/document.ts";
import type { Span } from "../text/span.ts";
import type { MarkKind } from "./marks.ts";

/** A mark of a sync where it stands in a page. */
export interface PlacedMark {
  readonly kind: MarkKind;
  /** What waits for a person: the translation of a pair, a line of the header, else the mark itself. */
  readonly span: Span;
  /** What goes when the work is done. */
  readonly markSpan: Span;
}

const COMMENT = /^<!--lockstep:(changed|new|reused)-->$/;
const IN_HEADER = /[ \t]# lockstep:(changed|new|reused)[ \t]*\r?$/gm;

/** The marks of a page, in page order. In code, they are text about marks. */
export function findMarks(document: Document): PlacedMark[] {
  return [...marksInHeader(document.text, document.frontMatter?.yamlSpan), ...marksInBody(document)];
}

function marksInBody({ text, structure, segments }: Document): PlacedMark[] {
  const found: { readonly kind: MarkKind; readonly markSpan: Span }[] = [];
  for (const { text: written, span } of structure.comments) {
    if (!written.startsWith("lockstep:")) continue;
    const kind = COMMENT.exec(text.slice(span.start, span.end))?.[1];
    if (kind !== undefined) found.push({ kind: kind as MarkKind, markSpan: span });
  }
  // Most pages have none, and some have thousands of segments.
  if (found.length === 0) return [];
  const translations = new Map(segments.map(({ span, targetSpan }) => [span.end, targetSpan]));
  return found.map(({ kind, markSpan }) => ({
    kind,
    span: translations.get(markSpan.start) ?? markSpan,
    markSpan,
  }));
}

/** Marks behind the entries of a header, as YAML comments. A line that is a comment already holds none. */
function* marksInHeader(text: string, header: Span | undefined): Iterable<PlacedMark> {
  if (header === undefined) return;
  const yaml = text.slice(header.start, header.end);
  // To look for marks at all takes longer than to see that there are none.
  if (!yaml.includes("# lockstep:")) return;
  for (const match of yaml.matchAll(IN_HEADER)) {
    const found = header.start + match.index;
    const lineStart = text.lastIndexOf("\n", found) + 1;
    const entry = text.slice(lineStart, found).trimEnd();
    if (entry.includes("#")) continue;
    const markStart = lineStart + entry.length;
    yield {
      kind: match[1] as MarkKind,
      span: { start: lineStart, end: markStart },
      markSpan: { start: markStart, end: found + match[0].replace(/\r$/, "").length },
    };
  }
}
