import { quote } from "../../text/quote.ts";
import {
  type MatchedBlock,
  type StructureComparison,
  whereCompared,
} from "../../structure/compare-structure.ts";
import { findingsOfGaps, firstLineOf } from "../../structure/findings-of-gaps.ts";
import { findIn } from "../find-in.ts";
import { defineRule, type Finding, type RuleContext } from "../rule.ts";

/** Headings are the page's table of contents, and what links from other pages lead to. */
export const headingMismatch = defineRule({
  id: "structure/heading-mismatch",
  summary: "A page has the headings of its English page, on the same levels.",
  severity: "error",
  comparesWithBase: true,
  check: whereCompared(findDifferences),
});

function* findDifferences(context: RuleContext, { matched }: StructureComparison): Iterable<Finding> {
  yield* findingsOfGaps(context, "heading");
  yield* findIn(matched, (pair) => brokenHeading(context, pair) ?? otherLevel(context, pair));
}

/** `##Title`: without the blank it is text. */
function brokenHeading({ document }: RuleContext, { source, target }: MatchedBlock): Finding | undefined {
  const marks = /^#+/.exec(target.text)?.[0];
  if (source.heading === undefined || target.heading !== undefined || marks === undefined) return undefined;
  const at = target.span.start + marks.length;
  return {
    span: firstLineOf(document, target),
    message: `This is no heading, in the English page it is ${quote(source.text)}; a blank is missing behind ${quote(marks)}.`,
    fixes: [
      {
        title: "Insert the blank",
        edits: [{ span: { start: at, end: at }, newText: " " }],
        isPreferred: true,
      },
    ],
  };
}

function otherLevel({ document }: RuleContext, { source, target }: MatchedBlock): Finding | undefined {
  const english = source.heading;
  const heading = target.heading;
  if (english === undefined || heading === undefined || english.level === heading.level) return undefined;
  const start = heading.span.start;
  const marks = { start, end: start + heading.level };
  const isMarked = document.text.slice(marks.start, marks.end) === "#".repeat(heading.level);
  return {
    span: heading.span,
    message: `The heading has level ${heading.level}, the English ${quote(source.text)} has level ${english.level}.`,
    ...(isMarked && {
      fixes: [
        {
          title: `Change to level ${english.level}`,
          edits: [{ span: marks, newText: "#".repeat(english.level) }],
          isPreferred: true,
        },
      ],
    }),
  };
}
