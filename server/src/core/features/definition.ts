import type { RuleContext } from "../rules/rule.ts";
import type { Span } from "../text/span.ts";
import { contains } from "../text/span.ts";
import { type Destination, findDestination, linkAt } from "./link-at.ts";
import { segmentAt } from "./segment-at.ts";

/** Where "go to definition" leads: a page, or a place in the same page. */
export type Definition =
  | { readonly kind: "page"; readonly from: Span; readonly destination: Destination }
  | { readonly kind: "here"; readonly from: Span; readonly span: Span };

/** From a link to its target; from one half of a segment to the other. */
export function findDefinition(context: RuleContext, offset: number): Definition | undefined {
  const { document } = context;
  const link = linkAt(document, offset);
  const destination = link && findDestination(context, link.target);
  if (link !== undefined && destination !== undefined) {
    // A reference's target stands in its definition, somewhere else.
    const from = contains(link.span, link.targetSpan) ? link.targetSpan : link.span;
    return { kind: "page", from, destination };
  }
  const segment = segmentAt(document, offset);
  if (segment === undefined) return undefined;
  const isInTarget = offset <= segment.targetSpan.end;
  return isInTarget
    ? { kind: "here", from: segment.targetSpan, span: segment.sourceSpan }
    : { kind: "here", from: segment.sourceSpan, span: segment.targetSpan };
}
