import { isAlertLike } from "./alert-marker.ts";
import type { Gap } from "./compare-structure.ts";
import type { PageBlock } from "./page-blocks.ts";

/** What a reader misses first where blocks are missing; the order is that of weight. */
const LANDMARKS = ["heading", "code block", "table", "alert", "list item", "include", "image"] as const;

/** One of them, as messages call it. */
export type Landmark = (typeof LANDMARKS)[number];

/** Whether a block is that to a reader. Running text is nothing: it is the business of segments. */
export function isLandmark(block: PageBlock, landmark: Landmark): boolean {
  switch (landmark) {
    case "heading":
      return block.heading !== undefined;
    case "code block":
      return block.code !== undefined;
    case "table":
      return block.table !== undefined;
    case "alert":
      return block.alert !== undefined || isAlertLike(block);
    case "list item":
      return block.items.length > 0;
    case "include":
      return block.links.some(isEmbedded);
    case "image":
      return block.links.some(({ isImage }) => isImage);
  }
}

/** `[!INCLUDE]`, `[!VIDEO]`, `[!CODE]`: what the build puts in place of a link. */
export function isEmbedded({ role }: PageBlock["links"][number]): boolean {
  return role === "include" || role === "video" || role === "code";
}

/**
 * The one landmark that a gap is reported for: who lost a section wants one finding, not one for each thing in it.
 * `undefined`: nothing but running text.
 */
export function landmarkOfGap({
  missing,
  extra,
}: Gap): { landmark: Landmark; isMissing: boolean } | undefined {
  const lost = weightiest(missing);
  if (lost !== undefined) return { landmark: lost, isMissing: true };
  const added = weightiest(extra);
  // What a translation embeds on top is its own business; a heading or an item too many shifts the page.
  if (added === undefined || added === "include" || added === "image") return undefined;
  return { landmark: added, isMissing: false };
}

function weightiest(blocks: readonly PageBlock[]): Landmark | undefined {
  return LANDMARKS.find((landmark) => blocks.some((block) => isLandmark(block, landmark)));
}
