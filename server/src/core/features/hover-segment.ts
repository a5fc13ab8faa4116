import type { Report } from "../rules/run.ts";
import type { Segment } from "../segments/segment.ts";
import { showMarkdown } from "./show-markdown.ts";

const MARKS = { error: "❌", warning: "⚠️", info: "ℹ️", hint: "💡" } as const;

/** The English of a segment, its id, and what was found in the segment: how the two halves differ. */
export function hoverSegment(segment: Segment, reports: readonly Report[]): string {
  const { span } = segment;
  const found = reports.filter((report) => report.span.start < span.end && span.start < report.span.end);
  const parts = [showMarkdown(segment.source) || "*(empty)*", `\`${segment.id}\``];
  if (found.length > 0) {
    parts.push(found.map(({ severity, message }) => `- ${MARKS[severity]} ${message}`).join("\n"));
  }
  return parts.join("\n\n");
}
