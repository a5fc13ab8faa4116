/** Puts a value into a map that holds `most` entries at most, and takes out the one that was put in longest ago. */
export function keepNewest<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  // Taken out first, so that it stands behind all others.
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
