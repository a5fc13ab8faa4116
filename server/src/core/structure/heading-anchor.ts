import type { Document } from "../document/document.ts";
import { slugOf } from "../markdown/slug.ts";
import type { Heading } from "../markdown/structure.ts";
import { lineAt } from "../text/lines.ts";
import { contains } from "../text/span.ts";

/**
 * The name that the pipeline makes of an English heading for its translations. It reads a tab as three blanks.
 * `undefined`: there is no English heading.
 */
export function nameOf(english: Heading | undefined): string | undefined {
  if (english?.text.includes("\t") !== true) return english?.slug;
  return slugOf(english.text.replaceAll("\t", "   "));
}

/** Whether a heading has the anchor that the pipeline writes; `slug`: the name of its English heading. */
export function hasAnchor(
  { anchorNames, sourceSlug }: Heading,
  slug: string,
  english: Heading | undefined,
): boolean {
  const names = anchorNames.map((name) => name.toLowerCase());
  if (names.includes(slug) || names.some((name) => name === sourceSlug)) return true;
  // The pipeline takes a tag for a word: of `Clean it<br>` it makes `clean-itbr`.
  return english?.text.includes("<") === true && names.includes(slugOf(english.text.replace(/[<>]/g, "")));
}

/** Whether the line below has it, as the pipeline wrote it in 2017: `<a id="clean" class="xliff"></a>`. */
export function hasAnchorBelow({ text, structure }: Document, { span }: Heading, slug: string): boolean {
  const next = text.indexOf("\n", span.end) + 1;
  if (next === 0) return false;
  const below = lineAt(text, next);
  return structure.anchors.some(({ name, span: at }) => contains(below, at) && name.toLowerCase() === slug);
}

/**
 * A heading to which its author gave an anchor gets none from the pipeline. Where nobody has the English page, any
 * anchor may be the author's.
 */
export function hasAnchorOfAuthor({ anchorNames }: Heading, english: Heading | undefined): boolean {
  return anchorNames.some((name) => english === undefined || english.anchorNames.includes(name));
}
