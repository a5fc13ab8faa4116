import { alignDocuments, type Stretch } from "../../align/align-documents.ts";
import { CERTAIN } from "../../align/confidence.ts";
import { Attached } from "../../document/attached.ts";
import type { Document } from "../../document/document.ts";
import type { Segment } from "../../segments/segment.ts";
import { hasMarkAt, isMarked } from "../../sync/marks.ts";
import type { PageSources } from "../../source/page-sources.ts";
import { contains, findAt, type Span, textAt } from "../../text/span.ts";
import { withoutCommonMarkup } from "./common-markup.ts";
import type { Half } from "./half.ts";
import { type Comparison, PairList, type RawPair } from "./pair-list.ts";
import { beginRound, type Definitions, type Halves, type Match, type Round } from "./pair-memory.ts";
import { isSameText } from "./same-text.ts";
import { ANYTHING, INK, OF_SOURCE, PLAIN_SOURCE, type Traits, traitsOf, traitsOfPair } from "./traits.ts";

/** A translation and the English that it was made from. */
export interface ComparablePair extends Halves {
  /** Where the target stands in the page, from its first to its last character: UTF-16 offsets. */
  readonly span: Span;
  /** Page span of a span inside the target. */
  toPage(inner: Span): Span;
  /** Page spans of what stands in the page between two lines of the target, other than a line feed: `> `. */
  readonly seams: readonly Span[];
}

type Pairs = Pick<PairList<RawPair>, "select" | "all" | "pairAt">;

interface PagePairs {
  readonly different: Pairs;
  readonly identical: Pairs;
  readonly round: Round;
}

/** What of a rule's context tells its pairs. */
export interface PairContext {
  readonly document: Document;
  readonly sources: Pick<PageSources, "base">;
}

/** By the page and by its English; that of a side-by-side page is the page itself. */
const pairsOf = new Attached<Document, WeakMap<Document, PagePairs>>();

/**
 * The pairs of a page that comparing rules look at, in page order, that are not letter for letter the same: the
 * side-by-side segments outside code with both halves filled; of a clean page the sentences that surely render a
 * sentence of the English it was made from. Read once per page, however many rules ask.
 */
export function comparablePairs(context: PairContext): readonly ComparablePair[] {
  return readPairs(context)?.different.all() ?? [];
}

/**
 * The one of them whose translation stands at an offset of the page. `undefined`: there is none. For who asks about a
 * few places: to make all pairs of a page takes as long as to compare them.
 */
export function comparablePairAt(context: PairContext, offset: number): ComparablePair | undefined {
  return readPairs(context)?.different.pairAt(offset);
}

/** What is found in the pairs of a page that are not letter for letter the same; those left out that nothing is found in. */
export function findInPairs<T>(
  context: PairContext,
  comparison: Comparison<T>,
): readonly Match<ComparablePair, T>[] {
  const pairs = readPairs(context);
  return pairs === undefined ? [] : pairs.round.ask(pairs.different.select(comparison), comparison.find);
}

/** What is found in the pairs whose translation is the English, but for blanks around it. */
export function findInIdenticalPairs<T>(
  context: PairContext,
  comparison: Comparison<T>,
): readonly Match<ComparablePair, T>[] {
  const pairs = readPairs(context);
  return pairs === undefined ? [] : pairs.round.ask(pairs.identical.select(comparison), comparison.find);
}

/** `undefined`: there is no English to compare with. */
function readPairs({ document, sources }: PairContext): PagePairs | undefined {
  const english = document.form === "clean" ? sources.base?.document : document;
  if (english === undefined) return undefined;
  const known = pairsOf.of(document, () => new WeakMap<Document, PagePairs>());
  let pairs = known.get(english);
  if (pairs === undefined) known.set(english, (pairs = readAnew(document, english)));
  return pairs;
}

function readAnew(document: Document, english: Document): PagePairs {
  const isOwn = english === document;
  // Of a page without pairs, nobody asks.
  const inPage = isOwn && document.segments.length === 0 ? NO_DEFINITIONS : definitionsOf(document);
  const round = beginRound(document, { inPage, inEnglish: isOwn ? inPage : definitionsOf(english) });
  return isOwn ? writtenPairs(document, round) : alignedPairs(document, english, round);
}

/** Those with both halves filled. */
function readLists<R extends RawPair>(
  raws: readonly R[],
  round: Round,
  spanOf: (raw: R) => Span,
  make: (raw: R) => ComparablePair | undefined,
): PagePairs {
  const different = new PairList(make, spanOf);
  const identical = new PairList(make, spanOf);
  for (const raw of raws) {
    // Names, numbers and code, up to a fifth of all pairs. Who asks for these looks at the text, if it is not blank at all.
    if (raw.target === raw.source) {
      identical.add(raw, ANYTHING);
      continue;
    }
    const target = traitsOf(raw.target);
    const source = raw.hasPlainSource === true ? PLAIN_SOURCE : traitsOf(raw.source);
    if ((target & source & INK) === 0) continue;
    const traits = traitsOfPair(target, source);
    // Most have not even the same traits.
    if (((target ^ source) & OF_SOURCE) === 0 && isSameText(raw.target, raw.source))
      identical.add(raw, traits);
    else addDifferent(different, raw, traits, round);
  }
  return { different, identical, round };
}

function addDifferent<R extends RawPair>(
  list: PairList<R>,
  raw: R,
  traits: Traits,
  { isRemembered }: Round,
): void {
  const bare = isRemembered ? undefined : withoutCommonMarkup(raw, traits);
  if (bare === undefined) list.add(raw, traits);
  else list.add(raw, bare.traits, bare);
}

/** Definitions are not wrapped in segments: both halves use those of the page. */
function writtenPairs(document: Document, round: Round): PagePairs {
  const { text } = document;
  const spanOf = ({ targetSpan }: Segment): Span => targetSpan;
  return readLists(document.segments, round, spanOf, ({ target, source, targetSpan, span }) =>
    // What waits for a translator is no translation of this English yet.
    isInsideCode(document, span) || hasMarkAt(text, span.end)
      ? undefined
      : new WrittenPair(round.read(target, source), targetSpan),
  );
}

const NO_SEAMS: readonly Span[] = [];

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

interface AlignedPair extends RawPair {
  readonly stretch: Stretch;
}

function alignedPairs(document: Document, english: Document, round: Round): PagePairs {
  const { text } = document;
  const aligned: AlignedPair[] = [];
  for (const { target, source, confidence } of alignDocuments(document, english)) {
    if (target === undefined || source === undefined || confidence < CERTAIN) continue;
    if (!isMarked(text, target.span))
      aligned.push({ target: target.text, source: source.text, stretch: target });
  }
  const spanOf = ({ stretch }: AlignedPair): Span => stretch.span;
  return readLists(aligned, round, spanOf, ({ target, source, stretch }) => ({
    ...round.read(target, source),
    span: stretch.span,
    toPage: (inner) => stretch.toPage(inner),
    seams: seamsOf(text, stretch),
  }));
}

function seamsOf(page: string, stretch: Stretch): Span[] {
  const { text } = stretch;
  const seams: Span[] = [];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) {
    const seam = {
      start: stretch.toPage({ start: end, end: end + 1 }).start,
      end: stretch.toPage({ start: end + 1, end: end + 2 }).start,
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

const NO_DEFINITIONS: Definitions = new Map();

/** A copy, since what is remembered of pairs outlives the version of the page, and with it its list of definitions. */
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
