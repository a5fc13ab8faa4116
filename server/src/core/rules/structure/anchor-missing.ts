import type { Document } from "../../document/document.ts";
import { quote } from "../../text/quote.ts";
import { compareStructure } from "../../structure/compare-structure.ts";
import { hasAnchor, hasAnchorBelow, hasAnchorOfAuthor, nameOf } from "../../structure/heading-anchor.ts";
import type { Heading } from "../../markdown/structure.ts";
import { contains, findAt, type Span, textAt } from "../../text/span.ts";
import { findIn } from "../find-in.ts";
import { defineRule, type Finding, type Fix, type RuleContext } from "../rule.ts";

/** Links in all languages use the English name of a heading. */
export const anchorMissing = defineRule({
  id: "structure/anchor-missing",
  summary: "A translated heading has the name of the English one as its anchor.",
  severity: "error",
  comparesWithBase: true,
  check(context) {
    const { document } = context;
    const { headings } = document.structure;
    if (document.form === "source" || areWithoutAnchors(document)) return [];
    const english = englishHeadings(context);
    return findIn(headings, (heading) => {
      const source = english.get(heading);
      // Nobody links to a tab.
      if (hasAnchorOfAuthor(heading, source) || heading.tabId !== undefined) return undefined;
      const slug = nameOf(source) ?? heading.sourceSlug;
      // A heading that was left in English answers to its name without an anchor.
      if (slug === undefined || slug === "" || slug === heading.slug) return undefined;
      if (hasAnchor(heading, slug, source) || isDamaged(document, heading)) return undefined;
      if (hasAnchorBelow(document, heading, slug)) return undefined;
      return missingAnchor(document, heading, slug);
    });
  },
});

/** So many anchors are not lost on one page with none left. */
const MANY = 3;

/** An anchor that an author wrote in front of a name; the pipeline leaves no blank behind its own. */
const WITH_BLANK = /^<a [^<>]*><\/a>\s/;

/** Whether a page is of a kind that the pipeline gives no anchors: references of commands, `TOC.md`. */
function areWithoutAnchors({ text, structure: { headings } }: Document): boolean {
  let count = 0;
  for (const { anchorNames, contentSpan } of headings) {
    if (anchorNames.length === 0) count += 1;
    else if (!WITH_BLANK.test(textAt(text, contentSpan))) return false;
  }
  return count >= MANY;
}

const NO_HEADINGS: ReadonlyMap<Heading, Heading> = new Map();

function englishHeadings(context: RuleContext): ReadonlyMap<Heading, Heading> {
  const comparison = compareStructure(context);
  if (comparison === undefined) return NO_HEADINGS;
  const english = new Map<Heading, Heading>();
  for (const { source, target } of comparison.matched) {
    if (source.heading !== undefined && target.heading !== undefined)
      english.set(target.heading, source.heading);
  }
  return english;
}

/** Damaged markup in a heading takes the anchor along, and is a finding of its own. */
function isDamaged({ markupProblems }: Document, { span }: Heading): boolean {
  return markupProblems.some((problem) => span.start <= problem.span.start && problem.span.start <= span.end);
}

function missingAnchor(document: Document, heading: Heading, slug: string): Finding {
  const anchor = `<a name="${slug}"></a>`;
  const written = heading.anchorNames[0];
  const found = written === undefined ? "has no anchor" : `has the anchor ${quote(written)}`;
  return {
    span: heading.span,
    message: `The heading ${found}, expected ${quote(anchor)}, which links in all languages use.`,
    fixes: [fixFor(document, heading, slug, anchor)],
  };
}

/** Another anchor stays, because something may lead to it; quotation marks in a name are damage. */
function fixFor(document: Document, { contentSpan }: Heading, slug: string, anchor: string): Fix {
  const damaged = document.structure.anchors.find(
    ({ name, span }) => contains(contentSpan, span) && name.replace(/["']/g, "") === slug,
  );
  return damaged === undefined
    ? {
        title: `Insert \`${anchor}\``,
        edits: [{ span: placeFor(document, contentSpan), newText: anchor }],
        isPreferred: true,
      }
    : {
        title: `Change to \`${slug}\``,
        edits: [{ span: damaged.span, newText: slug }],
        isPreferred: true,
      };
}

/** In front of the content, side-by-side markup included. */
function placeFor({ segments }: Document, content: Span): Span {
  const segment = findAt(segments, content.start, (each) => each);
  const at = segment?.span.start ?? content.start;
  return { start: at, end: at };
}
