import { quote } from "../../compare/quote.ts";
import type { Document } from "../../document/document.ts";
import { writeValue } from "../../front-matter/edit-entry.ts";
import { findEntry, type FrontMatterEntry } from "../../front-matter/front-matter.ts";
import { findKnownKey, pipelineKeys } from "../../front-matter/keys.ts";
import { englishPlaces } from "../../freshness/english-place.ts";
import { judgePage } from "../../freshness/judge-page.ts";
import type { PageSources } from "../../source/page-sources.ts";
import { defineRule, type Fix } from "../rule.ts";

const PIPELINE_KEYS: ReadonlySet<string> = new Set(pipelineKeys);

/**
 * The header of a page steers search, reports and the table of contents in all locales alike. Measured: apart from title
 * and description, localization changed no value of 451 pages.
 */
export const sourceValueDiffers = defineRule({
  id: "metadata/source-value-differs",
  summary: "A key that is not translated has the value of the English page.",
  severity: "warning",
  *check({ document, sources }) {
    const english = findOrigin(document, sources);
    if (english === undefined) return;
    for (const entry of document.frontMatter?.entries ?? []) {
      if (PIPELINE_KEYS.has(entry.key) || findKnownKey(entry.key)?.isTranslated === true) continue;
      const expected = findEntry(english.frontMatter, entry.key);
      if (expected === undefined || isSame(entry, expected)) continue;
      // English has another value by now: the page is outdated, and nobody edited it.
      const now = findEntry(sources.current?.document.frontMatter, entry.key);
      if (sources.current !== undefined && (now === undefined || !isSame(now, expected))) continue;
      yield {
        span: entry.valueSpan.end > entry.valueSpan.start ? entry.valueSpan : entry.keySpan,
        message: `\`${entry.key}\` is ${show(entry)}, expected ${show(expected)} as in the English page.`,
        fixes: toFixes(entry, expected),
        related: now === undefined ? [] : englishPlaces(sources, now.valueSpan, "The English value."),
      };
    }
  },
});

/** The file that the page was made from, with its header. `undefined`: nobody has it. */
function findOrigin(document: Document, sources: PageSources): Document | undefined {
  const { base, current } = sources;
  if (current !== undefined && judgePage(document, sources).state === "current") return current.document;
  return base?.origin === "git" || base?.origin === "source-tree" ? base.document : undefined;
}

function isSame(one: FrontMatterEntry, other: FrontMatterEntry): boolean {
  return one.rawValue === other.rawValue || JSON.stringify(one.value) === JSON.stringify(other.value);
}

function show({ rawValue }: FrontMatterEntry): string {
  return rawValue === "" ? "empty" : quote(rawValue);
}

/** Lists and texts over several lines depend on their indentation. */
function toFixes(entry: FrontMatterEntry, { rawValue }: FrontMatterEntry): Fix[] {
  if (entry.rawValue.includes("\n") || rawValue.includes("\n") || rawValue === "") return [];
  return [{ title: "Use the English value", edits: [writeValue(entry, rawValue)], isPreferred: true }];
}
