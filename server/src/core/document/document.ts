import type { FrontMatter } from "../front-matter/front-matter.ts";
import type { Structure } from "../markdown/structure.ts";
import type { MarkupProblem, Segment } from "../segments/segment.ts";

/** One page, scanned. Depends on the page's text alone; immutable. */
export interface Document {
  /** The page as it stands in the file, byte order mark included. Every span is an offset into it. */
  readonly text: string;
  /**
   * `sxs`: side-by-side markup, English under each translated segment;
   * `clean`: a localized page without it (told by its pipeline keys);
   * `source`: anything else, taken for English.
   */
  readonly form: "sxs" | "clean" | "source";
  readonly frontMatter: FrontMatter | undefined;
  /** Well-formed pairs in page order. */
  readonly segments: readonly Segment[];
  readonly markupProblems: readonly MarkupProblem[];
  /** The Markdown that a reader gets: translation only. */
  readonly structure: Structure;
}
