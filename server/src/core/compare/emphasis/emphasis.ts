import { type Span, textAt } from "../../text/span.ts";
import { findLoneBrackets } from "../wording/brackets.ts";
import { findEscapedAsterisks, findMarkers, type Marker } from "./emphasis-markers.ts";
import { withoutEnumerators } from "../wording/enumerators.ts";
import type { Half } from "../pairs/half.ts";
import { isReadable, LONGEST_SENTENCE } from "./is-readable.ts";
import type { Comparison } from "../pairs/pair-list.ts";
import { hasLoneStraightMark } from "../wording/quotation-marks.ts";
import { readRenderedEmphasis } from "./rendered-emphasis.ts";
import { findShownMarkers } from "./shown-markers.ts";
import { hasPlainUnderscores, isPlainlyEscaped, isPlainlyPaired } from "./plain-emphasis.ts";
import {
  ANGLE,
  ASTERISK,
  BACKSLASH,
  BACKTICK,
  inEither,
  inSource,
  inTarget,
  LINK_END,
  UNDERSCORE,
  URL,
} from "../pairs/traits.ts";

/** The emphasis of one half, as it renders. Spans are UTF-16 offsets into the half. */
export interface Emphasis {
  /** Bold and italic runs, markers included, in text order of their starts. */
  readonly runs: readonly Run[];
  /** Unescaped `*` that the reader sees. */
  readonly literals: readonly Span[];
}

/** A bold or italic stretch. */
export interface Run {
  readonly span: Span;
  /** What stands between the markers. */
  readonly contentSpan: Span;
}

/** What is wrong with the emphasis of a translation whose English is sound. */
export interface EmphasisDefects {
  readonly emphasis: Emphasis;
  /** Of the English. */
  readonly english: Emphasis;
  /** Runs of `\*`, when the English has fewer of them. */
  readonly escaped: readonly Span[];
  /** Runs that hold half a pair of brackets or quotation marks. */
  readonly crossing: readonly Run[];
  /** Bold inside bold: markers that found the wrong partner. */
  readonly nested: readonly Run[];
  /** Markers that do nothing: `_` between letters, full-width `＊`. */
  readonly shown: readonly Span[];
}

const NOTHING: Emphasis = { runs: [], literals: [] };

/** What may hold markers that are no emphasis. */
const NO_PROSE = BACKTICK | ANGLE | LINK_END | URL;
const UNDERSCORES = inEither(UNDERSCORE);

/** What `findEmphasisDefects` finds, and where that can be. */
export const emphasisDefects: Comparison<EmphasisDefects> = {
  needs: inTarget(ASTERISK | UNDERSCORE),
  mayFind: (target, source, traits) => {
    const isProse = (traits & inTarget(NO_PROSE)) === 0;
    // An underscore is a defect only where the English has one, too.
    const mayBeShown = (traits & UNDERSCORES) === UNDERSCORES && target.includes("_") && source.includes("_");
    if (mayBeShown && !(isProse && hasPlainUnderscores(target))) return true;
    if ((traits & inTarget(ASTERISK)) === 0) return false;
    if (!isProse) return true;
    if ((traits & inTarget(BACKSLASH)) === 0) return !isPlainlyPaired(target);
    return (traits & inSource(NO_PROSE)) !== 0 || !isPlainlyEscaped(target, source);
  },
  find: findEmphasisDefects,
};

/**
 * Compares the emphasis of two halves. `undefined`: nothing is wrong, or the English has the same kind of trouble.
 * Bold that the translation leaves out is no defect: Chinese style puts quotation marks in its place.
 */
export function findEmphasisDefects(target: Half, source: Half): EmphasisDefects | undefined {
  const shown = findShownMarkers(target, source);
  if (shown.length === 0 && !target.text.includes("*")) return undefined;
  const emphasis = withoutMeant(readEmphasis(target), target, source);
  const crossing = findCrossing(target, emphasis.runs);
  const escaped = findStray(target, source);
  const nested = findNestedBold(emphasis.runs);
  const count = crossing.length + escaped.length + nested.length + emphasis.literals.length + shown.length;
  const english = count === 0 ? undefined : readSound(source);
  return english && { emphasis, english, escaped, crossing, nested, shown };
}

/** Whether a translation with this emphasis is as sound as its English, which is. */
export function isSoundIn(target: Half, source: Half, emphasis: Emphasis): boolean {
  if (findShownMarkers(target, source).length > 0) return false;
  if (!target.text.includes("*")) return true;
  if (withoutMeant(emphasis, target, source).literals.length > 0) return false;
  if (findStray(target, source).length > 0 || findNestedBold(emphasis.runs).length > 0) return false;
  return findCrossing(target, emphasis.runs).length === 0;
}

/**
 * Reads the emphasis of a half that is written with `*`. Where every marker is followed by one that closes it, as in
 * nearly all sentences, a look at each marker is enough.
 */
export function readEmphasis(half: Half): Emphasis {
  return tryToRead(half) ?? NOTHING;
}

/** `undefined`: too costly to tell. */
function tryToRead(half: Half): Emphasis | undefined {
  if (!half.text.includes("*")) return NOTHING;
  if (half.text.length > LONGEST_SENTENCE) return undefined;
  const markers = findMarkers(half);
  if (markers.length === 0) return NOTHING;
  return pairUp(markers) ?? (isReadable(half.text) ? readRuns(half) : undefined);
}

/** The reader sees the asterisks that the English escapes, whether or not the translation does. */
function withoutMeant(emphasis: Emphasis, target: Half, source: Half): Emphasis {
  if (emphasis.literals.length === 0) return emphasis;
  const count = emphasis.literals.reduce((sum, { start, end }) => sum + (end - start), countEscaped(target));
  return count <= countEscaped(source) ? { ...emphasis, literals: [] } : emphasis;
}

/** Escaped asterisks, when the English has fewer of them. */
function findStray(target: Half, source: Half): readonly Span[] {
  const escaped = findEscapedAsterisks(target);
  return escaped.length > 0 && countAsterisks(escaped) > countEscaped(source) ? escaped : [];
}

function countEscaped(half: Half): number {
  return countAsterisks(findEscapedAsterisks(half));
}

function countAsterisks(escaped: readonly Span[]): number {
  return escaped.reduce((sum, { start, end }) => sum + (end - start) / 2, 0);
}

/** `undefined`: it is not sound. */
function readSound(half: Half): Emphasis | undefined {
  const emphasis = tryToRead(half);
  if (emphasis === undefined) return undefined;
  const { runs, literals } = emphasis;
  const isBroken = literals.length > 0 || findNestedBold(runs).length > 0;
  return isBroken || findCrossing(half, runs).length > 0 ? undefined : emphasis;
}

function findNestedBold(runs: readonly Run[]): Run[] {
  let reach = 0;
  return runs.filter(({ span, contentSpan }) => {
    if (contentSpan.start - span.start !== 2) return false;
    const isNested = span.start < reach;
    reach = Math.max(reach, span.end);
    return isNested;
  });
}

/** Runs that hold half a pair of brackets or quotation marks: `[Role **] is**`. */
function findCrossing({ prose, text }: Half, runs: readonly Run[]): Run[] {
  const crossing = runs.filter(({ contentSpan }) =>
    hasLoneMark(textAt(prose, contentSpan), textAt(text, contentSpan)),
  );
  if (crossing.length === 0) return [];
  const counted = withoutEnumerators(prose);
  return crossing.filter(({ contentSpan }) =>
    hasLoneMark(textAt(counted, contentSpan), textAt(text, contentSpan)),
  );
}

function hasLoneMark(content: string, written: string): boolean {
  return hasLoneStraightMark(content) || findLoneBrackets(content, { quotesOf: written }).length > 0;
}

/** `undefined`: not plainly one pair after another. */
function pairUp(markers: readonly Marker[]): Emphasis | undefined {
  if (markers.length % 2 === 1) return undefined;
  const runs: Run[] = [];
  for (let nth = 0; nth < markers.length; nth += 2) {
    const opening = markers[nth] as Marker;
    const closing = markers[nth + 1] as Marker;
    const length = opening.end - opening.start;
    if (length > 3 || length !== closing.end - closing.start) return undefined;
    // Links bind more tightly than emphasis.
    if (!opening.opens || !closing.closes || opening.link !== closing.link) return undefined;
    const span = { start: opening.start, end: closing.end };
    runs.push({ span, contentSpan: { start: opening.end, end: closing.start } });
  }
  return { runs, literals: [] };
}

function readRuns(half: Half): Emphasis {
  const { strong, emphasis, literalAsterisks } = readRenderedEmphasis(half);
  const runs = [...strong.map((span) => toRun(span, 2)), ...emphasis.map((span) => toRun(span, 1))];
  return { runs: runs.sort((a, b) => a.span.start - b.span.start), literals: literalAsterisks };
}

function toRun(span: Span, markerLength: number): Run {
  return { span, contentSpan: { start: span.start + markerLength, end: span.end - markerLength } };
}
