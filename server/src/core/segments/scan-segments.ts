import { CleanText } from "../document/clean-text.ts";
import { findLostQuotes, reportLostQuotes } from "./lost-quotes.ts";
import type { PageMarkup } from "./found-problem.ts";
import { reportDamage, reportPairing, reportStrayEnds } from "./markup-problems.ts";
import { readHalves } from "./halves.ts";
import { type Pair, type Pairing, pairHalves } from "./pair-halves.ts";
import { type PlainPairs, PlainSegment, readPlainPairs } from "./plain-segments.ts";
import type { MarkupProblem, Segment } from "./segment.ts";
import type { TagList } from "./tag-list.ts";
import { readTags } from "./tags.ts";

/** The side-by-side markup of a page. */
export interface ScannedSegments {
  /** In page order, not overlapping. */
  readonly segments: readonly Segment[];
  /** In page order. */
  readonly problems: readonly MarkupProblem[];
  /** What a reader gets: the body with each pair replaced by its target. */
  readonly clean: CleanText;
}

const NO_PROBLEMS: readonly MarkupProblem[] = [];

/**
 * Finds the side-by-side pairs of a page's body, and the markup that makes no pair. The front matter, up to
 * `bodyStart`, is not looked at. Damage costs its own segment at most. Total: any text gives a result. Linear in the
 * text's length, whatever it holds.
 */
export function scanSegments(text: string, bodyStart: number): ScannedSegments {
  const plain = readPlainPairs(text, bodyStart);
  if (plain.isAll) return { segments: plain.segments, clean: plain.clean, problems: NO_PROBLEMS };

  return readDamaged(text, bodyStart, plain);
}

/**
 * Finds the same with the reader that tolerates damage. What is `plain` it takes as it is, as far as nothing around it
 * leaves doubt; with none it reads everything by itself, to the same result.
 */
export function readDamaged(text: string, bodyStart: number, plain: PlainPairs): ScannedSegments {
  const quotes = findLostQuotes(text, bodyStart);
  const tags = readTags(text, bodyStart, plain.segments);
  const pairings = pairHalves(text, tags, readHalves(text, tags));
  const pairs = pairings.filter(isPair).sort((a, b) => a.opener.start - b.opener.start);
  const repaired = pairs.map((pair) => toSegment(text, tags, pair));
  const kept = keptPairs(tags);
  const isPlain = repaired.length === 0 && kept.length === plain.segments.length;
  const segments = isPlain ? kept : inOrder(kept, repaired);

  const problems = findProblems({ text, tags, quotes }, pairings, pairs);
  return {
    segments,
    clean: isPlain ? plain.clean : CleanText.of(text, bodyStart, segments),
    problems,
  };
}

/** In page order. */
function findProblems(
  markup: PageMarkup,
  pairings: readonly Pairing[],
  pairs: readonly Pair[],
): MarkupProblem[] {
  const problems = pairs.filter(isDamaged).map((pair) => reportDamage(markup, pair));
  for (const pairing of pairings) {
    const problem = reportPairing(markup, pairing);
    if (problem !== undefined) problems.push(problem);
  }
  const all = problems.concat(reportStrayEnds(markup, pairings));
  return all.concat(reportLostQuotes(markup, all)).sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The pairs without damage that were not taken apart. */
function keptPairs(tags: TagList): PlainSegment[] {
  const kept: PlainSegment[] = [];
  for (let nth = 0; nth < tags.length; nth += 1) {
    if (tags.kind(nth) === "pairs") for (const segment of tags.pairsOf(nth)) kept.push(segment);
  }
  return kept;
}

/** All segments in page order, of two lists that are so. */
function inOrder(plain: readonly PlainSegment[], others: readonly Segment[]): Segment[] {
  const all: Segment[] = [];
  let nth = 0;
  for (const segment of others) {
    const { start } = segment.span;
    for (; nth < plain.length && (plain[nth] as PlainSegment).start < start; nth += 1) {
      all.push(plain[nth] as PlainSegment);
    }
    all.push(segment);
  }
  return all.concat(plain.slice(nth));
}

function isPair(pairing: Pairing): pairing is Pair {
  return pairing.kind === "pair";
}

function isDamaged({ opener, seam, close, looseEnd }: Pair): boolean {
  return !opener.isExact || !seam.isExact || !close.isExact || looseEnd !== undefined;
}

function toSegment(text: string, tags: TagList, pair: Pair): Segment {
  const { opener, seam, close } = pair;
  const target = text.slice(opener.end, seam.start);
  const source = text.slice(seam.end, close.start);
  if (!isDamaged(pair) && opener.id === seam.id)
    return new PlainSegment(opener.start, opener.id, target, source, false);
  return {
    id: opener.id,
    idSpan: tags.idSpan(opener.tag),
    sourceId: seam.id,
    sourceIdSpan: tags.idSpan(seam.tag),
    start: opener.start,
    end: close.end,
    span: { start: opener.start, end: close.end },
    targetSpan: { start: opener.end, end: seam.start },
    target,
    sourceSpan: { start: seam.end, end: close.start },
    source,
    isDamaged: isDamaged(pair),
  };
}
