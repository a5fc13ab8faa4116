import { parseSegmentId } from "../segments/segment.ts";

const FIRST_NUMBER = 101;

/**
 * Ids for the segments of a page in order; `undefined` stands for one that has none yet. New ones take a free number
 * between their neighbours' where there are enough, and else follow the highest one of the page.
 */
export function completeIds(ids: readonly (string | undefined)[], prefix: string): string[] {
  const used = new Set(ids);
  let highest = ids.reduce((most, id) => Math.max(most, numberOf(id) ?? 0), FIRST_NUMBER - 1);
  const completed: string[] = [];
  let last = FIRST_NUMBER - 1;
  for (let nth = 0; nth < ids.length; nth += 1) {
    const id = ids[nth];
    if (id !== undefined) {
      completed.push(id);
      last = numberOf(id) ?? last;
      continue;
    }
    let end = nth;
    while (end < ids.length && ids[end] === undefined) end += 1;
    const next = nextNumber(ids, end) ?? Infinity;
    const hasRoom = next - last > end - nth;
    for (; nth < end; nth += 1) {
      let number = hasRoom ? last + 1 : highest + 1;
      while (used.has(`${prefix}-${number}`)) number += 1;
      completed.push(`${prefix}-${number}`);
      used.add(`${prefix}-${number}`);
      highest = Math.max(highest, number);
      if (hasRoom) last = number;
    }
    nth -= 1;
  }
  return completed;
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
