/**
 * Indices of the longest run of numbers, not necessarily neighbours, that ascends; of equal numbers it holds one at most.
 * Patience sorting: n log n steps.
 */
export function longestAscending(numbers: readonly number[]): number[] {
  /** For each length, the index at which the run of that length ends that ends lowest. */
  const tails: number[] = [];
  /** For each index, the one before it in its run. `undefined`: it is the first. */
  const before: (number | undefined)[] = [];
  for (let nth = 0; nth < numbers.length; nth += 1) {
    const number = numbers[nth] as number;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] as number] as number) < number) low = middle + 1;
      else high = middle;
    }
    before.push(low === 0 ? undefined : tails[low - 1]);
    tails[low] = nth;
  }
  const run: number[] = [];
  for (let nth = tails.at(-1); nth !== undefined; nth = before[nth]) run.push(nth);
  return run.reverse();
}
