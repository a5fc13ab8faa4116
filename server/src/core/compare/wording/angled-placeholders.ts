import type { HtmlTag } from "../../markdown/structure.ts";
import { firstMatches } from "../../text/first-matches.ts";
import { textAt } from "../../text/span.ts";
import type { Half } from "../pairs/half.ts";
import type { Placeholder } from "./placeholders.ts";

/** `\<tenant>`, `&lt;tenant&gt;`: for readers, who may read it in their own language. */
const ESCAPED = /(?:\\<|&lt;)([A-Za-z][\w .-]{0,40}?)(?:\\?>|&gt;)/g;
const ANY_ANGLE = /<|&lt;|＜|〈|《|‹[^‹›<>]{1,60}›/g;
/** `\<tenant (new)` and nothing that closes it: machine translation moves the `>` to another word, `> \<tenant (new)`. */
const UNCLOSED = /\\<[^\s<>][^<>＞〉》›\n]*(?=<|\n|$)/g;
/** `‹名称>`: a bracket that was translated, and one that was not. */
const MIXED = /\\?‹[^‹›<>＜＞]{1,60}\\?[>＞]|\\?<[^‹›<>＜＞]{1,60}›/g;
/** HTML of today and of old; names with `:` are XML. */
const HTML_NAMES = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
   button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed
   fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe
   image img input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noembed noframes
   noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script
   search section select slot small source span strike strong style sub summary sup svg table tbody td template
   textarea tfoot th thead time title tr track tt u ul var video wbr xmp`.split(/\s+/),
);

/**
 * Placeholders between `<>` that the translation lacks, in text order, at most `most`. They may be translated, but there
 * must be as many.
 */
export function findLostAngles(target: Half, source: Half, most: number): Placeholder[] {
  if (!mayHaveAngled(source)) return [];
  const escaped = count(source.prose, ESCAPED);
  const expected = escaped + findPlaceholderTags(source).length;
  if (expected === 0) return [];
  // Where the English escapes none, a tag of the translation is as good as one of the English.
  const asTags = escaped > 0 ? 0 : findPlaceholderTags(target).length;
  const found = count(target.prose, ANY_ANGLE) + asTags - countUnclosed(target, source);
  // Nearly always there are as many, and nobody asks which.
  return found >= expected ? [] : findAngled(source, found + most).slice(found, found + most);
}

/**
 * What the translation has in place of such: `‹名称>`, and `<tenant>` without the backslash of the English. At most
 * `most`.
 */
export function findReplacedAngles(target: Half, source: Half, most: number): Placeholder[] {
  const mixed = firstMatches(target.prose, MIXED, most).map(({ 0: written, index }) => ({
    span: { start: index, end: index + written.length },
    name: written.replaceAll("\\", ""),
  }));
  if (!hasEscaped(source)) return mixed;
  const tags = findPlaceholderTags(target).slice(0, most - mixed.length);
  return [...mixed, ...tags.map((tag) => toPlaceholder(target, tag))];
}

/** Whether a half has placeholders between `<>`, be they escaped or not. */
export function hasAngled(half: Half): boolean {
  return mayHaveAngled(half) && (hasEscaped(half) || findPlaceholderTags(half).length > 0);
}

/**
 * Tags that were meant as placeholders: no HTML element has the name, nothing closes them, and they have no attributes.
 */
export function findPlaceholderTags(half: Half): HtmlTag[] {
  const { htmlTags } = half.tokens;
  const candidates = htmlTags.filter(
    (tag) =>
      !tag.isClosing &&
      tag.attributes.length === 0 &&
      !HTML_NAMES.has(tag.name) &&
      /^<[\w.-]+>$/.test(textAt(half.text, tag.span)),
  );
  if (candidates.length === 0) return [];
  const closed = new Set(htmlTags.filter(({ isClosing }) => isClosing).map(({ name }) => name));
  return candidates.filter(({ name }) => !closed.has(name));
}

/** The first so many of them, and perhaps some of those behind. */
function findAngled(half: Half, most: number): Placeholder[] {
  const escaped = firstMatches(half.prose, ESCAPED, most).map(({ 0: written, 1: name = "", index }) => ({
    span: { start: index, end: index + written.length },
    name: `<${name}>`,
  }));
  const tags = findPlaceholderTags(half).map((tag) => toPlaceholder(half, tag));
  return tags.length === 0 ? escaped : [...escaped, ...tags].sort((a, b) => a.span.start - b.span.start);
}

/** Where the English leaves one open, so may the translation. */
function countUnclosed(target: Half, source: Half): number {
  const unclosed = count(target.prose, UNCLOSED);
  return unclosed > 0 && count(source.prose, UNCLOSED) === 0 ? unclosed : 0;
}

function mayHaveAngled({ text }: Half): boolean {
  return text.includes("<") || text.includes("&lt;");
}

function hasEscaped({ prose }: Half): boolean {
  return prose.search(ESCAPED) !== -1;
}

function count(text: string, pattern: RegExp): number {
  let matches = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) matches += 1;
  return matches;
}

function toPlaceholder({ text }: Half, { span }: HtmlTag): Placeholder {
  return { span, name: textAt(text, span) };
}
