import type { Document } from "../../document/document.ts";
import { compareStructure, type MatchedBlock } from "../../structure/compare-structure.ts";
import { firstLineOf, gapFindings } from "../../structure/gap-findings.ts";
import type { ListKind, PageBlock } from "../../structure/page-blocks.ts";
import { restoreListMarker } from "../../structure/restore-list-marker.ts";
import { defineRule, type Finding } from "../rule.ts";

/** A blank that is lost behind a number turns a step into running text, and the count starts anew below it. */
export const listMismatch = defineRule({
  id: "structure/list-mismatch",
  summary: "A page has the list items of its English page, numbered and nested in the same way.",
  severity: "error",
  *check(context) {
    yield* gapFindings(context, "list item");
    let shift = 0;
    for (const pair of compareStructure(context)?.matched ?? []) {
      const depth = depthOf(pair.target) - depthOf(pair.source);
      const says = differenceOf(pair);
      // What follows a lost item is no longer nested in it: one finding is enough.
      if (says !== undefined && (depth === 0 || depth !== shift))
        yield otherList(context.document, pair, says);
      shift = depth;
    }
  },
});

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
