import type { CleanText } from "../document/clean-text.ts";
import type { Segment } from "../segments/segment.ts";
import type { Structure } from "./structure.ts";

/** Scans the Markdown of a page. */
export function scanMarkdown(_clean: CleanText, _segments: readonly Segment[]): Structure {
  return { headings: [], links: [], definitions: [], undefinedReferences: [], codeSpans: [], codeBlocks: [], htmlBlocks: [], htmlTags: [], comments: [], tables: [], alerts: [], includes: [], directives: [], anchors: [], blocks: [] };
}
