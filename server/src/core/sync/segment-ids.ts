import { matchEqual } from "../freshness/match-equal.ts";
import { formatId } from "../segments/numbering.ts";
import { parseSegmentId } from "../segments/segment.ts";

const FIRST_NUMBER = 101;

/**
 * Ids for the segments of a page in order; `undefined` stands for one that has none yet. New ones take a free number
 * between their neighbours' where there are enough, and else follow the highest one. Ids of `taken` are never given to
 * another segment, so that who leaves a removed segment in the page has no id twice.
 */
export function completeIds(
  ids: readonly (string | undefined)[],
  prefix: string,
  taken: readonly string[],
): string[] {
  if (ids.every((id) => id !== undefined)) return [...ids];
  const used = new Set([...ids, ...taken]);
  let highest = [...used].reduce((most, id) => Math.max(most, numberOf(id) ?? 0), FIRST_NUMBER - 1);
  const completed: string[] = [];
  let last = FIRST_NUMBER - 1;
  for (let nth = 0; nth < ids.length;) {
    const id = ids[nth];
    if (id !== undefined) {
      completed.push(id);
      last = numberOf(id) ?? last;
      nth += 1;
      continue;
    }
    let end = nth;
    while (end < ids.length && ids[end] === undefined) end += 1;
    const free = freeBetween(last, nextNumber(ids, end) ?? Infinity, end - nth, prefix, used);
    for (; nth < end; nth += 1) {
      const number = free?.shift() ?? highest + 1;
      highest = Math.max(highest, number);
      completed.push(formatId(prefix, false, number));
      used.add(formatId(prefix, false, number));
    }
  }
  return completed;
}

/** So many free numbers between two; `undefined` where there are fewer. */
function freeBetween(
  above: number,
  below: number,
  count: number,
  prefix: string,
  used: ReadonlySet<string | undefined>,
): number[] | undefined {
  const free: number[] = [];
  for (let number = above + 1; number < below && free.length < count; number += 1) {
    if (!used.has(formatId(prefix, false, number))) free.push(number);
  }
  return free.length < count ? undefined : free;
}

/**
 * Ids that ascend: as many segments as can be keep theirs, the others take numbers between them, and where there are
 * not enough the following ones move up. Paragraph segments have a counter of their own.
 */
export function ascendingIds(ids: readonly (string | undefined)[], prefix: string): string[] {
  const parsed = ids.map((id) => {
    const parts = id === undefined ? undefined : parseSegmentId(id);
    return parts?.prefix === prefix ? parts : undefined;
  });
  const result = ids.map((id) => id ?? "");
  for (const isParagraph of [false, true]) {
    const members = parsed.flatMap((id, nth) => ((id?.isParagraph ?? false) === isParagraph ? [nth] : []));
    const numbers = ascend(members.map((nth) => parsed[nth]?.number));
    members.forEach((nth, at) => {
      result[nth] = formatId(prefix, isParagraph, numbers[at] as number);
    });
  }
  return result;
}

function ascend(numbers: readonly (number | undefined)[]): number[] {
  const known = numbers.flatMap((number, nth) => (number === undefined ? [] : [{ number, nth }]));
  const sorted = [...new Set(known.map(({ number }) => number))].sort((a, b) => a - b);
  // What a list and the same list in order have in common is its longest ascending part.
  const inOrder = matchEqual(
    known.map(({ number }) => String(number)),
    sorted.map(String),
  );
  const anchors = new Set(known.flatMap(({ nth }, at) => ((inOrder[at] as number) < 0 ? [] : [nth])));
  let last = FIRST_NUMBER - 1;
  return numbers.map((number, nth) => {
    last = anchors.has(nth) && number !== undefined && number > last ? number : last + 1;
    return last;
  });
}

function nextNumber(ids: readonly (string | undefined)[], from: number): number | undefined {
  for (let nth = from; nth < ids.length; nth += 1) {
    const number = numberOf(ids[nth]);
    if (number !== undefined) return number;
  }
  return undefined;
}

/** Of a sentence; paragraphs have numbers of their own. */
function numberOf(id: string | undefined): number | undefined {
  const parsed = id === undefined ? undefined : parseSegmentId(id);
  return parsed === undefined || parsed.isParagraph ? undefined : parsed.number;
}

/** The prefix of a page's ids: that of its first valid one. */
export function prefixOf(ids: readonly string[]): string {
  for (const id of ids) {
    const parsed = parseSegmentId(id);
    if (parsed !== undefined) return parsed.prefix;
  }
  return "00000";
}
