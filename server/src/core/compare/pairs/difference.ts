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
  if (source.length === 0 || target.length === 0) return { lost: source, added: target };
  /** How often each key stands in the target, and not in what was looked at of the source. */
  const counts = new Map<string, number>();
  for (const item of target) {
    const key = keyOf(item);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const lost = source.filter((item) => !takeOne(counts, keyOf(item)));
  const added: T[] = [];
  const surplus = target.length - (source.length - lost.length);
  for (let nth = target.length - 1; added.length < surplus; nth -= 1) {
    const item = target[nth] as T;
    if (takeOne(counts, keyOf(item))) added.push(item);
  }
  return { lost, added: added.reverse() };
}

/** Whether there was one more of the key. */
function takeOne(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  if (count > 0) counts.set(key, count - 1);
  return count > 0;
}
