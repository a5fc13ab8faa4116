import { findEntry, type FrontMatter } from "../front-matter/front-matter.ts";
import { readFrontMatter } from "../front-matter/read-front-matter.ts";
import { scanMarkdown } from "../markdown/scan-markdown.ts";
import { scanSegments } from "../segments/scan-segments.ts";
import type { Segment } from "../segments/segment.ts";
import type { Document } from "./document.ts";

/** Scans a page of any quality. Total: any text gives a document; what is wrong with it is left to rules. */
export function parseDocument(text: string): Document {
  const frontMatter = readFrontMatter(text);
  const bodyStart = frontMatter?.span.end ?? 0;
  const { segments, problems, clean } = scanSegments(text, bodyStart);
  const structure = scanMarkdown(clean, text, segments);
  return {
    text,
    form: formOf(frontMatter, segments),
    frontMatter,
    segments,
    markupProblems: problems,
    structure,
  };
}

// A localized page without segments is told by what the localization pipeline wrote into its header.
function formOf(frontMatter: FrontMatter | undefined, segments: readonly Segment[]): Document["form"] {
  if (segments.length > 0) return "sxs";
  const isLocalized = ["ms.contentlocale", "ms.locfileid", "ms.translationtype"].some(
    (key) => findEntry(frontMatter, key) !== undefined,
  );
  return isLocalized ? "clean" : "source";
}
