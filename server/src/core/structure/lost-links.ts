import type { Document } from "../document/document.ts";
import { quote } from "../text/quote.ts";
import { fileNameOf } from "../links/paths.ts";
import type { Link } from "../markdown/structure.ts";
import type { Finding, Fix, RuleContext } from "../rules/rule.ts";
import { lineAt } from "../text/lines.ts";
import { contains, type Span, textAt } from "../text/span.ts";
import { compareStructure, type MatchedBlock } from "./compare-structure.ts";
import { firstLineOf } from "./findings-of-gaps.ts";
import { withLineEndsOf } from "./insert-english.ts";

/**
 * Findings for pictures and the like that the English of a block has and its translation has not. Another file in its
 * place is no loss: a localized picture often has a folder of its own. Nor is one that stands elsewhere in the page.
 */
export function* lostLinks(
  context: RuleContext,
  isWanted: (link: Link) => boolean,
  what: string,
): Iterable<Finding> {
  const comparison = compareStructure(context);
  if (comparison === undefined) return;
  let elsewhere: Map<string, number> | undefined;
  for (const pair of comparison.matched) {
    if (pair.source.links.length === 0) continue;
    const english = pair.source.links.filter(isWanted);
    const localized = pair.target.links.filter(isWanted);
    if (english.length <= localized.length) continue;
    elsewhere ??= spareLinks(context.document, comparison.source.document, isWanted);
    const kept = new Map<string, number>();
    for (const { target } of localized) count(kept, keyOf(target), 1);
    let left = english.length - localized.length;
    for (const link of english) {
      if (left <= 0) break;
      const key = keyOf(link.target);
      if (count(kept, key, -1) >= 0 || isInSegments(context.document, pair, link)) continue;
      left -= 1;
      if (count(elsewhere, key, -1) < 0)
        yield lostLink(context.document, comparison.source.document, pair, link, what);
    }
  }
}

/** How many more times a page has a file than its English. */
function spareLinks(
  page: Document,
  english: Document,
  isWanted: (link: Link) => boolean,
): Map<string, number> {
  const spare = new Map<string, number>();
  for (const link of page.structure.links) if (isWanted(link)) count(spare, keyOf(link.target), 1);
  for (const link of english.structure.links) if (isWanted(link)) count(spare, keyOf(link.target), -1);
  return spare;
}

/** Adds to a count and gives the new one. */
function count(counts: Map<string, number>, key: string, by: number): number {
  const sum = (counts.get(key) ?? 0) + by;
  counts.set(key, sum);
  return sum;
}

function keyOf(target: string): string {
  return fileNameOf(target.replace(/[?#].*$/s, "")).toLowerCase();
}

/** What stands in the English half of a segment is compared with its translation, by a rule of its own. */
function isInSegments({ segments }: Document, { target }: MatchedBlock, link: Link): boolean {
  return segments.some(({ span, source }) => contains(target.lines, span) && source.includes(link.target));
}

function lostLink(page: Document, english: Document, pair: MatchedBlock, link: Link, what: string): Finding {
  const fix: Fix = {
    title: `Put the English ${what} at the end`,
    edits: [placeAtEnd(page, english, pair, link)],
    isPreferred: true,
  };
  return {
    span: firstLineOf(page, pair.target),
    message: `The English ${what} ${quote(link.target)} is missing here.`,
    fixes: [fix],
  };
}

/** At the end of the translated block; in a table, of the same cell where there is one. */
function placeAtEnd(
  page: Document,
  english: Document,
  { source, target }: MatchedBlock,
  link: Link,
): Fix["edits"][number] {
  const written = withLineEndsOf(page, textAt(english.text, constructOf(english, link)));
  const at = cellEnd(source, target, link) ?? endOf(page, target.span.end);
  return { span: { start: at, end: at }, newText: ` ${written}` };
}

/** `[!INCLUDE [title](path)]` is more than the link in it. */
function constructOf({ text }: Document, { span, role }: Link): Span {
  if (role === "link" || role === "image") return span;
  const line = lineAt(text, span.start);
  const start = text.lastIndexOf("[!", span.start);
  const isWhole = start >= line.start && text[span.end] === "]";
  return isWhole ? { start, end: span.end + 1 } : span;
}

function cellEnd(
  { table }: MatchedBlock["source"],
  target: MatchedBlock["target"],
  link: Link,
): number | undefined {
  if (table === undefined || target.table === undefined) return undefined;
  for (const [row, { cells }] of table.rows.entries()) {
    const column = cells.findIndex((cell) => contains(cell, link.span));
    if (column !== -1) return target.table.rows[row]?.cells[column]?.end;
  }
  return undefined;
}

/** Behind the English half, where the block ends with a segment. */
function endOf({ segments }: Document, end: number): number {
  return segments.find(({ span, targetSpan }) => span.start < end && end <= targetSpan.end)?.span.end ?? end;
}
