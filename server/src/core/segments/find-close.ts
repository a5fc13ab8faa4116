import type { Span } from "../text/span.ts";
import { type HalfStart, softEndAfter, softEndBefore } from "./halves.ts";
import { END_TAG, type Tag } from "./tags.ts";

/** Where the source half ends. */
export interface Close {
  /** The end tags: two, or what damage has left of them. */
  readonly span: Span;
  readonly isExact: boolean;
  /** Index past the last tag it uses. */
  readonly tagsTo: number;
}

interface Run {
  readonly from: number;
  readonly to: number;
  /** Spans opened in the half's text and still open before this run: they are content. */
  readonly balance: number;
  readonly isInCode: boolean;
}

/**
 * The two end tags that close a source half, among the tags from `from` up to the next half.
 * Text such as `<span class="ui">OK</span>` in the half is content and keeps its end tags; where it is not
 * balanced (`<span>` named in prose), the first two end tags in a row close the half.
 */
export function findClose(
  text: string,
  tags: readonly Tag[],
  half: HalfStart,
  from: number,
): Close | undefined {
  const runs = readRuns(text, tags, from, half.tagsTo);
  const balanced = runs.find((run) => !run.isInCode && run.to - run.from - run.balance >= 2);
  if (balanced !== undefined) return closeAt(text, tags, half, balanced.from + balanced.balance);

  const any =
    runs.find((run) => !run.isInCode && run.to - run.from >= 2) ?? runs.find((run) => run.to - run.from >= 2);
  if (any !== undefined) return closeAt(text, tags, half, any.to - 2);
  return findSoftClose(text, tags, runs);
}

/** The first end tag, from `from` on, that closes nothing opened in the half's text. */
export function findLooseEnd(
  text: string,
  tags: readonly Tag[],
  half: HalfStart,
  from: number,
): Tag | undefined {
  const run = readRuns(text, tags, from, half.tagsTo).find((each) => each.to - each.from > each.balance);
  return run === undefined ? undefined : tags[run.from + run.balance];
}

/** Runs of end tags with nothing between them. */
function readRuns(text: string, tags: readonly Tag[], from: number, to: number): Run[] {
  const runs: Run[] = [];
  let balance = 0;
  for (let nth = from; nth < to; nth += 1) {
    const tag = tags[nth] as Tag;
    if (tag.kind === "open" && isOpening(text, tag)) balance += 1;
    if (tag.kind !== "end") continue;
    let end = nth + 1;
    while (end < to && isNextEnd(text, tags[end - 1] as Tag, tags[end] as Tag)) end += 1;
    runs.push({ from: nth, to: end, balance, isInCode: text[(tags[end - 1] as Tag).span.end] === "`" });
    balance = Math.max(0, balance - (end - nth));
    nth = end - 1;
  }
  return runs;
}

function isOpening(text: string, { span }: Tag): boolean {
  return text[span.start - 1] !== "`" && text.slice(span.end - 2, span.end) !== "/>";
}

function isNextEnd(text: string, left: Tag, right: Tag): boolean {
  if (right.kind !== "end" || right.span.start - left.span.end > 3) return false;
  return text.slice(left.span.end, right.span.start).trim() === "";
}

function closeAt(text: string, tags: readonly Tag[], half: HalfStart, nth: number): Close | undefined {
  const span = { start: (tags[nth] as Tag).span.start, end: (tags[nth + 1] as Tag).span.end };
  const isExact = text.slice(span.start, span.end) === END_TAG + END_TAG;
  // Only markup beyond doubt reaches over the end of a paragraph.
  if (!isExact && /\n[ \t>]*\r?\n/.test(text.slice(half.span.end, span.start))) return undefined;
  return { span, isExact, tagsTo: nth + 2 };
}

/** One end tag whole and the other mangled: `</span></spa`. */
function findSoftClose(text: string, tags: readonly Tag[], runs: readonly Run[]): Close | undefined {
  for (const { from, to } of runs) {
    const first = (tags[from] as Tag).span;
    const last = (tags[to - 1] as Tag).span;
    const after = softEndAfter(text, last.end);
    const next = tags[to];
    if (after !== undefined && isFree(after, next)) {
      // `<span>` for `</span>` is a tag of its own.
      const tagsTo = next?.span.start === last.end ? to + 1 : to;
      return { span: { start: last.start, end: after.end }, isExact: false, tagsTo };
    }
    const before = softEndBefore(text, first.start);
    if (before !== undefined && isFree(before, tags[from - 1])) {
      return { span: { start: before.start, end: first.end }, isExact: false, tagsTo: to };
    }
  }
  return undefined;
}

/** Whether what is left of an end tag takes nothing from the tag next to it. */
function isFree(soft: Span, neighbor: Tag | undefined): boolean {
  if (neighbor === undefined) return true;
  const { kind, span } = neighbor;
  if (kind === "open" && span.start === soft.start && span.end === soft.end) return true;
  return soft.end <= span.start || span.end <= soft.start;
}
