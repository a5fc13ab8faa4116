/** Median and 95th percentile of times in milliseconds, and the slowest. */
export function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** Where the nth letter is typed: in a translation near the middle of the page, so that every edit is a real one. */
export function middleOf(text) {
  const opening = text.indexOf('data-ttu-id="', Math.floor(text.length / 2));
  return opening === -1 ? Math.floor(text.length / 2) : text.indexOf(">", opening) + 1;
}
