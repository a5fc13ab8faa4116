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
const IN_HEADER = /^([^#\n]*?)([ \t]+# lockstep:(changed|new|reused)[ \t]*)\r?$/gm;

/** The marks of a page, in page order. In code, they are text about marks. */
export function findMarks(document: Document): PlacedMark[] {
  const { text, frontMatter, structure, segments } = document;
  const translations = new Map(segments.map(({ span, targetSpan }) => [span.end, targetSpan]));
  const inBody = structure.comments.flatMap(({ span }): PlacedMark[] => {
    const kind = COMMENT.exec(text.slice(span.start, span.end))?.[1];
    if (kind === undefined) return [];
    return [{ kind: kind as MarkKind, span: translations.get(span.start) ?? span, markSpan: span }];
  });
  const { start, end } = frontMatter?.yamlSpan ?? { start: 0, end: 0 };
  const inHeader = Array.from(text.slice(start, end).matchAll(IN_HEADER), (match): PlacedMark => {
    const lineStart = start + match.index;
    const markStart = lineStart + (match[1] as string).length;
    return {
      kind: match[3] as MarkKind,
      span: { start: lineStart, end: markStart },
      markSpan: { start: markStart, end: markStart + (match[2] as string).length },
    };
  });
  return [...inHeader, ...inBody];
}
