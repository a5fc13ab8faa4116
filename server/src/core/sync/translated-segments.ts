import { alignDocuments } from "../align/align-documents.ts";
import type { Document } from "../document/document.ts";
import { compareSegments } from "../freshness/compare-segments.ts";
import { normalize } from "../freshness/normalize.ts";
import type { Span } from "../text/span.ts";
import type { Mark, MarkKind } from "./marks.ts";
import { SourceCut } from "./source-cut.ts";

/** A translated segment of the page that is synced. */
export interface TranslatedSegment {
  /** As written; empty in a clean page. */
  readonly id: string;
  /** The English that it was made from. */
  readonly source: string;
  readonly target: string;
  /** The whole pair, or the translation in a clean page: UTF-16 offsets into the page without marks. */
  readonly span: Span;
  /** Where its English stands in the base. `undefined`: not there. */
  readonly inBase: Span | undefined;
  readonly mark: MarkKind | undefined;
}

/** A page's segments, and what is marked beside them. */
export interface TranslatedPage {
  /** In page order, without those that have nothing to compare, each with the mark that it has. */
  readonly segments: readonly TranslatedSegment[];
  /** Marks that belong to none of the segments, in page order. */
  readonly loose: readonly Mark[];
}

/** `page` is without its `marks`. */
export function readTranslated(page: Document, base: Document, marks: readonly Mark[]): TranslatedPage {
  const loose: Mark[] = [];
  const unmarked = page.form === "sxs" ? fromPairs(page, base) : fromAlignment(page, base);
  let nth = 0;
  const segments = unmarked.map((segment) => {
    const { start, end } = segment.span;
    let own: Mark | undefined;
    // What has no translation may stand right behind what has one: a mark is given once.
    for (let mark = marks[nth]; mark !== undefined && mark.offset <= end; mark = marks[nth]) {
      if (mark.offset > start || mark.offset === end) own = mark;
      else loose.push(mark);
      nth += 1;
    }
    return { ...segment, mark: own?.kind };
  });
  return { segments, loose: [...loose, ...marks.slice(nth)] };
}

type Unmarked = Omit<TranslatedSegment, "mark">;

function fromPairs(page: Document, base: Document): Unmarked[] {
  const pairs = page.segments.filter(({ source }) => normalize(source).text !== "");
  const { verdicts } = compareSegments(
    pairs.map(({ source }) => source),
    base,
    textBefore(page, pairs),
  );
  const places = verdicts.flatMap((verdict, nth) => {
    const isThere = verdict.state === "current" || verdict.state === "moved";
    return isThere && verdict.place !== undefined ? [{ nth, span: verdict.place.span }] : [];
  });
  places.sort((a, b) => a.span.start - b.span.start);
  const inBase = new Map(new SourceCut(base).widenAll(places).map(({ nth, span: place }) => [nth, place]));
  return pairs.map(({ id, source, target, span }, nth) => ({
    id,
    source,
    target,
    span,
    inBase: inBase.get(nth),
  }));
}

/** What stands in the page before the segment of a number. */
export function textBefore(
  { text, frontMatter }: Document,
  segments: readonly { readonly span: Span }[],
): (nth: number) => string {
  return (nth) => {
    const start = nth === 0 ? (frontMatter?.span.end ?? 0) : (segments[nth - 1]?.span.end ?? text.length);
    return text.slice(start, segments[nth]?.span.start ?? text.length);
  };
}

/**
 * Sentences in the order of the English. What has no translation stays without: it counts as translated by nothing,
 * right behind the sentence before it.
 */
function fromAlignment(page: Document, base: Document): Unmarked[] {
  const pairs = alignDocuments(page, base)
    .flatMap(({ source, target }) =>
      source === undefined || normalize(source.text).text === "" ? [] : [{ source, target }],
    )
    .sort((a, b) => a.source.span.start - b.source.span.start);
  let position = page.frontMatter?.span.end ?? 0;
  let inSource = 0;
  return pairs.flatMap(({ source, target }) => {
    if (source.span.start < inSource) return [];
    inSource = source.span.end;
    const isInOrder = target !== undefined && target.span.start >= position;
    const span = isInOrder ? target.span : { start: position, end: position };
    position = span.end;
    const text = page.text.slice(span.start, span.end);
    return [{ id: "", source: source.text, target: text, span, inBase: source.span }];
  });
}
