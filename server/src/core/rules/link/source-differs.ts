import { comparablePairs } from "../../compare/pairs/comparable-pairs.ts";
import { isTranslatedBookmark } from "../../compare/markup/link-difference.ts";
import type { Document } from "../../document/document.ts";
import { changedLinks } from "../../links/changed-links.ts";
import { parseTarget } from "../../links/parse-target.ts";
import { quote } from "../../text/quote.ts";
import { hasBookmark, repairsEnglish } from "../../links/repairs-english.ts";
import { type FoundFile, type Resolution, resolveLink } from "../../links/resolve-link.ts";
import type { Link } from "../../markdown/structure.ts";
import { whereCompared, type StructureComparison } from "../../structure/compare-structure.ts";
import { findAt, textAt } from "../../text/span.ts";
import { defineRule, type Finding, type RuleContext } from "../rule.ts";

/** Links that are all there is of a line stand outside of segments, and so do images and definitions. */
export const sourceDiffers = defineRule({
  id: "link/source-differs",
  summary: "A link leads to where the same link of the English page leads.",
  severity: "error",
  comparesWithBase: true,
  check: whereCompared(findWrong),
});

function* findWrong(context: RuleContext, { source, matched }: StructureComparison): Iterable<Finding> {
  const seen = new Set<number>();
  for (const pair of matched) {
    for (const [english, link] of changedLinks(pair)) {
      // Several links may use one definition.
      if (seen.has(link.targetSpan.start) || !isWrong(context, english, link)) continue;
      seen.add(link.targetSpan.start);
      yield otherTarget(source.document, english, link);
    }
  }
}

function isWrong(context: RuleContext, english: Link, link: Link): boolean {
  const { document, workspace, path } = context;
  // Segments are compared with their own English half, and so are the sentences of a clean page.
  if (findAt(document.segments, link.span.start, (each) => each) !== undefined) return false;
  if (findAt(comparablePairs(context), link.span.start, ({ span }) => span) !== undefined) return false;
  if (isTranslatedBookmark(english, link)) return false;
  const resolution = resolveLink(workspace, path, link.target);
  // Links that lead nowhere have rules of their own, which propose the English target too.
  if (resolution.kind === "missing" || resolution.kind === "redirected") return false;
  if (resolution.kind === "found") {
    if (!hasBookmark(resolution, link.target)) return false;
    // A picture that the localized repository has is a localized one.
    if (link.isImage && !resolution.isInSource) return false;
    if (leadsTo(resolution, link.target, resolveLink(workspace, path, english.target), english.target))
      return false;
  }
  return !repairsEnglish(workspace, path, english.target, link.target);
}

/** Whether two targets are two ways to write the same. */
function leadsTo(found: FoundFile, target: string, english: Resolution, englishTarget: string): boolean {
  const bookmarkOf = (written: string): string | undefined => parseTarget(written).bookmark?.toLowerCase();
  return (
    english.kind === "found" &&
    english.path === found.path &&
    bookmarkOf(target) === bookmarkOf(englishTarget)
  );
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
