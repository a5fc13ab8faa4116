import type { Document } from "../document/document.ts";
import { parseDocument } from "../document/parse-document.ts";
import { isWrapped } from "../segments/cut-source.ts";
import { numberSegments } from "../segments/number-segments.ts";
import type { Segment } from "../segments/segment.ts";
import { stripPage } from "../segments/strip.ts";
import { lineEndOf } from "../text/line-end.ts";
import { textAt, type Span } from "../text/span.ts";
import { alignDocuments } from "./align-documents.ts";

/** A clean page with its English put beside it. */
export interface AnnotatedPage {
  readonly text: string;
  /** How many segments it has. */
  readonly count: number;
  /** Sentences of the translation that stay without English, in page order. */
  readonly leftOut: readonly LeftOut[];
}

/** A sentence without English beside it, and why. */
export interface LeftOut {
  /** UTF-16 offsets into the clean page. */
  readonly span: Span;
  readonly reason:
    /** The English page has nothing like it. */
    | "no-english"
    /** It is too uncertain which English it renders. */
    | "uncertain"
    /** With markup around it, the sentence could not be had back as it is. */
    | "not-reversible";
}

/** Below, a pair is more likely wrong than right, or as likely. */
const LIKELY = 0.5;

/**
 * The side-by-side form of a page, made from its clean form and its English: the way back from `stripPage`, which gives
 * the clean page again byte for byte. Ids are `prefix`, five hexadecimal digits, and numbers as the pipeline counts.
 */
export function annotatePage(page: Document, english: Document, prefix: string): AnnotatedPage {
  if (!isWrapped(english)) return { text: page.text, count: 0, leftOut: [] };
  const leftOut: LeftOut[] = [];
  const planned = numberPairs(planPairs(page, english, leftOut), english, prefix);
  const kept = keepReversible(page, planned);
  const unkept = planned.filter((pair) => !kept.includes(pair));
  for (const { span } of unkept) leftOut.push({ span, reason: "not-reversible" });
  leftOut.sort((a, b) => a.span.start - b.span.start);
  return { text: render(page.text, kept), count: kept.length, leftOut };
}

interface Plan {
  /** Where the translation stands in the clean page. */
  readonly span: Span;
  readonly source: string;
  /** Where its English stands in the English page. */
  readonly sourceStart: number;
}

interface Pair extends Plan {
  readonly id: string;
}

function planPairs(page: Document, english: Document, leftOut: LeftOut[]): Plan[] {
  const lineEnd = lineEndOf(page.text);
  const plans: Plan[] = [];
  for (const { source, target, confidence } of alignDocuments(page, english)) {
    if (target === undefined) continue;
    if (source === undefined) leftOut.push({ span: target.span, reason: "no-english" });
    else if (confidence < LIKELY) leftOut.push({ span: target.span, reason: "uncertain" });
    else {
      const text = source.text.replaceAll("\n", lineEnd);
      plans.push({ span: target.span, source: text, sourceStart: source.span.start });
    }
  }
  return plans.sort((a, b) => a.span.start - b.span.start);
}

/** Numbers ascend in the translation; where it has another order than the English they just go on. */
function numberPairs(plans: readonly Plan[], english: Document, prefix: string): Pair[] {
  const numbers = new Map(numberSegments(english).map(({ span, number }) => [span.start, number]));
  let last = 100;
  return plans.map((plan) => {
    last = Math.max(last + 1, numbers.get(plan.sourceStart) ?? 0);
    return { ...plan, id: `${prefix}-${last}` };
  });
}

function render(page: string, pairs: readonly Pair[]): string {
  let text = "";
  let position = 0;
  for (const { span, source, id } of pairs) {
    text +=
      page.slice(position, span.start) +
      `<span data-ttu-id="${id}">${textAt(page, span)}</span>` +
      `<span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`;
    position = span.end;
  }
  return text + page.slice(position);
}

/** Enough for pages with escapes in every line; each round leaves out one pair at least. */
const MOST_ROUNDS = 100;

/**
 * The pairs that can be taken out again: markup in a sentence, or a backslash that the side-by-side form writes and the
 * clean one does not, may be in the way.
 */
function keepReversible(page: Document, planned: readonly Pair[]): readonly Pair[] {
  let kept = planned;
  for (let round = 0; round < MOST_ROUNDS && kept.length > 0; round++) {
    const culprits = findCulprits(page, kept);
    if (culprits === undefined) return kept;
    kept = kept.filter((pair) => !culprits.has(pair));
  }
  return [];
}

/** Pairs that do not come back as they are; `undefined`: all do. */
function findCulprits({ text }: Document, pairs: readonly Pair[]): ReadonlySet<Pair> | undefined {
  const annotated = parseDocument(render(text, pairs));
  const misread = findMisread(text, pairs, annotated.segments);
  if (misread.size > 0) return misread;
  const stripped = stripPage(annotated);
  if (stripped === text) return undefined;
  let same = 0;
  while (stripped[same] === text[same]) same += 1;
  const culprit = pairs.find(({ span }) => span.start <= same && same <= span.end);
  // What differs outside of all pairs is not mended by leaving one out.
  return new Set(culprit === undefined ? pairs : [culprit]);
}

function findMisread(text: string, pairs: readonly Pair[], segments: readonly Segment[]): Set<Pair> {
  const read = new Map(segments.map((segment) => [segment.id, segment]));
  return new Set(
    pairs.filter(({ id, span, source }) => {
      const segment = read.get(id);
      return segment?.target !== textAt(text, span) || segment.source !== source;
    }),
  );
}
