import type { HtmlTag } from "../markdown/structure.ts";
import { findDifference, type Difference } from "./difference.ts";
import type { Half } from "./half.ts";

const NONE: Difference<HtmlTag> = { lost: [], added: [] };
/** Emphasis is a matter of style: Chinese puts quotation marks in place of bold. */
const STYLE = new Set(["b", "strong", "i", "em", "u"]);

/**
 * Compares the HTML tags of two halves by name. Left out are tags of mere emphasis, links and pictures that are gone
 * as a whole (compared as links), and names whose tags the English does not close while the translation does.
 */
export function findTagDifference(target: Half, source: Half): Difference<HtmlTag> {
  if (!target.text.includes("<") && !source.text.includes("<")) return NONE;
  const difference = findDifference(source.tokens.htmlTags, target.tokens.htmlTags, keyOf);
  if (difference.lost.length === 0 && difference.added.length === 0) return NONE;
  const isTelling = ({ name }: HtmlTag): boolean =>
    !STYLE.has(name) && countTargets(target, name) === countTargets(source, name);
  return {
    lost: difference.lost.filter(isTelling),
    added: difference.added.filter(
      (tag) => isTelling(tag) && !(tag.isClosing && isUnclosed(source, tag.name)),
    ),
  };
}

/** How a message writes a tag. */
export function keyOf({ name, isClosing }: HtmlTag): string {
  return isClosing ? `</${name}>` : `<${name}>`;
}

function countTargets({ tokens: { htmlTags } }: Half, name: string): number {
  return htmlTags.filter(
    (tag) => tag.name === name && tag.attributes.some((each) => each.name === "href" || each.name === "src"),
  ).length;
}

function isUnclosed({ tokens: { htmlTags } }: Half, name: string): boolean {
  const tags = htmlTags.filter((tag) => tag.name === name);
  return tags.filter(({ isClosing }) => isClosing).length * 2 < tags.length;
}
