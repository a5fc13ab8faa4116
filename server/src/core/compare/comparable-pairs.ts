import { alignDocuments, type Stretch } from "../align/align-documents.ts";
import { CERTAIN } from "../align/confidence.ts";
import { Attached } from "../document/attached.ts";
import type { Document } from "../document/document.ts";
import { hasMarkAt, isMarked } from "../sync/marks.ts";
import type { PageSources } from "../source/page-sources.ts";
import { contains, findAt, type Span, textAt } from "../text/span.ts";
import type { Half } from "./half.ts";
import { beginRound, type Definitions, type Find, type Halves, type Round } from "./pair-memory.ts";

/** A translation and the English that it was made from. */
export interface ComparablePair extends Halves {
  /** Where the target stands in the page, from its first to its last character: UTF-16 offsets. */
  readonly span: Span;
  /** Page span of a span inside the target. */
  toPage(inner: Span): Span;
  /** Page spans of what stands in the page between two lines of the target, other than a line feed: `> `. */
  readonly seams: readonly Span[];
}

interface Pairs {
  readonly different: readonly ComparablePair[];
  readonly identical: readonly ComparablePair[];
  readonly round: Round;
}

/** What of a rule's context tells its pairs. */
export interface PairContext {
  readonly document: Document;
  readonly sources: Pick<PageSources, "base">;
}

/** By the page and by its English; that of a side-by-side page is the page itself. */
const pairsOf = new Attached<Document, WeakMap<Document, Pairs>>();

/**
 * The pairs of a page that comparing rules look at, in page order, that are not letter for letter the same: the
 * side-by-side segments outside code with both halves filled; of a clean page the sentences that surely render a
 * sentence of the English it was made from. Read once per page, however many rules ask.
 */
export function comparablePairs(context: PairContext): readonly ComparablePair[] {
  return readPairs(context)?.different ?? [];
}

/** The pairs whose translation is the English, but for blanks around it. */
export function identicalPairs(context: PairContext): readonly ComparablePair[] {
  return readPairs(context)?.identical ?? [];
}

/** What `find` says of the pairs of a page that are not letter for letter the same; those left out of which it says nothing. */
export function findInPairs<T>(
  context: PairContext,
  find: Find<T>,
): Iterable<readonly [pair: ComparablePair, found: T]> {
  const pairs = readPairs(context);
  return pairs === undefined ? [] : pairs.round.ask(pairs.different, find);
}

/** `undefined`: there is no English to compare with. */
function readPairs({ document, sources }: PairContext): Pairs | undefined {
  const english = document.form === "clean" ? sources.base?.document : document;
  if (english === undefined) return undefined;
  const known = pairsOf.get(document) ?? new WeakMap<Document, Pairs>();
  pairsOf.set(document, known);
  const pairs = known.get(english) ?? readAnew(document, english);
  known.set(english, pairs);
  return pairs;
}

function readAnew(document: Document, english: Document): Pairs {
  const inPage = definitionsOf(document);
  const isOwn = english === document;
  const round = beginRound(document, { inPage, inEnglish: isOwn ? inPage : definitionsOf(english) });
  const pairs = isOwn ? writtenPairs(document, round) : alignedPairs(document, english, round);
  const different: ComparablePair[] = [];
  const identical: ComparablePair[] = [];
  for (const pair of pairs) {
    (pair.source.text.trim() === pair.target.text.trim() ? identical : different).push(pair);
  }
  return { different, identical, round };
}

const NO_SEAMS: readonly Span[] = [];
const INK = /\S/;

/** Definitions are not wrapped in segments: both halves use those of the page. */
function writtenPairs(document: Document, round: Round): ComparablePair[] {
  return document.segments
    .filter(
      ({ target, source, span }) =>
        INK.test(target) &&
        INK.test(source) &&
        !isInsideCode(document, span) &&
        // What waits for a translator is no translation of this English yet.
        !hasMarkAt(document.text, span.end),
    )
    .map(({ target, source, targetSpan }) => new WrittenPair(round.read(target, source), targetSpan));
}

/** Of a side-by-side page, which has thousands. */
class WrittenPair implements ComparablePair {
  readonly target: Half;
  readonly source: Half;
  readonly since: number;
  readonly span: Span;
  readonly seams = NO_SEAMS;

  constructor({ target, source, since }: Halves, span: Span) {
    this.target = target;
    this.source = source;
    this.since = since;
    this.span = span;
  }

  toPage(inner: Span): Span {
    const { start } = this.span;
    return { start: start + inner.start, end: start + inner.end };
  }
}

function alignedPairs(document: Document, english: Document, round: Round): ComparablePair[] {
  return alignDocuments(document, english).flatMap(({ target, source, confidence }) => {
    if (target === undefined || source === undefined || confidence < CERTAIN) return [];
    if (isMarked(document.text, target.span)) return [];
    return [
      {
        ...round.read(target.text, source.text),
        span: target.span,
        toPage: target.toPage,
        seams: seamsOf(document.text, target),
      },
    ];
  });
}

function seamsOf(page: string, { text, toPage }: Stretch): Span[] {
  const seams: Span[] = [];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) {
    const seam = {
      start: toPage({ start: end, end: end + 1 }).start,
      end: toPage({ start: end + 1, end: end + 2 }).start,
    };
    if (textAt(page, seam) !== "\n") seams.push(seam);
  }
  return seams;
}

/** Markup inside code is shown as it stands, and is a finding of its own. */
function isInsideCode({ structure }: Document, span: Span): boolean {
  if (findAt(structure.codeBlocks, span.start, (block) => block.span) !== undefined) return true;
  const code = findAt(structure.codeSpans, span.start, (codeSpan) => codeSpan.span);
  return code !== undefined && contains(code.span, span);
}

function definitionsOf({ structure }: Document): Definitions {
  const definitions = new Map<string, string>();
  for (const { label, target } of structure.definitions) {
    if (!definitions.has(label)) definitions.set(label, target);
  }
  return definitions;
}

/** Page span of a span inside the target. */
export function toPageSpan(pair: ComparablePair, inner: Span): Span {
  return pair.toPage(inner);
}
