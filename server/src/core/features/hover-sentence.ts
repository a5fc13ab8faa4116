import { CERTAIN } from "../align/confidence.ts";
import type { Verdict } from "../freshness/compare-segments.ts";
import type { Document } from "../document/document.ts";
import { describeChange } from "../freshness/describe-change.ts";
import type { Report } from "../rules/run.ts";
import type { PageSources } from "../source/page-sources.ts";
import { findSourceHash } from "../source/hash.ts";
import { describeSourcePage } from "./describe-source.ts";
import type { Sentence } from "./sentences.ts";
import { showMarkdown } from "./show-markdown.ts";

/** The English of a sentence of a page without segments, who says so, and what was found in the sentence. */
export function hoverSentence(
  { frontMatter }: Document,
  { current, base }: PageSources,
  sentence: Sentence,
  reports: readonly Report[],
): string {
  const { english, from, verdict, confidence } = sentence;
  const change = verdict && hoverChange(sentence, verdict);
  const isBaseLost = base === undefined && findSourceHash(frontMatter) !== undefined;
  return joinParts([
    confidence < CERTAIN ? "**A guess**, as the two pages are hard to line up here:" : undefined,
    change ?? showMarkdown(english),
    listFindings(sentence, reports),
    from && describeSourcePage(change === undefined ? from : (current ?? from)),
    isBaseLost ? "The page was made from another version, which was not found." : undefined,
  ]);
}

/** What became of the English of a sentence, with its translation. `undefined`: it is as it was. */
export function hoverChange({ english, target }: Sentence, verdict: Verdict): string | undefined {
  const translation = `**Translation:** ${showMarkdown(target)}`;
  switch (verdict.state) {
    case "current":
      return undefined;
    case "changed":
      return joinParts([
        "**The English has changed:**",
        // A hair's breadth between what is gone and what took its place.
        describeChange(english, verdict.place.text).replaceAll("~~**", "~~\u2009**"),
        translation,
      ]);
    case "removed":
      return joinParts(["**The English is gone:**", describeChange(english, ""), translation]);
    case "moved":
      return joinParts([showMarkdown(english), "It stands at another place in the English page now."]);
  }
}

/** The findings that touch a place, as a list. `undefined`: there are none. */
export function listFindings(
  { span }: Pick<Sentence, "span">,
  reports: readonly Report[],
): string | undefined {
  const found = reports.filter(
    // What became of the English is shown in full.
    ({ span: at, ruleId }) =>
      at.start < span.end && span.start < at.end && !ruleId.startsWith("source/segment-"),
  );
  if (found.length === 0) return undefined;
  return found.map(({ severity, message }) => `- **${severity}:** ${message}`).join("\n");
}

/** Paragraphs of Markdown, without those that are empty or not there. */
export function joinParts(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}
