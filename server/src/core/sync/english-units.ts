import type { Document } from "../document/document.ts";
import { lineStartAt } from "../text/lines.ts";
import { findAt, type Span } from "../text/span.ts";
import type { EnglishReading, EnglishSegment } from "./english-segments.ts";
import { collapse } from "./render-segments.ts";

/** The number of the cell that an offset of a row is in. */
export function columnAt({ cells }: Row, offset: number): number {
  let [low, high] = [0, cells.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cells[middle] as Span).end < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A row of a table: UTF-16 offsets into the page. */
export interface Row {
  readonly span: Span;
  readonly cells: readonly Span[];
  readonly isHeader: boolean;
}

/** What a translation has or lacks as a whole: the blocks of a page, and the rows of its tables. */
export class Units {
  readonly #page: Document;
  readonly #blocks: readonly Span[];
  readonly #rows: readonly Row[];
  /** Those that are in no other. */
  readonly #links: readonly Span[];

  constructor(page: Document) {
    this.#page = page;
    this.#blocks = Array.from(page.structure.blocks, ({ span }) => span);
    this.#rows = page.structure.tables.flatMap(({ span: { start }, headerCells, rows }): Row[] => {
      const end = page.text.indexOf("\n", start);
      return [
        { span: { start, end }, cells: headerCells, isHeader: true },
        ...rows.map(({ span, cells }) => ({ span, cells, isHeader: false })),
      ];
    });
    let end = 0;
    this.#links = page.structure.links.flatMap(({ span }) => {
      if (span.start < end) return [];
      end = span.end;
      return [span];
    });
  }

  /** The link around an offset. */
  linkAround(offset: number): Span | undefined {
    const link = findAt(this.#links, offset, (span) => span);
    return link?.start === offset ? undefined : link;
  }

  /** The block at an offset. */
  blockAt(offset: number): Span | undefined {
    return findAt(this.#blocks, offset, (span) => span);
  }

  rowAt(offset: number): Row | undefined {
    return findAt(this.#rows, offset, ({ span }) => span);
  }

  /** The first row of the table at an offset. */
  headerAt(offset: number): Row | undefined {
    const table = this.blockAt(offset);
    return table && this.rowAt(table.start);
  }

  /**
   * The units of those that hold segments which are lacking: a table's rows only where not all of it is, and never its
   * header. `segments` ascend and do not overlap.
   */
  findLacking<S extends { readonly span: Span }>(
    segments: readonly S[],
    isLacking: (unit: Span, inside: readonly S[]) => boolean,
  ): Span[] {
    const pick = (units: readonly Span[]): Span[] => {
      const inside = new Map<Span, S[]>();
      for (const segment of segments) {
        const unit = findAt(units, segment.span.start, (span) => span);
        if (unit === undefined) continue;
        const known = inside.get(unit);
        if (known === undefined) inside.set(unit, [segment]);
        else known.push(segment);
      }
      return Array.from(inside).flatMap(([unit, held]) => (isLacking(unit, held) ? [unit] : []));
    };
    const blocks = pick(this.#blocks);
    const rows = this.#rows.flatMap(({ span, isHeader }) => {
      const isGone = isHeader || findAt(blocks, span.start, (block) => block) !== undefined;
      return isGone ? [] : [span];
    });
    return [...blocks, ...pick(rows)].sort((a, b) => a.start - b.start);
  }

  /** What stands there, to be found again in another version of the page. */
  keyOf({ start, end }: Span): string {
    return collapse(this.#page.text.slice(start, end));
  }

  /** The lines of a unit, and the blank ones that part it from what follows where others part it from what is before. */
  linesOf({ start, end }: Span): Span {
    const { text } = this.#page;
    const from = lineStartAt(text, start);
    const newline = text.indexOf("\n", end - 1);
    const to = newline === -1 ? text.length : newline + 1;
    const before = text.lastIndexOf("\n", from - 2) + 1;
    if (!BLANK.test(text.slice(before, from))) return { start: from, end: to };
    let last = to;
    for (let next = text.indexOf("\n", last); next !== -1; next = text.indexOf("\n", last)) {
      if (!BLANK.test(text.slice(last, next + 1))) break;
      last = next + 1;
    }
    return { start: from, end: last };
  }
}

const BLANK = /^[ \t>]*\n?$/;

/** Tells of a stretch of a page whether it is inside the text of a link. */
export function linkTextsOf(document: Document): (span: Span) => boolean {
  let texts: readonly Span[] | undefined;
  return (span) => {
    texts ??= document.structure.links.flatMap(({ isImage, textSpan }) => (isImage ? [] : (textSpan ?? [])));
    const text = findAt(texts, span.start, (each) => each);
    return text !== undefined && span.end <= text.end;
  };
}

/** The English page without what the translation lacks, and always did. */
export interface ReducedReading {
  readonly segments: readonly EnglishSegment[];
  readonly removed: readonly number[];
  /** How many segments were left out. */
  readonly leftOut: number;
  /** The lines that are left out: UTF-16 offsets into the English page. */
  readonly lacking: readonly Span[];
  /** The same in the base. */
  readonly lackingInBase: readonly Span[];
}

/**
 * Leaves out the blocks and rows that a clean page had nothing for, as far as English left them alone: nobody knows
 * whether the translator took them out or wrote them elsewhere. What English changed is new.
 */
export function withoutLacking(
  { segments, removed }: EnglishReading,
  { base, current, lacking }: { base: Document; current: Document; lacking: readonly Span[] },
): ReducedReading {
  if (lacking.length === 0) return { segments, removed, leftOut: 0, lacking: [], lackingInBase: [] };
  const [before, now] = [new Units(base), new Units(current)];
  const known = new Map<string, number>();
  for (const unit of lacking) known.set(before.keyOf(unit), (known.get(before.keyOf(unit)) ?? 0) + 1);
  const units = now.findLacking(segments, (unit, inside) => {
    const key = now.keyOf(unit);
    const count = inside.every(({ from }) => from.length === 0) ? (known.get(key) ?? 0) : 0;
    if (count > 0) known.set(key, count - 1);
    return count > 0;
  });
  const kept = segments.filter(({ span }) => findAt(units, span.start, (unit) => unit) === undefined);
  return {
    segments: kept,
    removed,
    leftOut: segments.length - kept.length,
    lacking: units.map((unit) => now.linesOf(unit)),
    lackingInBase: lacking.map((unit) => before.linesOf(unit)),
  };
}
