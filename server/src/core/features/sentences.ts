import { alignDocuments } from "../align/align-documents.ts";
import type { Document } from "../document/document.ts";
import { compareSegments, type Verdict } from "../freshness/compare-segments.ts";
import { judgePage } from "../freshness/judge-page.ts";
import { isEnglish, type PageSources, type SourcePage } from "../source/page-sources.ts";
import { findAt, type Span } from "../text/span.ts";
import { segmentAt } from "./segment-at.ts";

/** A translated sentence and its English. */
export interface Sentence {
  /** The translation in the localized page, without markup: UTF-16 offsets. */
  readonly span: Span;
  /** Raw Markdown of the translation. */
  readonly target: string;
  /** The English that it was made from, as far as is known: raw Markdown. */
  readonly english: string;
  /** The page that `english` was taken from. `undefined`: the localized page itself. */
  readonly from: SourcePage | undefined;
  /** Where `english` stands in that page; in the localized page where that is `undefined`. */
  readonly englishSpan: Span;
  /** Where its English is in the English page as it is now. `undefined`: nowhere, or there is no such page. */
  readonly place: Span | undefined;
  /** What became of `english`. `undefined`: nobody can tell. */
  readonly verdict: Verdict | undefined;
  /** 1 where the page says itself what belongs together; see `AlignedSegment` otherwise. */
  readonly confidence: number;
}

interface Known {
  readonly current: Document | undefined;
  readonly base: Document | undefined;
  readonly sentences: readonly Sentence[];
}

const known = new WeakMap<Document, Known>();

/**
 * The translated sentences of a localized page, in page order: its segments, or what lining it up with its English page
 * gives. Worked out once for the same English, however many ask. None for a page in English.
 */
export function sentencesOf(document: Document, sources: PageSources): readonly Sentence[] {
  const current = sources.current?.document;
  const base = sources.base?.document;
  const before = known.get(document);
  if (before !== undefined && before.current === current && before.base === base) return before.sentences;
  const sentences = findSentences(document, sources);
  known.set(document, { current, base, sentences });
  return sentences;
}

/** The sentence that an offset of a localized page lies in, its English half included. */
export function sentenceAt(document: Document, sources: PageSources, offset: number): Sentence | undefined {
  const sentences = sentencesOf(document, sources);
  const segment = segmentAt(document, offset);
  if (segment !== undefined) return sentences.find(({ span }) => span.start === segment.targetSpan.start);
  const spanOf = ({ span }: Sentence): Span => span;
  return findAt(sentences, offset, spanOf) ?? findAt(sentences, offset - 1, spanOf);
}

/** The sentences of a localized page whose English lies at an offset of the English page as it is now. */
export function sentencesFor(document: Document, sources: PageSources, offset: number): readonly Sentence[] {
  return sentencesOf(document, sources).filter(
    ({ place }) => place !== undefined && place.start <= offset && offset <= place.end,
  );
}

function findSentences(document: Document, sources: PageSources): readonly Sentence[] {
  switch (document.form) {
    case "sxs":
      return ofSegments(document, sources);
    case "clean":
      return ofAlignment(document, sources);
    case "source":
      return isEnglish(document, sources) ? [] : ofAlignment(document, sources);
  }
}

function ofSegments(document: Document, sources: PageSources): Sentence[] {
  const judged = judgePage(document, sources);
  const english = document.segments.map(({ source }) => source);
  // Of a page that is up to date, nobody has looked yet where its English stands.
  const places =
    judged.state === "current" && sources.current !== undefined
      ? compareSegments(english, sources.current.document).verdicts
      : judged.segments?.map(({ verdict }) => verdict);
  return document.segments.map(({ target, targetSpan, source, sourceSpan }, nth) => ({
    span: targetSpan,
    target,
    english: source,
    from: undefined,
    englishSpan: sourceSpan,
    place: placeOf(places?.[nth]),
    verdict: judged.segments?.[nth]?.verdict,
    confidence: 1,
  }));
}

function ofAlignment(document: Document, sources: PageSources): Sentence[] {
  // Where nobody has the English that the page was made from, that of today is near enough to be shown.
  const from = sources.base ?? sources.current;
  if (from === undefined) return [];
  const judged = judgePage(document, sources).segments;
  const verdicts = new Map(judged?.map(({ span, verdict }) => [span?.start, verdict]));
  const isCurrent = from.document.text === sources.current?.document.text;
  const sentences = alignDocuments(document, from.document).flatMap(
    ({ source, target, confidence }): Sentence[] => {
      if (source === undefined || target === undefined) return [];
      const verdict = verdicts.get(target.span.start);
      return [
        {
          span: target.span,
          target: target.text,
          english: source.text,
          from,
          englishSpan: source.span,
          place: isCurrent ? source.span : placeOf(verdict),
          verdict,
          confidence,
        },
      ];
    },
  );
  return sentences.sort((a, b) => a.span.start - b.span.start);
}

function placeOf(verdict: Verdict | undefined): Span | undefined {
  return verdict === undefined || verdict.state === "removed" ? undefined : verdict.place?.span;
}

/** The last sentence that starts at an offset or before it, `startOf` saying where; those without a place are left out. */
export function lastSentenceBefore(
  sentences: readonly Sentence[],
  offset: number,
  startOf: (sentence: Sentence) => number | undefined,
): Sentence | undefined {
  let last: { readonly sentence: Sentence; readonly start: number } | undefined;
  for (const sentence of sentences) {
    const start = startOf(sentence);
    if (start === undefined || start > offset) continue;
    if (last === undefined || start >= last.start) last = { sentence, start };
  }
  return last?.sentence;
}
