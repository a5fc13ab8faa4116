import type { Document } from "../document/document.ts";
import { slugOf } from "../markdown/slug.ts";
import type { Finding } from "../rules/rule.ts";
import { quote } from "../text/quote.ts";
import { textAt } from "../text/span.ts";

const MARK = "no-loc";
const LISTED_MARK = /^:::no-loc\((.*)\):::$/;
/** No page lists more. Each is looked for behind each mark. */
const MOST_KEPT_NAMES = 200;

/**
 * Anchors of headings with a name in them that was kept from being translated, `start-the-no-locskylark-agent`: the mark
 * became part of them, so that links in all languages lead to `start-the-skylark-agent` in vain. `keptNames`: what the
 * front matter of the page lists as such, whatever YAML it is.
 */
export function markedAnchors({ text, structure }: Document, keptNames: unknown): Finding[] {
  const marked = structure.anchors.filter(({ name }) => name.includes(MARK));
  if (marked.length === 0) return [];
  const kept = slugsOf(keptNames);
  return marked.flatMap(({ name, span }) => {
    const sound = withoutMarks(name, kept);
    if (sound === name || textAt(text, span) !== name) return [];
    return {
      span,
      message: `${quote(MARK)} in ${quote(name)} is left over from a translation tool, and links lead to ${quote(sound)}.`,
      fixes: [{ title: `Write ${quote(sound)}`, edits: [{ span, newText: sound }], isPreferred: true }],
    };
  });
}

/** What the names that a page lists are in a bookmark. Some lists have them with the mark. */
function slugsOf(names: unknown): string[] {
  const listed: unknown[] = Array.isArray(names) ? names.slice(0, MOST_KEPT_NAMES) : [names];
  return listed.map((name) => slugOf(String(name).replace(LISTED_MARK, "$1"))).filter((slug) => slug !== "");
}

/** Of `[!OP.NO-LOC(` a bookmark keeps `opno-loc`, which no word has; `no-loc` may be that of `no-location`. */
function withoutMarks(name: string, kept: readonly string[]): string {
  const [first = "", ...others] = name.split(MARK);
  return others.reduce((sound, rest) => {
    if (sound.endsWith("op")) return sound.slice(0, -2) + rest;
    return sound + (kept.some((slug) => rest.startsWith(slug)) ? "" : MARK) + rest;
  }, first);
}
