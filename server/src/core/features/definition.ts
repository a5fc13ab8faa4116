import type { RuleContext } from "../rules/rule.ts";
import type { SourcePage } from "../source/page-sources.ts";
import type { Span } from "../text/span.ts";
import { contains } from "../text/span.ts";
import { type Destination, findDestination, linkAt } from "./link-at.ts";
import { segmentAt } from "./segment-at.ts";
import { type Sentence, sentenceAt } from "./sentences.ts";

/** Where "go to definition" leads: a page, a place in the same page, or a place in a page's English. */
export type Definition =
  | { readonly kind: "page"; readonly from: Span; readonly destination: Destination }
  | { readonly kind: "here"; readonly from: Span; readonly span: Span }
  | { readonly kind: "english"; readonly from: Span; readonly english: SourcePage; readonly span: Span };

/** From a link to its target, from a translated sentence to its English, from an English half to its translation. */
export function findDefinition(context: RuleContext, offset: number): Definition | undefined {
  const { document, sources } = context;
  const link = linkAt(document, offset);
  const destination = link && findDestination(context, link.target);
  if (link !== undefined && destination !== undefined) {
    // A reference's target stands in its definition, somewhere else.
    const from = contains(link.span, link.targetSpan) ? link.targetSpan : link.span;
    return { kind: "page", from, destination };
  }
  const segment = segmentAt(document, offset);
  if (segment !== undefined && offset > segment.targetSpan.end) {
    return { kind: "here", from: segment.sourceSpan, span: segment.targetSpan };
  }
  const sentence = sentenceAt(document, sources, offset);
  return sentence && toEnglish(sentence, sources.current);
}

/** The English as it is now, where it still stands; else the English that the sentence was made from. */
function toEnglish(sentence: Sentence, current: SourcePage | undefined): Definition {
  const { span: from, place, englishSpan } = sentence;
  if (place !== undefined && current !== undefined)
    return { kind: "english", from, english: current, span: place };
  if (sentence.from !== undefined)
    return { kind: "english", from, english: sentence.from, span: englishSpan };
  return { kind: "here", from, span: englishSpan };
}
