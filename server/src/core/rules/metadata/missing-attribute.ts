import { isHeaderInSegments } from "../../front-matter/find-header.ts";
import {
  findEntry,
  type FrontMatter,
  type FrontMatterProblem,
  textOf,
} from "../../front-matter/front-matter.ts";
import { handoffYear } from "../../front-matter/handoff-year.ts";
import { pipelineKeys } from "../../front-matter/keys.ts";
import { findNearestKey } from "../../front-matter/nearest-key.ts";
import { needsMetadata } from "../../front-matter/needs-metadata.ts";
import { lineEndOf } from "../../text/line-end.ts";
import { lineAt } from "../../text/lines.ts";
import type { Document } from "../../document/document.ts";
import { defineRule, type Finding, type Fix } from "../rule.ts";
import { lazily } from "../../text/lazily.ts";

const UNREADABLE = new Set<FrontMatterProblem["kind"]>(["syntax", "not-yaml", "not-a-map"]);
/** Characters that a plain YAML scalar may not hold everywhere; a heading with one of them is quoted. */
const SPECIAL = lazily(() => /^[^\p{L}\p{N}]|[:#]|["'\\[\]{}]|\s$/u);
/** Markdown that would be shown as it is in a browser tab. */
const MARKUP = /[*_`<>[\]&\\]/;

/** The pipeline finds the English page by its six keys; readers find this one by its title. */
export const missingAttribute = defineRule({
  id: "metadata/missing-attribute",
  summary: "A page has a title, and a localized page has all six keys of the localization pipeline.",
  severity: "warning",
  check({ document, path, workspace }) {
    const { frontMatter } = document;
    if (frontMatter === undefined) {
      const isMissing = document.form === "sxs" && !isHeaderInSegments(document.text);
      return isMissing && needsMetadata(path, workspace.name) ? [missingHeader(document)] : [];
    }
    // What cannot be read may hold anything.
    if (frontMatter.problems.some(({ kind }) => UNREADABLE.has(kind))) return [];

    const isTitleDue = needsMetadata(path, workspace.name) && !isCommandHelp(frontMatter);
    const title = isTitleDue ? checkTitle(document, frontMatter) : undefined;
    return [title, checkPipelineKeys(frontMatter)].filter((finding) => finding !== undefined);
  },
});

/** Help of PowerShell commands, which a tool writes from code: the build takes its titles from the headings. */
function isCommandHelp(frontMatter: FrontMatter): boolean {
  return (
    findEntry(frontMatter, "schema") !== undefined && findEntry(frontMatter, "online version") !== undefined
  );
}

function missingHeader({ text }: Document): Finding {
  const message =
    "The page has segments but no front matter, expected the keys that the localization pipeline writes.";
  return { span: lineAt(text, 0), message };
}

function checkTitle(document: Document, frontMatter: FrontMatter): Finding | undefined {
  const entry = findEntry(frontMatter, "title");
  if (entry === undefined) {
    if (misspeltKeys(frontMatter).has("title")) return undefined;
    const span = lineAt(document.text, frontMatter.span.start);
    return { span, message: "The front matter has no `title`.", fixes: addTitle(document, frontMatter) };
  }
  if (textOf(entry)?.trim() !== "") return undefined;
  return { span: entry.keySpan, message: "`title` is empty, expected the title of the page." };
}

/** Offers the page's first heading as title. */
function addTitle({ text, structure }: Document, { yamlSpan }: FrontMatter): Fix[] {
  const heading = structure.headings
    .find(({ level, tabId }) => level === 1 && tabId === undefined)
    ?.text.trim();
  if (heading === undefined || heading === "" || MARKUP.test(heading)) return [];
  const title = SPECIAL().test(heading) ? `'${heading.replaceAll("'", "''")}'` : heading;
  const lineEnd = lineEndOf(text);
  const edits = [
    { span: { start: yamlSpan.start, end: yamlSpan.start }, newText: `title: ${title}${lineEnd}` },
  ];
  return [{ title: "Take the first heading as title", edits, isPreferred: true }];
}

/** The six go together: where one stands, the pipeline has been, and then the others belong there too. */
function checkPipelineKeys(frontMatter: FrontMatter): Finding | undefined {
  if (pipelineKeys.every((key) => findEntry(frontMatter, key) !== undefined)) return undefined;
  const present = pipelineKeys.flatMap((key) => findEntry(frontMatter, key) ?? []);
  const last = present.at(-1);
  if (last === undefined) return undefined;
  const misspelt = misspeltKeys(frontMatter);
  const isMissing = (key: string) =>
    findEntry(frontMatter, key) === undefined && isDue(key, frontMatter) && !misspelt.has(key);
  const missing = pipelineKeys.filter(isMissing);
  if (missing.length === 0) return undefined;
  // The key before which the first of them belongs: the six have an order.
  const place = pipelineKeys.indexOf(missing[0] as (typeof missing)[number]);
  const next = present.find(({ key }) => pipelineKeys.findIndex((each) => each === key) > place);
  const names = missing.map((key) => `\`${key}\``).join(", ");
  const what = missing.length === 1 ? `${names} is missing` : `${names} are missing`;
  return {
    span: (next ?? last).keySpan,
    message: `${what}, expected all six keys of the localization pipeline together.`,
  };
}

/** The keys that are there under a wrong name: those are for unknown-key to report. */
function misspeltKeys({ entries }: FrontMatter): ReadonlySet<string | undefined> {
  return new Set(entries.map(({ key }) => findNearestKey(key)));
}

/**
 * Earlier pipelines wrote less: `translationtype` in place of `ms.translationtype` until 2017, no `ms.contentlocale` with
 * it, and no `ms.locfileid` before April 2018, in some repositories not before the end of that year.
 */
function isDue(key: string, frontMatter: FrontMatter): boolean {
  const isOldest = findEntry(frontMatter, "translationtype") !== undefined;
  if (key === "ms.translationtype" || key === "ms.contentlocale") return !isOldest;
  if (key !== "ms.locfileid") return true;
  const year = handoffYear(frontMatter);
  return !isOldest && (year === undefined || year > "2018");
}
