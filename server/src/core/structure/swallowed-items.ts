import type { Document } from "../document/document.ts";
import type { Span } from "../text/span.ts";
import type { Gap } from "./compare-structure.ts";

/** A line that was meant for a list item and goes on with the one before it. */
export interface SwallowedItem {
  /** The whole line, without what stands before its marker. */
  readonly span: Span;
  /** The marker as written: `2.`, `２．`, `-`. */
  readonly markerSpan: Span;
  /** Whether only the blank behind it is missing. */
  readonly isSound: boolean;
}

const ITEM_LINE = /^[ \t>]*([\d０-９]{1,3}[.．、。)）](?!\d)|[-+*](?![-+*])|[•・‣◦–—－])/;

/**
 * Lines of the block before a gap that look like the items which are missing in it: without a blank behind its marker,
 * a line is more text of the item above, and below such a line even a sound number is. Empty: there are none, or more
 * than are missing.
 */
export function findSwallowedItems({ text }: Document, { before, missing }: Gap): SwallowedItem[] {
  if (before === undefined || before.target.kind !== "paragraph") return [];
  const { start, end } = before.target.lines;
  const found: SwallowedItem[] = [];
  let offset = start;
  for (const line of text.slice(start, end).split("\n")) {
    const marker = offset === start ? undefined : ITEM_LINE.exec(line);
    if (marker !== undefined && marker !== null) {
      const at = offset + marker[0].indexOf(marker[1] as string);
      const markerEnd = at + (marker[1] as string).length;
      found.push({
        span: { start: at, end: offset + line.trimEnd().length },
        markerSpan: { start: at, end: markerEnd },
        isSound: /^(?:\d{1,3}[.)]|[-+*])$/.test(marker[1] as string),
      });
    }
    offset += line.length + 1;
  }
  return found.length <= missing.length ? found : [];
}
