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

/**
 * The exponent with which time grows with size: 1 where twice the size takes twice the time. Of more than two points,
 * `[size, time]`, that of the line which is nearest to all of them (least squares of the logarithms).
 */
export function exponent(points) {
  const logarithms = points.map((point) => point.map(Math.log));
  const [x, y] = [0, 1].map((axis) => sum(logarithms.map((each) => each[axis])) / points.length);
  const rise = sum(logarithms.map(([size, time]) => (size - x) * (time - y)));
  return rise / sum(logarithms.map(([size]) => (size - x) ** 2));
}

function sum(numbers) {
  return numbers.reduce((all, each) => all + each, 0);
}
