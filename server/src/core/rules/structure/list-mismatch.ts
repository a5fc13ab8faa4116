import type { Document } from "../../document/document.ts";
import {
  type MatchedBlock,
  type StructureComparison,
  whereCompared,
} from "../../structure/compare-structure.ts";
import { findingsOfGap, firstLineOf } from "../../structure/findings-of-gaps.ts";
import type { ListKind, PageBlock } from "../../structure/page-blocks.ts";
import { restoreListMarker } from "../../structure/restore-list-marker.ts";
import { findSwallowedItems, type SwallowedItem } from "../../structure/swallowed-items.ts";
import { defineRule, type Finding, type RuleContext } from "../rule.ts";

/** A blank that is lost behind a number turns a step into running text, and the count starts anew below it. */
export const listMismatch = defineRule({
  id: "structure/list-mismatch",
  summary: "A page has the list items of its English page, numbered and nested in the same way.",
  severity: "error",
  comparesWithBase: true,
  check: whereCompared(findDifferences),
});

function* findDifferences(context: RuleContext, { gaps, matched }: StructureComparison): Iterable<Finding> {
  for (const gap of gaps) {
    const swallowed = findSwallowedItems(context.document, gap);
    if (swallowed.length === 0) yield* findingsOfGap(context, gap, "list item");
    for (const [nth, item] of swallowed.entries())
      yield* swallowedItem(context.document, item, gap.missing[nth]);
  }
  let shift = 0;
  for (const pair of matched) {
    const depth = depthOf(pair.target) - depthOf(pair.source);
    const says = differenceOf(pair);
    // What follows a lost item is no longer nested in it: one finding is enough.
    if (says !== undefined && (depth === 0 || depth !== shift)) yield otherList(context.document, pair, says);
    shift = depth;
  }
}

/** Below a line without its blank, sound markers are swallowed too; they need no repair of their own. */
function* swallowedItem(
  document: Document,
  { span, markerSpan, isSound }: SwallowedItem,
  english: PageBlock | undefined,
): Iterable<Finding> {
  const after = document.text[markerSpan.end] ?? "";
  if (english === undefined || (isSound && /\s/.test(after))) return;
  const marker = english.prefix
    .trimStart()
    .replace(/^[>\s]+/, "")
    .trimEnd();
  const fix = isSound
    ? {
        title: "Insert the blank",
        edits: [{ span: { start: markerSpan.end, end: markerSpan.end }, newText: " " }],
      }
    : { title: `Change the marker to \`${marker}\``, edits: [{ span: markerSpan, newText: `${marker} ` }] };
  yield {
    span,
    message: `This is no list item, in the English page it is a ${nameOf(english)}.`,
    fixes: [{ ...fix, isPreferred: true }],
  };
}

function depthOf({ containers }: PageBlock): number {
  return containers.filter((container) => container === "list-item").length;
}

/** What is wrong, as a sentence. `undefined`: nothing. */
function differenceOf({ source, target }: MatchedBlock): string | undefined {
  if (source.items.length > target.items.length && target.items.length === 0)
    return `This is no list item, in the English page it is a ${nameOf(source)}.`;
  if (source.items.length < target.items.length && source.items.length === 0)
    return `This is a ${nameOf(target)}, in the English page it is no list item.`;
  const depth = depthOf(target);
  const expected = depthOf(source);
  if (depth !== expected) return `This is ${levelOf(depth)}, in the English page it is ${levelOf(expected)}.`;
  if (source.items.join() !== target.items.join())
    return `This is a ${nameOf(target)}, in the English page it is a ${nameOf(source)}.`;
  return undefined;
}

function nameOf({ items }: PageBlock): string {
  const names: Record<ListKind, string> = {
    bullet: "list item with a bullet",
    ordered: "numbered list item",
  };
  return names[items.at(-1) ?? "bullet"];
}

function levelOf(depth: number): string {
  return depth === 0
    ? "outside of the list"
    : `inside of ${depth === 1 ? "a list" : `${depth} nested lists`}`;
}

function otherList(document: Document, pair: MatchedBlock, message: string): Finding {
  const fix = restoreListMarker(document, pair);
  return { span: firstLineOf(document, pair.target), message, ...(fix !== undefined && { fixes: [fix] }) };
}
