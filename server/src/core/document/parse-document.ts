import { findEntry, type FrontMatter } from "../front-matter/front-matter.ts";
import { readFrontMatter } from "../front-matter/read-front-matter.ts";
import { scanMarkdown } from "../markdown/scan-markdown.ts";
import { scanSegments } from "../segments/scan-segments.ts";
import type { Segment } from "../segments/segment.ts";
import type { CleanText } from "./clean-text.ts";
import type { Document } from "./document.ts";

/** Scans a page of any quality. Total: any text gives a document; what is wrong with it is left to rules. */
export function parseDocument(text: string): Document {
  return withStructure(parsePairs(text));
}

/** A page before its Markdown is scanned. */
export interface ParsedPairs extends Omit<Document, "structure"> {
  /** What `scanMarkdown` takes. */
  readonly clean: CleanText;
}

/** The header and the pairs of a page: a fifth of the work. */
export function parsePairs(text: string): ParsedPairs {
  const frontMatter = readFrontMatter(text);
  const { segments, problems, clean } = scanSegments(text, frontMatter?.span.end ?? 0);
  return {
    text,
    form: formOf(frontMatter, segments),
    frontMatter,
    segments,
    markupProblems: problems,
    clean,
  };
}

/** The page with its Markdown scanned. */
export function withStructure(pairs: ParsedPairs): Document {
  const { text, form, frontMatter, segments, markupProblems, clean } = pairs;
  const structure = scanMarkdown(clean, text, segments);
  return { text, form, frontMatter, segments, markupProblems, structure };
}

// A localized page without segments is told by what the localization pipeline wrote into its header.
function formOf(frontMatter: FrontMatter | undefined, segments: readonly Segment[]): Document["form"] {
  if (segments.length > 0) return "sxs";
  const isLocalized = ["ms.contentlocale", "ms.locfileid", "ms.translationtype"].some(
    (key) => findEntry(frontMatter, key) !== undefined,
  );
  return isLocalized ? "clean" : "source";
}
