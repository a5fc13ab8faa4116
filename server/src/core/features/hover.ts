import type { RuleContext } from "../rules/rule.ts";
import type { Report } from "../rules/run.ts";
import type { Span } from "../text/span.ts";
import { hoverFrontMatter } from "./hover-front-matter.ts";
import { hoverLink } from "./hover-link.ts";
import { hoverSegment } from "./hover-segment.ts";
import { linkAt } from "./link-at.ts";
import { segmentAt } from "./segment-at.ts";

/** What there is to know about a place. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/**
 * The explanation of a front matter key, the English of a segment, the target of a link; of a link in a segment both.
 * `reports` are the findings of the page.
 */
export function findHover(
  context: RuleContext,
  offset: number,
  reports: readonly Report[],
): Hover | undefined {
  const { document } = context;
  if (document.frontMatter !== undefined && offset < document.frontMatter.span.end) {
    return hoverFrontMatter(document.frontMatter, offset);
  }
  const segment = segmentAt(document, offset);
  const english = segment && { span: segment.span, markdown: hoverSegment(segment, reports) };
  const link = linkAt(document, offset);
  const target = link && hoverLink(context, link);
  if (link === undefined || target === undefined) return english;
  if (english === undefined) return { span: link.span, markdown: target };
  return { span: link.span, markdown: `${english.markdown}\n\n---\n\n${target}` };
}
