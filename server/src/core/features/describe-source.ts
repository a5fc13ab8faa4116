import { localeOfPath } from "../front-matter/locale.ts";
import type { SourcePage } from "../source/page-sources.ts";

/** Where an English text comes from, as Markdown: the end of a line, no full stop. */
export function describeSourcePage({ origin, path, revision }: SourcePage): string {
  switch (origin) {
    case "source-tree":
      return `English: \`${path}\``;
    case "git":
      return `English: \`${path}\`, commit \`${(revision ?? "").slice(0, 7)}\``;
    case "english-halves":
      return "English: this page's own English halves";
    case "sibling-page": {
      const locale = localeOfPath(path)?.locale;
      const inLocale = locale === undefined ? "" : ` (${locale})`;
      return `English: from the segments of \`${path}\`${inLocale}`;
    }
  }
}
