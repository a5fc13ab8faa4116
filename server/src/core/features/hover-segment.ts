import type { Report } from "../rules/run.ts";
import type { PageSources } from "../source/page-sources.ts";
import type { Segment } from "../segments/segment.ts";
import { describeSourcePage } from "./describe-source.ts";
import { hoverChange, joinParts, listFindings } from "./hover-sentence.ts";
import type { Sentence } from "./sentences.ts";
import { showMarkdown } from "./show-markdown.ts";

/**
 * The English of a segment, its id, and what was found in the segment: how the two halves differ, and how the English
 * differs from the English page as it is now.
 */
export function hoverSegment(
  segment: Segment,
  sentence: Sentence | undefined,
  { current }: PageSources,
  reports: readonly Report[],
): string {
  const change = sentence?.verdict && hoverChange(sentence, sentence.verdict);
  const id = `\`${segment.id}\``;
  return joinParts([
    change ?? (showMarkdown(segment.source) || "*(empty)*"),
    change === undefined || current === undefined ? id : `${id} · ${describeSourcePage(current)}`,
    listFindings(segment, reports),
  ]);
}
