import { matchEqual } from "../freshness/match-equal.ts";
import type { Span } from "../text/span.ts";
import type { SyncEdit, SyncKind } from "./sync.ts";
import { segmentKey } from "./tokens.ts";

/** A piece of the page as it stands in the file. */
export interface OldPiece {
  readonly text: string;
  /** UTF-16 offsets into the page; pieces follow each other without a gap. */
  readonly span: Span;
  /** Number of the translated segment. `undefined`: it stands between segments. */
  readonly segment: number | undefined;
}

/** A piece of the synced page. */
export interface NewPiece {
  readonly text: string;
  /** `undefined`: it stands between segments. */
  readonly segment: NewSegment | undefined;
}

/** What became of a segment, and what it was made from. */
export interface NewSegment {
  readonly kind: SyncKind;
  /** Numbers of the translated segments that went into it. */
  readonly from: readonly number[];
}

/**
 * The way from the pieces of a page to those of the synced page, in page order, with as much left in place as can be.
 * Whatever kinds of edits a person leaves out, each segment's markup stays whole, and no translation is taken away in
 * one place without being written in the other: a segment that moves has the same kind in both.
 */
export function toEdits(before: readonly OldPiece[], after: readonly NewPiece[], end: number): SyncEdit[] {
  const steps = stepsBetween(before, after, end);
  const kinds = kindsOfOld(steps);
  return steps
    .flatMap((step) => ("now" in step ? editStretch(step, kinds) : editPiece(step)))
    .filter(({ span, newText }) => span.start !== span.end || newText !== "");
}

/** In the order of the page. At one place, what is inserted stands before what is replaced. */
export function byPlace(a: SyncEdit, b: SyncEdit): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

/** A piece that both pages have; the text of a segment may differ. */
interface Common {
  readonly piece: OldPiece;
  readonly successor: NewPiece;
}

/** What stands between two such pieces. */
interface Stretch {
  readonly old: readonly OldPiece[];
  readonly now: readonly Unit[];
  /** UTF-16 offset into the page. */
  readonly start: number;
}

/** Pieces that are written together or not at all. */
interface Unit {
  readonly text: string;
  /** `undefined`: there is no segment in it. */
  readonly kind: SyncKind | undefined;
  /** Numbers of the translated segments that went into it. */
  readonly from: readonly number[];
}

function stepsBetween(
  before: readonly OldPiece[],
  after: readonly NewPiece[],
  end: number,
): (Common | Stretch)[] {
  const matches = matchEqual(
    before.map(({ text, segment }) => (segment === undefined ? text : segmentKey(segment))),
    after.map(({ text, segment }, nth) => (segment === undefined ? text : keyOf(segment, nth))),
  );
  const steps: (Common | Stretch)[] = [];
  let [mine, its] = [0, 0];
  for (let nextMine = 0; nextMine <= before.length; nextMine += 1) {
    const nextIts = matches[nextMine] ?? after.length;
    if (nextIts < 0) continue;
    if (nextMine > mine || nextIts > its) {
      steps.push({
        old: before.slice(mine, nextMine),
        now: toUnits(after.slice(its, nextIts)),
        start: before[mine]?.span.start ?? end,
      });
    }
    const [piece, successor] = [before[nextMine], after[nextIts]];
    if (piece !== undefined && successor !== undefined) steps.push({ piece, successor });
    mine = nextMine + 1;
    its = nextIts + 1;
  }
  return steps;
}

function keyOf({ from }: NewSegment, nth: number): string {
  return from[0] === undefined ? `\u0001${nth}` : segmentKey(from[0]);
}

function toUnits(pieces: readonly NewPiece[]): Unit[] {
  return cutUnits(pieces, () => false).map((unit) => {
    const segments = unit.flatMap(({ segment }) => (segment === undefined ? [] : [segment]));
    return {
      text: unit.map(({ text }) => text).join(""),
      kind: RANK.find((kind) => segments.some((segment) => segment.kind === kind)),
      from: segments.flatMap(({ from }) => from),
    };
  });
}

/** What matters most comes first. */
const RANK: readonly SyncKind[] = ["changed", "new", "reused", "carried", "removed", "kept"];

/**
 * Cuts pieces so that each part holds a segment with what belongs to it. Cells of a row and parts of a link stay
 * together, unless they have to be cut.
 */
function cutUnits<T extends { readonly text: string; readonly segment: unknown }>(
  pieces: readonly T[],
  mustCut: (left: T, right: T) => boolean,
): T[][] {
  const places = pieces.flatMap(({ segment }, nth) => (segment === undefined ? [] : [nth]));
  const cuts = places.slice(1).flatMap((right, nth) => {
    const left = places[nth] as number;
    const between = pieces.slice(left + 1, right);
    const isCut =
      mustCut(pieces[left] as T, pieces[right] as T) || isApart(between.map(({ text }) => text).join(""));
    return isCut ? [left + 1 + leadingCount(between, pieces)] : [];
  });
  return [0, ...cuts].map((start, nth) => pieces.slice(start, cuts[nth]));
}

function isApart(between: string): boolean {
  return between.includes("\n") || !/\S/.test(between);
}

/** How many of the pieces between two segments belong to the first one. */
function leadingCount<T extends { readonly text: string; readonly segment: unknown }>(
  between: readonly T[],
  stretch: readonly T[],
): number {
  if (stretch[0]?.segment !== undefined) return between.length;
  if (stretch.at(-1)?.segment !== undefined) return 0;
  return between.findLastIndex(({ text }) => text.endsWith("\n")) + 1;
}

/** Of which kind the translated segments are that are not just removed. */
function kindsOfOld(steps: readonly (Common | Stretch)[]): Map<number, SyncKind> {
  const kinds = new Map<number, SyncKind>();
  for (const step of steps) {
    const parts =
      "now" in step ? step.now : step.successor.segment === undefined ? [] : [step.successor.segment];
    for (const { kind, from } of parts) {
      for (const nth of from) if (kind !== undefined) kinds.set(nth, kind);
    }
  }
  return kinds;
}

function editPiece({ piece, successor }: Common): SyncEdit[] {
  if (piece.text === successor.text) return [];
  return [toEdit(piece.text, piece.span.start, successor.text, successor.segment?.kind ?? "carried")];
}

function editStretch({ old, now, start }: Stretch, kinds: ReadonlyMap<number, SyncKind>): SyncEdit[] {
  const inserted = joinKinds(now).map(({ text, kind }) => ({ before: "", after: text, kind }));
  const deleted = goneParts(old, kinds).map(({ text, kind }) => ({ before: text, after: "", kind }));
  const [last, first] = [inserted.at(-1), deleted[0]];
  // Without segments on one side, or with one kind, it is one change.
  if (last !== undefined && first !== undefined && (first.kind ?? last.kind) === (last.kind ?? first.kind)) {
    inserted.pop();
    deleted[0] = { ...first, after: last.after, kind: last.kind ?? first.kind };
  }
  let position = start;
  return [...inserted, ...deleted].map(({ before, after, kind }) => {
    const edit = toEdit(before, position, after, kind ?? "carried");
    position += before.length;
    return edit;
  });
}

function goneParts(old: readonly OldPiece[], kinds: ReadonlyMap<number, SyncKind>): Part[] {
  const kindOf = ({ segment }: OldPiece): SyncKind | undefined =>
    segment === undefined ? undefined : (kinds.get(segment) ?? "removed");
  const parts = cutUnits(old, (left, right) => kindOf(left) !== kindOf(right)).map((pieces) => ({
    text: pieces.map(({ text }) => text).join(""),
    kind: pieces.map(kindOf).find((kind) => kind !== undefined),
  }));
  return joinKinds(parts);
}

type Part = Pick<Unit, "text" | "kind">;

/** Neighbours of the same kind are one. */
function joinKinds(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.kind === part.kind && last !== undefined) {
      joined[joined.length - 1] = { ...part, text: last.text + part.text };
    } else joined.push(part);
  }
  return joined;
}

/** Without what both texts begin and end with, as far as no word, tag or line end is cut apart. */
function toEdit(before: string, offset: number, after: string, kind: SyncKind): SyncEdit {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start += 1;
  while (start > 0 && (isInside(before, start) || isInside(after, start))) start -= 1;
  const tag = before.lastIndexOf("<", start - 1);
  if (tag > before.lastIndexOf(">", start - 1)) start = tag;

  let end = 0;
  while (end < limit - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const isCut = (): boolean => isInside(before, before.length - end) || isInside(after, after.length - end);
  while (end > 0 && isCut()) end -= 1;
  const ending = before.slice(before.length - end);
  const tagEnd = ending.indexOf(">") + 1;
  if (!ending.slice(0, tagEnd).includes("<")) end -= tagEnd;
  return {
    span: { start: offset + start, end: offset + before.length - end },
    newText: after.slice(start, after.length - end),
    kind,
  };
}

const WHOLE = /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n|[A-Za-z0-9]{2})$/;

function isInside(text: string, offset: number): boolean {
  return offset > 0 && WHOLE.test(text.slice(offset - 1, offset + 1));
}
