import { alignDocuments } from "../align/align-documents.ts";
import { Attached } from "../document/attached.ts";
import type { Document } from "../document/document.ts";
import { findSourceHash, isMadeFrom } from "../source/hash.ts";
import type { PageSources, SourcePage } from "../source/page-sources.ts";
import { contains, type Span } from "../text/span.ts";
import { compareSegments, type EnglishPlace, type NewEnglish, type Verdict } from "./compare-segments.ts";
import { findOtherChanges, type OtherChange } from "./other-changes.ts";

/** How a localized page stands to its English page. */
export type FreshnessState =
  /** The English page is the one that the page was made from. */
  | "current"
  /** The English file changed, but nothing of it that a reader gets. */
  | "metadata-only"
  /** What a reader gets from the English page changed. */
  | "outdated"
  /** There are English pages, but this one is not among them. */
  | "source-missing"
  /** There is no English to compare with. */
  | "unknown";

/** A sentence of a localized page, and what became of its English. */
export interface JudgedSegment {
  /** The English that it was made from: raw Markdown. */
  readonly source: string;
  /** The translation. `undefined`: there is none. */
  readonly target: string | undefined;
  /** Where the translation stands in the localized page: UTF-16 offsets. `undefined`: there is none. */
  readonly span: Span | undefined;
  /** How sure it is that the two belong together: 1 where the page says so itself, see `AlignedSegment` otherwise. */
  readonly confidence: number;
  readonly verdict: Verdict;
}

/** All that is known about whether a page is up to date. */
export interface Freshness {
  readonly state: FreshnessState;
  /** In page order. `undefined`: the English that the page was made from is not to be had, or none to compare it with. */
  readonly segments: readonly JudgedSegment[] | undefined;
  /** English without a segment, in the order of the English page. */
  readonly added: readonly NewEnglish[];
  /** What changed in the English page outside of segments. */
  readonly others: readonly OtherChange[];
}

interface Known {
  readonly current: Document;
  readonly base: Document | undefined;
  readonly freshness: Freshness;
}

const judged = new Attached<Document, Known>();

/** Judges a page once for the same English, however many rules and features ask. */
export function judgePage(document: Document, sources: PageSources): Freshness {
  const { current, base, lost } = sources;
  if (current === undefined) return lost === undefined ? UNKNOWN : SOURCE_MISSING;
  const known = judged.get(document);
  if (known?.current === current.document && known.base === base?.document) return known.freshness;
  const freshness = judge(document, current, base);
  judged.set(document, { current: current.document, base: base?.document, freshness });
  return freshness;
}

const NOTHING = { segments: undefined, added: [], others: [] };
const UNKNOWN: Freshness = { ...NOTHING, state: "unknown" };
const SOURCE_MISSING: Freshness = { ...NOTHING, state: "source-missing" };
const ANOTHER_FILE: Freshness = { ...NOTHING, state: "outdated" };

function judge(document: Document, current: SourcePage, base: SourcePage | undefined): Freshness {
  if (isCurrent(document, current, base)) {
    return new UpToDate(document, current);
  }
  if (base === undefined) {
    // Without its English, a page that was made from another file than this one is outdated for all that is known.
    return findSourceHash(document.frontMatter) === undefined ? UNKNOWN : ANOTHER_FILE;
  }
  return compare(document, base, current.document);
}

const CURRENT: Verdict = { state: "current", place: undefined };

/** A page whose English is as it was. Checks are done with it then; who shows its sentences asks for them. */
class UpToDate implements Freshness {
  readonly state = "current";
  readonly added: readonly never[] = [];
  readonly others: readonly never[] = [];
  readonly #document: Document;
  readonly #english: SourcePage;
  #segments: readonly JudgedSegment[] | undefined;

  constructor(document: Document, english: SourcePage) {
    this.#document = document;
    this.#english = english;
  }

  get segments(): readonly JudgedSegment[] {
    this.#segments ??= pairsOf(this.#document, this.#english).map((pair) => ({ ...pair, verdict: CURRENT }));
    return this.#segments;
  }
}

function isCurrent(document: Document, current: SourcePage, base: SourcePage | undefined): boolean {
  const hash = findSourceHash(document.frontMatter);
  if (hash !== undefined && isMadeFrom(current.document, hash)) return true;
  return base !== undefined && base.document.text === current.document.text;
}

function compare(document: Document, base: SourcePage, current: Document): Freshness {
  const pairs = pairsOf(document, base);
  const { verdicts, added } = compareSegments(
    pairs.map(({ source }) => source),
    current,
    unwrappedText(document),
  );
  const segments = pairs.map((pair, nth) => ({ ...pair, verdict: verdicts[nth] ?? CURRENT }));
  const touched = [...added.map(({ place }) => place), ...verdicts.map(changedPlace)];
  const others = findOtherChanges(base, current).filter(
    ({ span }) =>
      span === undefined || !touched.some((place) => place !== undefined && contains(place.span, span)),
  );
  const isSame =
    added.length === 0 && others.length === 0 && verdicts.every(({ state }) => state === "current");
  const hasHash = findSourceHash(document.frontMatter) !== undefined;
  const same =
    hasHash || base.origin === "git" || base.origin === "source-tree" ? "metadata-only" : "current";
  return { state: isSame ? same : "outdated", segments, added, others };
}

/** Where a segment's English is told to have changed; what is in there need not be told again. */
function changedPlace(verdict: Verdict): EnglishPlace | undefined {
  return verdict.state === "changed" || verdict.state === "moved" ? verdict.place : undefined;
}

type Pair = Omit<JudgedSegment, "verdict">;

/** The page's segments with the English they were made from, in the order of the English. */
function pairsOf(document: Document, base: SourcePage): Pair[] {
  if (document.form === "sxs") {
    return document.segments.map(({ source, target, targetSpan }) => ({
      source,
      target,
      span: targetSpan,
      confidence: 1,
    }));
  }
  const aligned = alignDocuments(document, base.document).flatMap(({ source, target, confidence }) =>
    source === undefined ? [] : [{ source, target, confidence }],
  );
  return aligned
    .sort((a, b) => a.source.span.start - b.source.span.start)
    .map(({ source, target, confidence }) => ({
      source: source.text,
      target: target?.text,
      span: target?.span,
      confidence,
    }));
}

/** What the pipeline left unwrapped in a side-by-side page, by the segment that follows. */
function unwrappedText({ form, text, frontMatter, segments }: Document): (nth: number) => string {
  if (form !== "sxs") return () => "";
  return (nth) => {
    const start = nth === 0 ? (frontMatter?.span.end ?? 0) : (segments[nth - 1]?.span.end ?? text.length);
    return text.slice(start, segments[nth]?.span.start ?? text.length);
  };
}
