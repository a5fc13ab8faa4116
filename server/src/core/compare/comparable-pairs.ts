import type { Document } from "../document/document.ts";
import { contains, findAt, type Span } from "../text/span.ts";
import { type FindDefinition, Half } from "./half.ts";

/** A translation and the English that it was made from. */
export interface ComparablePair {
  readonly target: Half;
  readonly source: Half;
  /** Where the target stands in the page: UTF-16 offsets. */
  readonly span: Span;
}

interface Pairs {
  readonly different: readonly ComparablePair[];
  readonly identical: readonly ComparablePair[];
}

const pairsOf = new WeakMap<Document, Pairs>();

/**
 * The pairs of a page that comparing rules look at, in page order: side-by-side segments outside code, both
 * halves filled, that are not letter for letter the same. Read once per page, however many rules ask.
 */
export function comparablePairs(document: Document): readonly ComparablePair[] {
  return readPairs(document).different;
}

/** The pairs whose translation is the English, but for blanks around it. */
export function identicalPairs(document: Document): readonly ComparablePair[] {
  return readPairs(document).identical;
}

function readPairs(document: Document): Pairs {
  const known = pairsOf.get(document);
  if (known !== undefined) return known;

  const findDefinition = definitionsOf(document);
  const different: ComparablePair[] = [];
  const identical: ComparablePair[] = [];
  for (const { target, source, span, targetSpan } of document.segments) {
    const trimmed = target.trim();
    if (trimmed === "" || source.trim() === "" || isInsideCode(document, span)) continue;
    const pair = {
      target: new Half(target, findDefinition),
      source: new Half(source, findDefinition),
      span: targetSpan,
    };
    (trimmed === source.trim() ? identical : different).push(pair);
  }
  const pairs = { different, identical };
  pairsOf.set(document, pairs);
  return pairs;
}

/** Markup inside code is shown as it stands, and is a finding of its own. */
function isInsideCode({ structure }: Document, span: Span): boolean {
  if (findAt(structure.codeBlocks, span.start, (block) => block.span) !== undefined) return true;
  const code = findAt(structure.codeSpans, span.start, (codeSpan) => codeSpan.span);
  return code !== undefined && contains(code.span, span);
}

/** Definitions are not wrapped in segments: both halves use those of the page. */
function definitionsOf({ structure }: Document): FindDefinition {
  const definitions = new Map<string, string>();
  for (const { label, target } of structure.definitions) {
    if (!definitions.has(label)) definitions.set(label, target);
  }
  return (label) => definitions.get(label);
}

/** Page span of a span inside the target. */
export function toPageSpan({ span }: ComparablePair, inner: Span): Span {
  return { start: span.start + inner.start, end: span.start + inner.end };
}
