/** What two multisets do not have in common, each in its own order. */
export interface Difference<T> {
  /** In the source, not in the target. */
  readonly lost: readonly T[];
  /** In the target, not in the source. */
  readonly added: readonly T[];
}

/**
 * Compares as multisets: order is the translator's business, but what stands in the source twice has to stand in the
 * target twice. Items are the same when `keyOf` says so; of equal items that are left over the last ones are reported.
 */
export function findDifference<T>(
  source: readonly T[],
  target: readonly T[],
  keyOf: (item: T) => string,
): Difference<T> {
  return { lost: without(source, target, keyOf), added: without(target, source, keyOf) };
}

function without<T>(items: readonly T[], others: readonly T[], keyOf: (item: T) => string): T[] {
  if (items.length === 0) return [];
  const counts = new Map<string, number>();
  for (const other of others) {
    const key = keyOf(other);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return items.filter((item) => {
    const key = keyOf(item);
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
}
