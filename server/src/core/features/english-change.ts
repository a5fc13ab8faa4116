import { compareSegments, type Verdict } from "../freshness/compare-segments.ts";
import type { Document } from "../document/document.ts";
import { isEnglish, type PageSources, type SourcePage } from "../source/page-sources.ts";
import type { Span } from "../text/span.ts";
import { findMarks } from "../sync/find-marks.ts";
import { lastSentenceBefore, type Sentence, sentencesOf } from "./sentences.ts";

/** What is known of a page's English, with the page that its translation was made from. */
export interface EnglishHistory {
  readonly sources: PageSources;
  /**
   * The English that the translation was made from: `sources.base`, but for a page that has been synced since, of which
   * that is the English that it was synced with. `undefined`: nobody has it.
   */
  readonly origin: SourcePage | undefined;
}

/** A place in an English page. */
export interface PlaceInEnglish {
  readonly page: SourcePage;
  /** UTF-16 offset in that page. `undefined`: what is asked about is not in it. */
  readonly offset: number | undefined;
}

/** The English that a page was made from beside that of today, or one sentence that says why they cannot be shown. */
export type EnglishVersions =
  { readonly before: PlaceInEnglish; readonly now: PlaceInEnglish } | { readonly problem: string };

/** Both versions of a page's English, with the places that belong to an offset of the localized page. */
export function findEnglishVersions(
  document: Document,
  { sources, origin }: EnglishHistory,
  offset: number,
): EnglishVersions {
  const { current } = sources;
  if (isEnglish(document, sources))
    return { problem: "This is an English page; open one of its translations." };
  if (current === undefined) return { problem: explainLack(sources) };
  if (origin === undefined) {
    return {
      problem:
        "The English that this page was translated from is not to be had: neither the folder of the English pages nor " +
        "its Git history has it.",
    };
  }
  if (origin.document.text === current.document.text)
    return { problem: "The English page has not changed since this page was translated." };
  const sentences = sentencesOf(document, sources);
  const sentence = lastSentenceBefore(sentences, offset, ({ span }) => span.start);
  const before = sentence && verdictsIn(origin, document, sentences)[sentences.indexOf(sentence)];
  return {
    before: {
      page: origin,
      offset: before === undefined || before.state === "removed" ? undefined : before.place?.span.start,
    },
    now: { page: current, offset: sentence?.place?.start },
  };
}

function explainLack({ lost }: PageSources): string {
  return lost === undefined
    ? "The English page as it is now is not to be had, so there is nothing to compare with."
    : `English has no such page any more: it was ${lost.how}.`;
}

/**
 * A sentence as a hover tells of it: where a sync has taken up the English of today and kept the translation, with what
 * changed. `isLost`: it has changed, but the earlier English is not to be had, or has nothing in its place.
 */
export function tellChange(
  document: Document,
  { sources, origin }: EnglishHistory,
  sentence: Sentence,
): { readonly sentence: Sentence; readonly isLost: boolean } {
  if (!isMarkedChanged(document, sentence.span)) return { sentence, isLost: false };
  const sentences = sentencesOf(document, sources);
  const before = origin && verdictsIn(origin, document, sentences)[sentences.indexOf(sentence)];
  if (before?.state !== "changed") return { sentence, isLost: true };
  const place = { text: sentence.english, span: sentence.englishSpan };
  const verdict = { state: "changed", place } as const;
  return { sentence: { ...sentence, english: before.place.text, verdict }, isLost: false };
}

/** Whether a sync has marked the translation at a place as one of another English. */
export function isMarkedChanged(document: Document, { start, end }: Span): boolean {
  return findMarks(document).some(
    ({ kind, span, markSpan }) =>
      kind === "changed" && (span.start === start || (start < markSpan.start && markSpan.start <= end)),
  );
}

interface Compared {
  readonly origin: Document;
  readonly sentences: readonly Sentence[];
  readonly verdicts: readonly Verdict[];
}

const compared = new WeakMap<Document, Compared>();

/** What stands in an earlier English page where the English of sentences stands today. Compared once, however many ask. */
function verdictsIn(
  { document: origin }: SourcePage,
  document: Document,
  sentences: readonly Sentence[],
): readonly Verdict[] {
  const known = compared.get(document);
  if (known?.origin === origin && known.sentences === sentences) return known.verdicts;
  const { verdicts } = compareSegments(
    sentences.map(({ english }) => english),
    origin,
  );
  compared.set(document, { origin, sentences, verdicts });
  return verdicts;
}
