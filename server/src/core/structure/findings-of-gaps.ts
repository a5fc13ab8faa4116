import type { Document } from "../document/document.ts";
import { quote } from "../text/quote.ts";
import type { Finding, RuleContext } from "../rules/rule.ts";
import type { Link } from "../markdown/structure.ts";
import { lineAt } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { compareStructure, type Gap } from "./compare-structure.ts";
import { insertEnglish } from "./insert-english.ts";
import { isEmbedded, isLandmark, type Landmark, landmarkOfGap } from "./landmarks.ts";
import type { PageBlock } from "./page-blocks.ts";

/** Findings for the stretches that a page lacks, or has on top, of which a landmark is the weightiest part. */
export function* findingsOfGaps(context: RuleContext, landmark: Landmark): Iterable<Finding> {
  for (const gap of compareStructure(context)?.gaps ?? []) yield* findingsOfGap(context, gap, landmark);
}

/** The same for one of them. */
export function* findingsOfGap(context: RuleContext, gap: Gap, landmark: Landmark): Iterable<Finding> {
  const comparison = compareStructure(context);
  const found = landmarkOfGap(gap);
  if (comparison === undefined || found?.landmark !== landmark) return;
  yield found.isMissing
    ? missingBlocks(context.document, comparison.source.document, gap, landmark)
    : extraBlocks(context.document, gap, landmark);
}

function missingBlocks(document: Document, english: Document, gap: Gap, landmark: Landmark): Finding {
  const named = gap.missing.find((block) => isLandmark(block, landmark)) as PageBlock;
  const more = gap.missing.length - 1;
  const rest = more === 0 ? "" : ` and ${more} more ${more === 1 ? "block" : "blocks"}`;
  const { span, where } = placeOf(document, gap);
  const fix = insertEnglish(document, english, gap);
  return {
    span,
    message: `The English ${landmark} ${quote(nameOf(named, landmark))}${rest} ${more === 0 ? "is" : "are"} missing ${where}.`,
    ...(fix !== undefined && { fixes: [fix] }),
  };
}

function extraBlocks(document: Document, gap: Gap, landmark: Landmark): Finding {
  const named = gap.extra.find((block) => isLandmark(block, landmark)) as PageBlock;
  return {
    span: firstLineOf(document, named),
    message: `The English page has no ${landmark} ${quote(nameOf(named, landmark))} here.`,
  };
}

/** What a writer knows a block by. */
function nameOf({ text, alert, links }: PageBlock, landmark: Landmark): string {
  if (landmark === "alert" && alert !== undefined) return `[!${alert.kind}]`;
  if (landmark === "include" || landmark === "image") {
    const isNamed = landmark === "image" ? ({ isImage }: Link): boolean => isImage : isEmbedded;
    return links.find(isNamed)?.target ?? "";
  }
  // The fence of a code block says little.
  return firstLine(landmark === "code block" ? text.replace(FENCE_LINE, "") : text);
}

const FENCE_LINE = /^\s*(?:```|~~~)[^\n]*\n(?=.*\S)/;

function firstLine(text: string): string {
  const end = text.indexOf("\n");
  return (end === -1 ? text : text.slice(0, end)).trim();
}

/** The line that a gap follows; at the top of the page, the line that follows it. */
function placeOf(document: Document, { before, after, extra }: Gap): { span: Span; where: string } {
  const instead = extra[0];
  if (instead !== undefined) return { span: firstLineOf(document, instead), where: "here" };
  if (before !== undefined) {
    const { start, end } = before.target.span;
    const line = lineAt(document.text, Math.max(start, end - 1));
    return { span: { start: Math.max(start, line.start), end }, where: "after this line" };
  }
  if (after !== undefined) return { span: firstLineOf(document, after.target), where: "before this line" };
  const start = document.frontMatter?.span.end ?? 0;
  return { span: { start, end: start }, where: "here" };
}

/** The first line of a block, as far as it is the block's. */
export function firstLineOf({ text }: Document, { span }: PageBlock): Span {
  return { start: span.start, end: Math.min(span.end, lineAt(text, span.start).end) };
}
