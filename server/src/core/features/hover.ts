import type { RuleContext } from "../rules/rule.ts";
import type { Report } from "../rules/run.ts";
import type { Span } from "../text/span.ts";
import { type EnglishHistory, tellChange } from "./english-change.ts";
import { hoverFrontMatter } from "./hover-front-matter.ts";
import { hoverLink } from "./hover-link.ts";
import { hoverSegment } from "./hover-segment.ts";
import { hoverSentence } from "./hover-sentence.ts";
import { linkAt } from "./link-at.ts";
import { segmentAt, touches } from "./segment-at.ts";
import { sentenceAt } from "./sentences.ts";

/** What there is to know about a place. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/**
 * The explanation of a front matter key, the English of a sentence, the target of a link; of a link in a sentence both.
 * `reports` are the findings of the page, `origin` is the English that it was translated from, see `EnglishHistory`.
 * Findings at the place itself are left out: the editor shows these beside every hover.
 */
export function findHover(
  context: RuleContext,
  offset: number,
  reports: readonly Report[],
  origin: EnglishHistory["origin"] = context.sources.base,
): Hover | undefined {
  const { document } = context;
  if (document.frontMatter !== undefined && offset < document.frontMatter.span.end) {
    return hoverFrontMatter(document.frontMatter, offset);
  }
  const others = reports.filter(({ span }) => !touches(span, offset));
  const english = hoverEnglish(context, offset, others, origin);
  const link = linkAt(document, offset);
  const target = link && hoverLink(context, link);
  if (link === undefined || target === undefined) return english;
  if (english === undefined) return { span: link.span, markdown: target };
  return { span: link.span, markdown: `${english.markdown}\n\n---\n\n${target}` };
}

const LOST = "The English that this was translated from is not to be had, so what changed cannot be shown.";

function hoverEnglish(
  { document, sources }: RuleContext,
  offset: number,
  reports: readonly Report[],
  origin: EnglishHistory["origin"],
): Hover | undefined {
  const segment = segmentAt(document, offset);
  const found = sentenceAt(document, sources, offset);
  const told = found && tellChange(document, { sources, origin }, found);
  const note = told?.isLost === true ? `\n\n${LOST}` : "";
  if (segment !== undefined) {
    const markdown = hoverSegment(segment, told?.sentence, sources, reports);
    return { span: segment.span, markdown: markdown + note };
  }
  if (told === undefined) return undefined;
  return {
    span: told.sentence.span,
    markdown: hoverSentence(document, sources, told.sentence, reports) + note,
  };
}
