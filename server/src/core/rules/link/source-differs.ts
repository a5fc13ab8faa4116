import { isTranslatedBookmark, placeOf } from "../../compare/link-difference.ts";
import type { Document } from "../../document/document.ts";
import { quote } from "../../links/quote.ts";
import { repairsEnglish } from "../../links/repairs-english.ts";
import { resolveLink } from "../../links/resolve-link.ts";
import type { Link } from "../../markdown/structure.ts";
import { compareStructure, type MatchedBlock } from "../../structure/compare-structure.ts";
import { findAt, textAt } from "../../text/span.ts";
import { defineRule, type Finding, type RuleContext } from "../rule.ts";

/** Links stand outside of segments where they are all there is of a line, and everywhere on clean pages. */
export const sourceDiffers = defineRule({
  id: "link/source-differs",
  summary: "A link leads to where the same link of the English page leads.",
  severity: "error",
  *check(context) {
    const comparison = compareStructure(context);
    if (comparison === undefined) return;
    const seen = new Set<number>();
    for (const pair of comparison.matched) {
      for (const [english, link] of changedLinks(pair)) {
        // Several links may use one definition.
        if (seen.has(link.targetSpan.start) || !isWrong(context, english, link)) continue;
        seen.add(link.targetSpan.start);
        yield otherTarget(comparison.source.document, english, link);
      }
    }
  },
});

/**
 * Links of a block that lead elsewhere than those of its English, side by side. Links may change places in a
 * translation; where some were lost or added, nobody can say which is which.
 */
function changedLinks({ source, target }: MatchedBlock): (readonly [english: Link, link: Link])[] {
  const left = source.links.filter(isOther(target.links));
  const found = target.links.filter(isOther(source.links));
  if (left.length !== found.length) return [];
  const pairs = left.map((english, nth) => [english, found[nth] as Link] as const);
  return pairs.every(([english, link]) => english.role === link.role) ? pairs : [];
}

function isOther(links: readonly Link[]): (link: Link) => boolean {
  const places = new Set(links.map(keyOf));
  return (link) => !places.has(keyOf(link));
}

/** The pipeline drops characters that nobody sees, and changes letter case in URLs; files have a rule for theirs. */
function keyOf({ target }: Link): string {
  return placeOf(target.replace(/[\u200B-\u200D\u2060\uFEFF]/g, "")).toLowerCase();
}

function isWrong({ document, workspace, path }: RuleContext, english: Link, link: Link): boolean {
  // Segments are compared with their own English half.
  if (findAt(document.segments, link.span.start, ({ span }) => span) !== undefined) return false;
  if (isTranslatedBookmark(english, link)) return false;
  const resolution = resolveLink(workspace, path, link.target);
  // A picture that the localized repository has is a localized one.
  if (link.isImage && resolution.kind === "found" && !resolution.isInSource) return false;
  return !repairsEnglish(workspace, path, english.target, link.target);
}

function otherTarget({ text }: Document, english: Link, { target, targetSpan, isImage }: Link): Finding {
  const written = english.form === "reference" ? english.target : textAt(text, english.targetSpan);
  return {
    span: targetSpan,
    message: `${isImage ? "Image" : "Link"} target ${quote(target)} differs from the English page, which has ${quote(english.target)}.`,
    fixes: [
      {
        title: `Use the English target ${quote(english.target)}`,
        edits: [{ span: targetSpan, newText: written }],
        isPreferred: true,
      },
    ],
  };
}
