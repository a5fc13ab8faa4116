import { canonicalLocale } from "../front-matter/locale.ts";
import type { SourcePage } from "../source/page-sources.ts";

/** Where an English text comes from, as Markdown: the end of a line, no full stop. */
export function describeSourcePage({ origin, path, revision, locale }: SourcePage): string {
  switch (origin) {
    case "source-tree":
      return `English: \`${path}\``;
    case "git":
      return `English: \`${path}\`, commit \`${(revision ?? "").slice(0, 7)}\``;
    case "english-halves":
      return "English: this page's own English halves";
    case "sibling-page": {
      // The same path in another repository says nothing of its locale.
      const written = locale === undefined ? undefined : canonicalLocale(locale);
      return `English: from the segments of \`${path}\`${written === undefined ? "" : ` (${written})`}`;
    }
  }
}
