import { readFrontMatter } from "../front-matter/read-front-matter.ts";
import { scanSegments } from "../segments/scan-segments.ts";
import type { MemoryPage } from "./translation-memory.ts";

/**
 * Reads what the memory wants of a page, without its Markdown: an eighth of the work of `parseDocument`. `undefined`: the
 * page has no side-by-side markup.
 */
export function readMemoryPage(text: string): MemoryPage | undefined {
  if (!text.includes("data-ttu-id")) return undefined;
  const frontMatter = readFrontMatter(text);
  const { segments } = scanSegments(text, frontMatter?.span.end ?? 0);
  return segments.length === 0 ? undefined : { text, frontMatter, segments };
}
