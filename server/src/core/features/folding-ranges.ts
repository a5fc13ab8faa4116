import type { Document } from "../document/document.ts";
import type { Span } from "../text/span.ts";

/** A stretch that can be folded away. */
export interface FoldingRange {
  readonly kind: "front-matter" | "source";
  readonly span: Span;
}

/**
 * The front matter and the English half of each segment. Sections, lists and the like are left to the editor's own
 * Markdown folding. Most English halves are part of a line: only an editor that folds within lines can fold them.
 */
export function findFoldingRanges({ frontMatter, segments }: Document): FoldingRange[] {
  const ranges: FoldingRange[] = segments.map(({ span, targetSpan, sourceSpan }) => ({
    kind: "source",
    span: { start: Math.min(targetSpan.end + "</span>".length, sourceSpan.start), end: span.end },
  }));
  if (frontMatter !== undefined) ranges.unshift({ kind: "front-matter", span: frontMatter.span });
  return ranges;
}
