import { normalizedText } from "../freshness/normalize.ts";

/** The English segments of a page, by which it is known again at another place: each with its length in letters. */
export type Trace = ReadonlyMap<string, number>;

/** A trace of raw English segments; what differs in emphasis or blanks only is the same. */
export function traceOf(english: Iterable<string>): Trace {
  const trace = new Map<string, number>();
  for (const segment of english) {
    const text = normalizedText(segment);
    if (text !== "") trace.set(text, text.length);
  }
  return trace;
}

/** How much of a page's letters another has in segments that are the same: from 0 to 1. */
export function shareOf(trace: Trace, other: Trace): number {
  const total = lengthOf(trace.keys());
  return total === 0 ? 0 : lengthOf(commonTo(trace, other)) / total;
}

/** The segments that both pages have, in the order of the first. */
export function commonTo(trace: Trace, other: Trace): string[] {
  return [...trace.keys()].filter((segment) => other.has(segment));
}

/** How many letters segments have together. */
export function lengthOf(segments: Iterable<string>): number {
  let length = 0;
  for (const { length: each } of segments) length += each;
  return length;
}
