import type { Document } from "../document/document.ts";
import { readInlineMeaning } from "../markdown/meaning.ts";
import { marksIn } from "../sync/marks.ts";
import { contains, type Span } from "../text/span.ts";
import type { Segment } from "./segment.ts";

/**
 * The clean form of a side-by-side page: each pair replaced by its translation, everything else byte for byte. Pairs
 * with damaged markup give their translation like any other; of a half alone, the tags go, and the English too where
 * its extent is certain: no reader is ever shown it. Where it is not certain all stays as it is, because a page with
 * English too much can be seen, and a sentence too few cannot. The marks of a sync go too. A page without pairs and
 * marks comes back unchanged.
 *
 * Measured on 1,074 pages that exist in both forms: equal but for `\*` and `\_` in 99.9 %.
 */
export function stripPage(document: Document): string {
  const { text, segments, markupProblems } = document;
  const leftovers = [...markupProblems.flatMap((problem) => problem.leftovers), ...marksIn(document)];
  const pieces = layOut(text, segments, leftovers);
  undoEscapes(pieces, segments);
  return pieces.map((piece) => piece.text).join("");
}

/** A stretch of the clean page; `segment` where it is a translation. */
interface Piece {
  text: string;
  readonly segment: Segment | undefined;
}

function layOut(text: string, segments: readonly Segment[], leftovers: readonly Span[]): Piece[] {
  const cuts = [
    ...segments.map((segment) => ({ span: segment.span, segment })),
    ...leftovers.map((span) => ({ span, segment: undefined })),
  ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);

  const pieces: Piece[] = [];
  let position = 0;
  cuts.forEach(({ span, segment }, nth) => {
    // A pair inside an English half goes with it; an end tag inside a translation is cut out below.
    if (span.start < position) return;
    pieces.push({ text: text.slice(position, span.start), segment: undefined });
    if (segment !== undefined)
      pieces.push({ text: withoutInner(text, segment, cuts[nth + 1]?.span), segment });
    position = span.end;
  });
  pieces.push({ text: text.slice(position), segment: undefined });
  return pieces;
}

/** A translation without the end tag that was left behind in it. Only a damaged pair has one. */
function withoutInner(text: string, { targetSpan, target }: Segment, inner: Span | undefined): string {
  if (inner === undefined || !contains(targetSpan, inner)) return target;
  return text.slice(targetSpan.start, inner.start) + text.slice(inner.end, targetSpan.end);
}

/**
 * The side-by-side form writes `\*` and `\_` in both halves where the clean page has the bare character, but keeps
 * those that an author wrote; the page alone does not tell which are which. So:
 *
 * - More of them in the translation than in the English: nobody wrote these, they are undone.
 * - As many: `\*` is undone where that does not change what the reader sees, and the page has no escape that does
 *   change something. Such an escape shows an author who escapes, and then all are taken for the author's.
 * - As many `\_`: it stays. Editors write it inside words on their own; measured: 3 of 3 were the author's.
 */
function undoEscapes(pieces: readonly Piece[], segments: readonly Segment[]): void {
  const authorEscapes = segments.some(
    ({ source }) => source.includes("\\*") && !meansTheSame(source, bare(source)),
  );
  const doubtful: Piece[] = [];
  for (const piece of pieces) {
    if (piece.segment === undefined) continue;
    for (const character of ["*", "_"] as const) {
      const inTarget = countEscapes(piece.text, character);
      const inSource = countEscapes(piece.segment.source, character);
      if (inTarget > inSource) piece.text = bare(piece.text, character);
    }
    if (!authorEscapes && piece.text.includes("\\*")) doubtful.push(piece);
  }
  if (doubtful.length > 0) undoNeedless(pieces, new Set(doubtful));
}

/** Longer than any block of a real page (11,805 characters were measured); judging what it means takes too long. */
const LONGEST_BLOCK = 20_000;

/** Undoes `\*` block by block, where the block reads the same without. */
function undoNeedless(pieces: readonly Piece[], doubtful: ReadonlySet<Piece>): void {
  for (const block of blocksOf(pieces)) {
    const inDoubt = block.pieces.filter((piece) => doubtful.has(piece));
    if (inDoubt.length === 0) continue;
    const before = block.read();
    if (before.length > LONGEST_BLOCK) continue;
    const texts = inDoubt.map((piece) => piece.text);
    for (const piece of inDoubt) piece.text = bare(piece.text);
    const after = block.read();
    if (countListItems(before) === countListItems(after) && meansTheSame(before, after)) continue;
    inDoubt.forEach((piece, nth) => (piece.text = texts[nth] as string));
  }
}

/** Pieces, and text between them, that make one block of Markdown. */
class Block {
  readonly #parts: (string | Piece)[] = [];

  add(part: string | Piece): void {
    this.#parts.push(part);
  }

  get pieces(): Piece[] {
    return this.#parts.filter((part) => typeof part !== "string");
  }

  /** The block as it reads now. */
  read(): string {
    return this.#parts.map((part) => (typeof part === "string" ? part : part.text)).join("");
  }
}

const LIST_ITEM = /^[ \t>]*\*(?:[ \t]|$)/gm;
/** A line end with a blank line, a list item, a heading or a table row behind it. */
const BLOCK_END = /\r?\n(?=[ \t>]*(?:\r?\n|(?:[-*+]|\d{1,9}[.)]|#{1,6})[ \t]|\|))/;

function blocksOf(pieces: readonly Piece[]): Block[] {
  let block = new Block();
  const blocks = [block];
  for (const piece of pieces) {
    if (piece.segment !== undefined) {
      block.add(piece);
      continue;
    }
    const [first = "", ...rest] = piece.text.split(BLOCK_END);
    block.add(first);
    for (const text of rest) {
      block = new Block();
      block.add(text);
      blocks.push(block);
    }
  }
  return blocks;
}

function meansTheSame(left: string, right: string): boolean {
  const a = readInlineMeaning(left);
  const b = readInlineMeaning(right);
  return (
    a.shown === b.shown && a.strong.length === b.strong.length && a.emphasis.length === b.emphasis.length
  );
}

function countListItems(text: string): number {
  return text.match(LIST_ITEM)?.length ?? 0;
}

function bare(text: string, character: "*" | "_" = "*"): string {
  return text.replaceAll(`\\${character}`, character);
}

function countEscapes(text: string, character: "*" | "_"): number {
  return text.split(`\\${character}`).length - 1;
}
