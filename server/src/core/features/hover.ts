import type { RuleContext } from "../rules/rule.ts";
import type { Report } from "../rules/run.ts";
import type { Span } from "../text/span.ts";
import { hoverFrontMatter } from "./hover-front-matter.ts";
import { hoverLink } from "./hover-link.ts";
import { hoverSegment } from "./hover-segment.ts";
import { hoverSentence } from "./hover-sentence.ts";
import { linkAt } from "./link-at.ts";
import { segmentAt } from "./segment-at.ts";
import { sentenceAt } from "./sentences.ts";

/** What there is to know about a place. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/**
 * The explanation of a front matter key, the English of a sentence, the target of a link; of a link in a sentence both.
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
  const english = hoverEnglish(context, offset, reports);
  const link = linkAt(document, offset);
  const target = link && hoverLink(context, link);
  if (link === undefined || target === undefined) return english;
  if (english === undefined) return { span: link.span, markdown: target };
  return { span: link.span, markdown: `${english.markdown}\n\n---\n\n${target}` };
}

function hoverEnglish(
  { document, sources }: RuleContext,
  offset: number,
  reports: readonly Report[],
): Hover | undefined {
  const segment = segmentAt(document, offset);
  const sentence = sentenceAt(document, sources, offset);
  if (segment !== undefined) {
    return { span: segment.span, markdown: hoverSegment(segment, sentence, sources, reports) };
  }
  return sentence && { span: sentence.span, markdown: hoverSentence(document, sources, sentence, reports) };
}
