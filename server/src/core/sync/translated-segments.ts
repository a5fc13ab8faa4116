import { alignDocuments } from "../align/align-documents.ts";
import type { Document } from "../document/document.ts";
import { compareSegments } from "../freshness/compare-segments.ts";
import { isSilent } from "../freshness/normalize.ts";
import { findAt, type Span } from "../text/span.ts";
import { columnAt, Units } from "./english-units.ts";
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
  /** Blocks and rows of the base that a clean page has nothing for, in page order. */
  readonly lacking: readonly Span[];
  /** Blocks and rows of a clean page that have text, and nothing of it is a translation of the base; in page order. */
  readonly own: readonly Span[];
}

/** `page` is without its `marks`. */
export function readTranslated(page: Document, base: Document, marks: readonly Mark[]): TranslatedPage {
  const loose: Mark[] = [];
  const unmarked =
    page.form === "sxs"
      ? { segments: fromPairs(page, base), lacking: [], own: [] }
      : fromAlignment(page, base);
  let nth = 0;
  const segments = unmarked.segments.map((segment) => {
    const { start, end } = segment.span;
    let own: Mark | undefined;
    // What has no translation may stand right behind what has one: a mark is given once.
    for (let mark = marks[nth]; mark !== undefined && mark.offset <= end; mark = marks[nth]) {
      if (mark.offset > start || mark.offset === end) own = mark;
      else loose.push(mark);
      nth += 1;
    }
    // Written out: what V8 adds to an object that was spread it does one by one.
    const { id, source, target, span, inBase } = segment;
    return { id, source, target, span, inBase, mark: own?.kind };
  });
  return { ...unmarked, segments, loose: [...loose, ...marks.slice(nth)] };
}

type Unmarked = Omit<TranslatedSegment, "mark">;

function fromPairs(page: Document, base: Document): Unmarked[] {
  const pairs = page.segments.filter(({ source }) => !isSilent(source));
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

/** An English segment and where its translation stands; `target` is `undefined` where there is none, or not in order. */
interface Lined {
  readonly text: string;
  readonly span: Span;
  readonly target: Span | undefined;
}

/**
 * Sentences in the order of the English. Of what is translated in part, a sentence or cell without a translation counts
 * as translated by nothing, in its place.
 */
function fromAlignment(
  page: Document,
  base: Document,
): Pick<TranslatedPage, "lacking" | "own"> & { segments: Unmarked[] } {
  const lined = lineUp(page, base);
  const english = new Units(base);
  const lacking = english.findLacking(lined, (_, inside) =>
    inside.every(({ target }) => target === undefined),
  );
  const there = lined.filter(({ span }) => findAt(lacking, span.start, (unit) => unit) === undefined);
  const units = new Units(page);
  const targets = new TargetPlaces(page, units, english, there);
  const segments = there.map(({ text: source, span: inBase }, nth) => {
    const span = targets.placeOf(nth);
    return { id: "", source, target: page.text.slice(span.start, span.end), span, inBase };
  });
  const translations = new Set(lined.map(({ target }) => target));
  const texts = alignDocuments(page, base).flatMap(({ target }) => (target === undefined ? [] : [target]));
  texts.sort((a, b) => a.span.start - b.span.start);
  const own = units.findLacking(texts, (_, inside) => !inside.some(({ span }) => translations.has(span)));
  return { segments, lacking, own };
}

function lineUp(page: Document, base: Document): Lined[] {
  const pairs = alignDocuments(page, base)
    .flatMap(({ source, target }) =>
      source === undefined || isSilent(source.text) ? [] : [{ source, target }],
    )
    .sort((a, b) => a.source.span.start - b.source.span.start);
  let position = page.frontMatter?.span.end ?? 0;
  let inSource = 0;
  return pairs.flatMap(({ source: { text, span }, target }) => {
    if (span.start < inSource) return [];
    inSource = span.end;
    const isInOrder = target !== undefined && target.span.start >= position;
    if (isInOrder) position = target.span.end;
    return [{ text, span, target: isInOrder ? target.span : undefined }];
  });
}

/** Where translations stand in a page, and where those would that it lacks: in the same row or paragraph, in no link. */
class TargetPlaces {
  readonly #units: Units;
  readonly #english: Units;
  readonly #lined: readonly Lined[];
  /** Of each segment: the number of the next one that is translated. */
  readonly #next: readonly number[];
  #position: number;
  /** The last one that is translated. */
  #before: Lined | undefined;

  constructor(page: Document, units: Units, english: Units, lined: readonly Lined[]) {
    this.#units = units;
    this.#english = english;
    this.#lined = lined;
    this.#position = page.frontMatter?.span.end ?? 0;
    const next: number[] = [];
    for (let nth = lined.length - 1; nth >= 0; nth -= 1) {
      next[nth] = lined[nth]?.target === undefined ? (next[nth + 1] ?? lined.length) : nth;
    }
    this.#next = next;
  }

  /** To be asked for one after the other. */
  placeOf(nth: number): Span {
    const each = this.#lined[nth] as Lined;
    const { span, target } = each;
    if (target !== undefined) {
      this.#before = each;
      this.#position = target.end;
      return target;
    }
    const next = this.#lined[this.#next[nth] as number];
    const block = this.#english.blockAt(span.start);
    const [before, after] = [this.#before, next].map((mate) =>
      mate !== undefined && isIn(block, mate.span) ? mate : undefined,
    );
    const limit = next?.target?.start ?? Infinity;
    const cell = this.#cellFor(span, { before, after });
    if (cell !== undefined && cell.start >= this.#position && cell.end <= limit) {
      this.#position = cell.end;
      return cell;
    }
    const start = Math.max(this.#position, Math.min(this.#placeInText({ before, after }), limit));
    this.#position = start;
    return { start, end: start };
  }
  /**
   * What a row that is translated has in the same column; it may be empty. `undefined`: it is not in a table, here or
   * there, or the rows are not alike.
   */
  #cellFor({ start }: Span, { before, after }: Mates): Span | undefined {
    const row = this.#english.rowAt(start);
    const mate = [before, after].find(
      (each) => each !== undefined && (row?.isHeader === true || isIn(row?.span, each.span)),
    )?.target;
    if (row === undefined || mate === undefined) return undefined;
    const own = row.isHeader ? this.#units.headerAt(mate.start) : this.#units.rowAt(mate.start);
    if (own?.cells.length !== row.cells.length) return undefined;
    return own.cells[columnAt(row, start)];
  }

  /** Behind the sentence before it, else before the one after it. */
  #placeInText({ before, after }: Mates): number {
    if (before?.target !== undefined) {
      const { end } = before.target;
      return this.#units.linkAround(end)?.end ?? end;
    }
    const start = after?.target?.start;
    return start === undefined ? this.#position : (this.#units.linkAround(start)?.start ?? start);
  }
}

/** The nearest translated segments in the same block. */
interface Mates {
  readonly before: Lined | undefined;
  readonly after: Lined | undefined;
}

function isIn(unit: Span | undefined, { start }: Span): boolean {
  return unit !== undefined && unit.start <= start && start < unit.end;
}
