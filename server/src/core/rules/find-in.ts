import type { Finding } from "./rule.ts";

/**
 * What a rule says of the items of a list, at most one finding each, one after another as somebody asks for them. Nearly
 * always there is nothing to say; then no iterator is made that would have to be asked.
 */
export function findIn<T>(items: readonly T[], find: (item: T) => Finding | undefined): Iterable<Finding> {
  for (let nth = 0; nth < items.length; nth++) {
    const first = find(items[nth] as T);
    if (first !== undefined) return findAfter(first, items, nth, find);
  }
  return [];
}

function* findAfter<T>(
  first: Finding,
  items: readonly T[],
  nth: number,
  find: (item: T) => Finding | undefined,
): Iterable<Finding> {
  yield first;
  for (let next = nth + 1; next < items.length; next++) {
    const finding = find(items[next] as T);
    if (finding !== undefined) yield finding;
  }
}
