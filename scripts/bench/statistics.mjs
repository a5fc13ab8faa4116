/** The middle of some numbers; `undefined` when one of them is no number. */
export function median(numbers) {
  if (numbers.length === 0 || !numbers.every(Number.isFinite)) return undefined;
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Median and 95th percentile of times in milliseconds, and the slowest. */
export function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** The exponent with which `time` grows with `size`: 1 where twice the size takes twice the time. */
export function exponent([size, time], [largerSize, largerTime]) {
  return Math.log(largerTime / time) / Math.log(largerSize / size);
}
