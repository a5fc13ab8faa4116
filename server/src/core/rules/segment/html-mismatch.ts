import { type ComparablePair, toPageSpan } from "../../compare/pairs/comparable-pairs.ts";
import { findFullWidthTags } from "../../compare/markup/full-width-tags.ts";
import { quote, quoteAll } from "../../text/quote.ts";
import { keyOf, tagDifference } from "../../compare/markup/tag-difference.ts";
import type { HtmlTag } from "../../markdown/structure.ts";
import { contains, findAt, type Span, textAt } from "../../text/span.ts";
import { lostDirectives } from "../../compare/markup/lost-directives.ts";
import { comparePairs } from "../compare-pairs.ts";
import { inTurn } from "../in-turn.ts";
import { defineRule, type Finding, type Fix, type RuleContext } from "../rule.ts";

const TEXT_OF_PICTURE = /\balt-text[ \t]*=/i;

/** A tag that is not closed carries on to the end of the page. */
export const htmlMismatch = defineRule({
  id: "segment/html-mismatch",
  summary: "A translation has the HTML tags and the `:::` directives of its English.",
  severity: "warning",
  check: (context) =>
    inTurn(compareTags(context), context.document.text.includes(":::") ? compareDirectives(context) : []),
});

function compareTags(context: RuleContext): Iterable<Finding> {
  return comparePairs(context, tagDifference, function* (pair, { lost, added }) {
    const wide = findFullWidthTags(pair.target, lost);
    for (const [tag, span] of wide) yield wideTag(pair, tag, span);
    const gone = wide.size === 0 ? lost : lost.filter((tag) => !wide.has(tag));
    if (gone.length > 0) yield lostTags(pair, gone);
    for (const tag of added) {
      const span = toPageSpan(pair, tag.span);
      if (isMarkup(context, span)) continue;
      const fixes = [{ title: `Remove ${quote(keyOf(tag))}`, edits: [{ span, newText: "" }] }];
      yield { span, message: `Tag ${quote(keyOf(tag))} is not in the English.`, fixes };
    }
  });
}

function compareDirectives(context: RuleContext): Iterable<Finding> {
  return comparePairs(context, lostDirectives, function* (pair, lost) {
    for (const { written, place } of lost) yield lostDirective(pair, written, place);
  });
}

function lostDirective(pair: ComparablePair, written: string, place: Span | undefined): Finding {
  const message = `${quote(written)} of the English is missing in the translation.`;
  if (place === undefined) return { span: pair.span, message };
  const span = toPageSpan(pair, place);
  // The text of a picture is translated.
  const isPreferred = !TEXT_OF_PICTURE.test(written);
  const fixes = [{ title: `Use ${quote(written)}`, edits: [{ span, newText: written }], isPreferred }];
  return { span, message, fixes };
}

/** Whether a tag is one of the side-by-side markup that is damaged there, which is a finding of its own. */
function isMarkup({ document: { markupProblems } }: RuleContext, span: Span): boolean {
  const problem = findAt(markupProblems, span.start, (each) => each.span);
  return problem !== undefined && contains(problem.span, span);
}

function wideTag(pair: ComparablePair, tag: HtmlTag, inner: Span): Finding {
  const span = toPageSpan(pair, inner);
  const newText = textAt(pair.source.text, tag.span);
  return {
    span,
    message: `${quote(textAt(pair.target.text, inner))} is no tag, since its brackets are of full width. The English has ${quote(newText)}.`,
    fixes: [{ title: `Use ${quote(newText)}`, edits: [{ span, newText }], isPreferred: true }],
  };
}

function lostTags(pair: ComparablePair, tags: readonly HtmlTag[]): Finding {
  const only = tags.length === 1 ? tags[0] : undefined;
  const fix = only && putBackAtEdge(pair, only);
  const what = only === undefined ? "Tags" : "Tag";
  const areMissing = `${only === undefined ? "are" : "is"} missing in the translation`;
  return {
    span: pair.span,
    message: `${what} ${quoteAll(tags, keyOf)} of the English ${areMissing}.`,
    ...(fix !== undefined && { fixes: [fix] }),
  };
}

/** A tag that the English begins or ends with has its place; inside the sentence only the writer knows it. */
function putBackAtEdge({ source, span: { start, end } }: ComparablePair, tag: HtmlTag): Fix | undefined {
  const { text } = source;
  const newText = textAt(text, tag.span);
  const title = `Put ${quote(keyOf(tag))} back`;
  const put = (offset: number): Fix => ({
    title,
    edits: [{ span: { start: offset, end: offset }, newText }],
    isPreferred: true,
  });
  if (text.slice(tag.span.end).trim() === "") return put(end);
  return text.slice(0, tag.span.start).trim() === "" ? put(start) : undefined;
}
