import { Attached } from "../document/attached.ts";
import type { Document } from "../document/document.ts";
import { findIn } from "../rules/find-in.ts";
import type { Finding } from "../rules/rule.ts";
import { contains, findAt, type Span } from "../text/span.ts";
import type { MarkupDefect, MarkupProblem, Segment } from "./segment.ts";

/** The findings for one kind of markup problem. What stands in code or in a comment is prose about markup. */
export function markupFindings(document: Document, defect: MarkupDefect): Iterable<Finding> {
  return findIn(document.markupProblems, (problem) =>
    problem.defect === defect && (problem.holdsInCode || !isInCode(document, problem.span))
      ? toFinding(problem)
      : undefined,
  );
}

function toFinding({ span, message, repairs }: MarkupProblem): Finding {
  const fixes = repairs.map(({ title, edits, isSafe, losesWords }, nth) => ({
    title,
    edits,
    isSafe,
    isPreferred: nth === 0 && losesWords !== true,
  }));
  return { span, message, fixes };
}

const outsideCode = new Attached<Document, readonly Segment[]>();

/**
 * The segments that count: those in code are prose about segments, or `segment/inside-code`. Found once per page,
 * however many rules ask.
 */
export function segmentsOutsideCode(document: Document): readonly Segment[] {
  const known = outsideCode.get(document);
  if (known !== undefined) return known;
  const segments = document.segments.filter((segment) => !isSegmentInCode(document, segment));
  outsideCode.set(document, segments);
  return segments;
}

/** Whether something stands in code or in a comment. */
export function isInCode({ structure }: Document, span: Span): boolean {
  const around =
    findAt(structure.codeBlocks, span.start, (block) => block.span) ??
    findAt(structure.codeSpans, span.start, (code) => code.span) ??
    findAt(structure.comments, span.start, (comment) => comment.span);
  return around !== undefined && contains(around.span, span);
}

/** Indented code that begins with a segment begins, on the page, with its translation. */
function isSegmentInCode(document: Document, { span, targetSpan }: Segment): boolean {
  const block = findAt(document.structure.codeBlocks, targetSpan.start, (each) => each.span);
  return (block !== undefined && contains(block.span, targetSpan)) || isInCode(document, span);
}
