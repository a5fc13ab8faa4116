/**
 * Index of the last of some ascending offsets that is not greater than `offset`; of equal ones, the last. 0 where all
 * are greater. Binary search.
 */
export function lastStart(starts: ArrayLike<number>, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
