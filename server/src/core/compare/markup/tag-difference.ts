import type { HtmlTag } from "../../markdown/structure.ts";
import { findPlaceholderTags, hasAngled } from "../wording/angled-placeholders.ts";
import { findDifference, type Difference } from "../pairs/difference.ts";
import type { Half } from "../pairs/half.ts";
import type { Comparison } from "../pairs/pair-list.ts";
import { ANGLE, inEither } from "../pairs/traits.ts";

/** Emphasis is a matter of style: Chinese puts quotation marks in place of bold. The last ones translation tools leave. */
const STYLE = new Set(["b", "strong", "i", "em", "u", "bpt", "ept", "ph", "it"]);

/**
 * Compares the HTML tags of two halves by name. Left out are tags of mere emphasis, those of translation tools
 * (`segment/corrupt-markup`), links and pictures that are gone as
 * a whole (compared as links), and names whose tags the English does not close while the translation does.
 */
export const tagDifference: Comparison<Difference<HtmlTag>> = {
  needs: inEither(ANGLE),
  find: findTagDifference,
};

function findTagDifference(target: Half, source: Half): Difference<HtmlTag> | undefined {
  const difference = findDifference(source.tokens.htmlTags, target.tokens.htmlTags, keyOf);
  if (difference.lost.length === 0 && difference.added.length === 0) return undefined;
  const targetCounts = countByName(target);
  const sourceCounts = countByName(source);
  const isTelling = ({ name }: HtmlTag): boolean =>
    !STYLE.has(name) && (targetCounts.get(name)?.leading ?? 0) === (sourceCounts.get(name)?.leading ?? 0);
  const isUnclosed = ({ name, isClosing }: HtmlTag): boolean => {
    const { opening = 0, closing = 0 } = sourceCounts.get(name) ?? {};
    return isClosing && closing < opening;
  };
  // Compared as placeholders.
  const placeholders = new Set(findPlaceholderTags(source));
  if (hasAngled(source)) findPlaceholderTags(target).forEach((tag) => placeholders.add(tag));
  return {
    lost: difference.lost.filter((tag) => isTelling(tag) && !placeholders.has(tag)),
    added: difference.added.filter((tag) => isTelling(tag) && !isUnclosed(tag) && !placeholders.has(tag)),
  };
}

/** How a message writes a tag. */
export function keyOf({ name, isClosing }: HtmlTag): string {
  return isClosing ? `</${name}>` : `<${name}>`;
}

interface TagCounts {
  opening: number;
  closing: number;
  /** Those with `href` or `src`. */
  leading: number;
}

function countByName({ tokens: { htmlTags } }: Half): ReadonlyMap<string, TagCounts> {
  const counts = new Map<string, TagCounts>();
  for (const { name, isClosing, attributes } of htmlTags) {
    const count = counts.get(name) ?? { opening: 0, closing: 0, leading: 0 };
    counts.set(name, count);
    if (isClosing) count.closing += 1;
    else count.opening += 1;
    if (attributes.some((each) => each.name === "href" || each.name === "src")) count.leading += 1;
  }
  return counts;
}
