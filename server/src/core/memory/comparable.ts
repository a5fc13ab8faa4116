import { distance } from "fastest-levenshtein";

const LINK_TARGET = /\]\([^\s)]+/g;
const MARKS = /[*_`]+/g;

/**
 * Raw Markdown as similarity compares it: what a reader gets to read. Targets of links, emphasis, the look of code,
 * letter case and the length of blanks make no difference.
 */
export function comparable(markdown: string): string {
  const words = markdown.replace(LINK_TARGET, "](").replace(MARKS, "").replace(/\s+/g, " ");
  return words.trim().normalize("NFC").toLowerCase();
}

/**
 * How much two comparable texts have in common, from 0 to 1: the share of the longer one's UTF-16 units that an edit
 * from one to the other leaves alone (Levenshtein). Two empty texts are the same.
 */
export function similarity(left: string, right: string): number {
  const longer = Math.max(left.length, right.length);
  if (longer === 0) return 1;
  const [start, end] = commonEnds(left, right);
  return 1 - distance(left.slice(start, left.length - end), right.slice(start, right.length - end)) / longer;
}

/** Steps that `similarity` takes: the square of what differs, 32 units at a time. */
export function similarityCost(left: string, right: string): number {
  const [start, end] = commonEnds(left, right);
  const [one, other] = [left.length - start - end, right.length - start - end];
  return Math.max(one, other) * Math.ceil(Math.min(one, other) / 32);
}

/** How many units two texts begin with alike, and how many of the rest they end with alike. */
function commonEnds(left: string, right: string): [start: number, end: number] {
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left.charCodeAt(start) === right.charCodeAt(start)) start += 1;
  let end = 0;
  while (
    end < shorter - start &&
    left.charCodeAt(left.length - end - 1) === right.charCodeAt(right.length - end - 1)
  )
    end += 1;
  return [start, end];
}
