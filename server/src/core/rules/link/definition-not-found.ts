import { Attached } from "../../document/attached.ts";
import type { Document } from "../../document/document.ts";
import { MOST_SEARCHED } from "../../links/link-fixes.ts";
import { findNearestNames, type NearName } from "../../links/nearest-names.ts";
import { quote } from "../../text/quote.ts";
import { scanInline } from "../../markdown/scan-inline.ts";
import type { UndefinedReference } from "../../markdown/structure.ts";
import { normalizeLabel, unescapeMarkdown } from "../../markdown/unescape.ts";
import type { Segment } from "../../segments/segment.ts";
import { findAt, textAt } from "../../text/span.ts";
import { findIn } from "../find-in.ts";
import { defineRule, type Fix, type RuleContext } from "../rule.ts";

/** A label that was translated no longer finds its definition, and the reader sees brackets. */
export const definitionNotFound = defineRule({
  id: "link/definition-not-found",
  summary: "A reference link has a definition.",
  severity: "warning",
  check(context) {
    const { undefinedReferences } = context.document.structure;
    if (undefinedReferences.length === 0) return [];
    const labels = labelsOf(context.document);
    const names = new Set(labels.values());
    let count = 0;
    return findIn(undefinedReferences, (reference) => {
      if (labels.has(foldLabel(reference.label))) return undefined;
      const nearest = ++count <= MOST_SEARCHED ? findNearestNames(reference.label, names) : [];
      const fixes = fixesOf(context, reference, labels, nearest);
      return {
        span: reference.span,
        message: `The page defines no link ${quote(`[${reference.label}]`)}, so that readers see the brackets.`,
        ...(fixes.length > 0 && { fixes }),
      };
    });
  },
});

/**
 * Labels of a page as they are written, by how the site matches them: it undoes escapes, which CommonMark does not.
 * The side-by-side form escapes asterisks (`[Form\*][]`) that the definition has bare.
 */
function labelsOf({ structure, text }: Document): Map<string, string> {
  return new Map(
    Array.from(structure.definitions, ({ label, labelSpan }) => [foldLabel(label), textAt(text, labelSpan)]),
  );
}

function foldLabel(label: string): string {
  return normalizeLabel(unescapeMarkdown(label));
}

function fixesOf(
  { document }: RuleContext,
  reference: UndefinedReference,
  labels: ReadonlyMap<string, string>,
  nearest: readonly NearName[],
): Fix[] {
  const english = englishLabels(document, reference).flatMap((label) => labels.get(foldLabel(label)) ?? []);
  const fixes = english.map((label) => toLabel(reference, label, english.length === 1));
  for (const { name, isClear } of nearest) {
    if (english.some((label) => foldLabel(label) === foldLabel(name))) continue;
    fixes.push(toLabel(reference, name, isClear && fixes.length === 0));
  }
  return fixes;
}

/** Found once for a sentence, which may hold thousands of references. */
const knownLabels = new Attached<Segment, readonly string[]>();

/** Labels that the English half of the segment uses and the translation does not. */
function englishLabels({ segments }: Document, { span }: UndefinedReference): readonly string[] {
  const segment = findAt(segments, span.start, (each) => each);
  if (segment === undefined) return [];
  const known = knownLabels.get(segment);
  if (known !== undefined) return known;
  const used = labelsIn(segment.target);
  const labels = [...labelsIn(segment.source)].filter((label) => !used.has(label));
  knownLabels.set(segment, labels);
  return labels;
}

function labelsIn(markdown: string): Set<string> {
  return new Set(scanInline(markdown).links.flatMap(({ label }) => label ?? []));
}

function toLabel({ textSpan, span }: UndefinedReference, label: string, isPreferred: boolean): Fix {
  // `[text][]` and `[text][label]` both become `[text][label]`.
  return {
    title: `Use the definition \`[${label}]\``,
    edits: [{ span: { start: textSpan.end, end: span.end }, newText: `][${label}]` }],
    isPreferred,
  };
}
