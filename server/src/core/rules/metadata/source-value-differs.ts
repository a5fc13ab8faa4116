import { quote } from "../../text/quote.ts";
import type { Document } from "../../document/document.ts";
import { writeValue } from "../../front-matter/edit-entry.ts";
import { findEntry, type FrontMatterEntry } from "../../front-matter/front-matter.ts";
import { findKnownKey, pipelineKeys } from "../../front-matter/keys.ts";
import { englishPlaces } from "../../freshness/english-place.ts";
import { findSourceHash, isMadeFrom } from "../../source/hash.ts";
import type { PageSources } from "../../source/page-sources.ts";
import { findIn } from "../find-in.ts";
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
  check({ document, sources }) {
    const english = findOrigin(document, sources);
    if (english === undefined) return [];
    return findIn(document.frontMatter?.entries ?? [], (entry) => {
      // Of a key that is written twice, the last one counts.
      if (findEntry(document.frontMatter, entry.key) !== entry) return undefined;
      const expected = expectedValue(entry, english, sources.current?.document ?? english);
      if (expected === undefined) return undefined;
      return {
        span: entry.rawValue === "" ? entry.keySpan : entry.valueSpan,
        message: `\`${entry.key}\` is ${show(entry)}, expected ${show(expected)} as in the English page.`,
        fixes: toFixes(entry, expected),
        related: englishPlaces(sources, expected.valueSpan, "The English value."),
      };
    });
  },
});

/** The English value that a key should have. `undefined`: it has it, or may have another one. */
function expectedValue(
  entry: FrontMatterEntry,
  madeFrom: Document,
  current: Document,
): FrontMatterEntry | undefined {
  if (!isKept(entry.key)) return undefined;
  const before = findEntry(madeFrom.frontMatter, entry.key);
  const now = findEntry(current.frontMatter, entry.key);
  // Where English has another value by now, the page is outdated, and nobody edited it.
  if (before === undefined || now === undefined || !isSame(before, now)) return undefined;
  return isSame(entry, now) ? undefined : now;
}

/** Whether localization leaves the value of a key as it is. */
function isKept(key: string): boolean {
  return !PIPELINE_KEYS.has(key) && findKnownKey(key)?.isTranslated !== true;
}

/** The file that the page was made from, with its header. `undefined`: nobody has it. */
function findOrigin(document: Document, sources: PageSources): Document | undefined {
  const { base, current } = sources;
  const hash = findSourceHash(document.frontMatter);
  if (current !== undefined && hash !== undefined && isMadeFrom(current.document, hash))
    return current.document;
  return base?.origin === "git" || base?.origin === "source-tree" ? base.document : undefined;
}

function isSame(one: FrontMatterEntry, other: FrontMatterEntry): boolean {
  return one.rawValue === other.rawValue || asRead(one.value) === asRead(other.value);
}

/**
 * A value as text, so that what the pipeline writes in another way is the same: it reads and writes all YAML anew, a
 * number as text (`14` as `"14"`), nothing as `''`, `yes` as `true`, and a list of one as what is in it.
 */
function asRead(value: unknown): string {
  if (Array.isArray(value)) return value.length > 1 ? value.map(asRead).join("\n") : asRead(value[0]);
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return TRUTHS.get(text.toLowerCase()) ?? text;
}

const TRUTHS = new Map([
  ["yes", "true"],
  ["on", "true"],
  ["no", "false"],
  ["off", "false"],
]);

function show({ rawValue }: FrontMatterEntry): string {
  return rawValue === "" ? "empty" : quote(rawValue);
}

/** Lists and texts over several lines depend on their indentation. */
function toFixes(entry: FrontMatterEntry, { rawValue }: FrontMatterEntry): Fix[] {
  if (entry.rawValue.includes("\n") || rawValue.includes("\n") || rawValue === "") return [];
  return [{ title: "Use the English value", edits: [writeValue(entry, rawValue)], isPreferred: true }];
}
