import type { Span } from "../text/span.ts";
import { type HalfStart, softEndAfter, softEndBefore } from "./halves.ts";
import type { TagList } from "./tag-list.ts";
import { END_TAG } from "./tags.ts";

/** Where the source half ends. */
export interface Close {
  /** Of the end tags: two, or what damage has left of them. */
  readonly start: number;
  readonly end: number;
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

const NO_RUNS: readonly Run[] = [];

/**
 * The two end tags that close a source half, among the tags from `from` up to the next half.
 * Text such as `<span class="ui">OK</span>` in the half is content and keeps its end tags; where it is not
 * balanced (`<span>` named in prose), the first two end tags in a row close the half.
 */
export function findClose(text: string, tags: TagList, half: HalfStart, from: number): Close | undefined {
  const runs = readRuns(text, tags, from, half.tagsTo);
  const balanced = runs.find((run) => !run.isInCode && run.to - run.from - run.balance >= 2);
  if (balanced !== undefined) return closeAt(text, tags, half, balanced.from + balanced.balance);

  const any =
    runs.find((run) => !run.isInCode && run.to - run.from >= 2) ?? runs.find((run) => run.to - run.from >= 2);
  if (any !== undefined) return closeAt(text, tags, half, any.to - 2);
  return findSoftClose(text, tags, runs);
}

/** Index of the first end tag, from `from` on, that closes nothing opened in the half's text. */
export function findLooseEnd(text: string, tags: TagList, half: HalfStart, from: number): number | undefined {
  const run = readRuns(text, tags, from, half.tagsTo).find((each) => each.to - each.from > each.balance);
  return run === undefined ? undefined : run.from + run.balance;
}

/** Runs of end tags with nothing between them. */
function readRuns(text: string, tags: TagList, from: number, to: number): readonly Run[] {
  if (from >= to) return NO_RUNS;
  const runs: Run[] = [];
  let balance = 0;
  for (let nth = from; nth < to; nth += 1) {
    const kind = tags.kind(nth);
    if (kind === "open" && isOpening(text, tags, nth)) balance += 1;
    if (kind !== "end") continue;
    let end = nth + 1;
    while (end < to && isNextEnd(text, tags, end)) end += 1;
    runs.push({ from: nth, to: end, balance, isInCode: text[tags.end(end - 1)] === "`" });
    balance = Math.max(0, balance - (end - nth));
    nth = end - 1;
  }
  return runs;
}

function isOpening(text: string, tags: TagList, nth: number): boolean {
  return text[tags.start(nth) - 1] !== "`" && !text.endsWith("/>", tags.end(nth));
}

/** Whether the tag `nth` is an end tag right behind the one before it. */
function isNextEnd(text: string, tags: TagList, nth: number): boolean {
  if (tags.kind(nth) !== "end") return false;
  const left = tags.end(nth - 1);
  const right = tags.start(nth);
  return right === left || (right - left <= 3 && text.slice(left, right).trim() === "");
}

function closeAt(text: string, tags: TagList, half: HalfStart, nth: number): Close | undefined {
  const start = tags.start(nth);
  const end = tags.end(nth + 1);
  const isExact = end - start === 2 * END_TAG.length && text.startsWith(END_TAG + END_TAG, start);
  // Only markup beyond doubt reaches over the end of a paragraph.
  if (!isExact && /\n[ \t>]*\r?\n/.test(text.slice(half.end, start))) return undefined;
  return { start, end, isExact, tagsTo: nth + 2 };
}

/** One end tag whole and the other mangled: `</span></spa`. */
function findSoftClose(text: string, tags: TagList, runs: readonly Run[]): Close | undefined {
  for (const { from, to } of runs) {
    const start = tags.start(from);
    const end = tags.end(to - 1);
    const after = softEndAfter(text, end);
    if (after !== undefined && isFree(after, tags, to)) {
      // `<span>` for `</span>` is a tag of its own.
      const tagsTo = to < tags.length && tags.start(to) === end ? to + 1 : to;
      return { start, end: after.end, isExact: false, tagsTo };
    }
    const before = softEndBefore(text, start);
    if (before !== undefined && isFree(before, tags, from - 1)) {
      return { start: before.start, end: tags.end(from), isExact: false, tagsTo: to };
    }
  }
  return undefined;
}

/** Whether what is left of an end tag takes nothing from the tag next to it. */
function isFree(soft: Span, tags: TagList, neighbor: number): boolean {
  const kind = tags.kind(neighbor);
  if (kind === undefined) return true;
  const start = tags.start(neighbor);
  const end = tags.end(neighbor);
  if (kind === "open" && start === soft.start && end === soft.end) return true;
  return soft.end <= start || end <= soft.start;
}
