import { quote } from "../../text/quote.ts";
import type { NewEnglish } from "../../freshness/compare-segments.ts";
import { englishPlaces } from "../../freshness/english-place.ts";
import { type JudgedSegment, judgePage } from "../../freshness/judge-page.ts";
import type { Span } from "../../text/span.ts";
import { findIn } from "../find-in.ts";
import { defineRule } from "../rule.ts";

const MOST_RELATED = 5;

/** Readers of the translation do not get to know what English says on top. */
export const segmentNew = defineRule({
  id: "source/segment-new",
  summary: "Every sentence of the English page has a segment.",
  severity: "info",
  check({ document, sources }) {
    const freshness = judgePage(document, sources);
    if (freshness.state !== "outdated") return [];
    const { segments = [], added } = freshness;
    return findIn(groupByPlace(added), (run) => {
      const [first] = run;
      const { span, side } = placeOf(first, segments);
      const text = quote(first.place.text);
      return {
        span,
        message:
          run.length === 1
            ? `English has a new segment ${side} this one: ${text}.`
            : `English has ${run.length} new segments ${side} this one: ${text} and so on.`,
        related: run
          .slice(0, MOST_RELATED)
          .flatMap(({ place }) => englishPlaces(sources, place.span, "New in English.")),
      };
    });
  },
});

type Run = [NewEnglish, ...NewEnglish[]];

/** Sentences that belong at one place are one thing to do: a new section is not reported sentence by sentence. */
function groupByPlace(added: readonly NewEnglish[]): Run[] {
  const runs: Run[] = [];
  for (const each of added) {
    const run = runs.at(-1);
    if (run?.[0].after === each.after) run.push(each);
    else runs.push([each]);
  }
  return runs;
}

/** The segment that new English follows; where there is none, the one that it precedes, or the start of the page. */
function placeOf(
  { after }: NewEnglish,
  segments: readonly JudgedSegment[],
): { span: Span; side: "after" | "before" } {
  const before = segments.slice(0, after).findLast(({ span }) => span !== undefined)?.span;
  if (before !== undefined) return { span: before, side: "after" };
  const next = segments.slice(after).find(({ span }) => span !== undefined)?.span;
  return { span: next ?? { start: 0, end: 0 }, side: "before" };
}
