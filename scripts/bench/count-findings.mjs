import { readFileSync } from "node:fs";

/** How many findings a program printed to a file: as JSON, or as markdownlint's summary. `undefined`: it prints none. */
export function findingsIn(path) {
  const text = readFileSync(path, "utf8");
  if (text.startsWith("[")) return JSON.parse(text).length;
  if (text.startsWith("{")) return JSON.parse(text).findings?.length;
  const [, count] = /^Summary: (\d+) error/m.exec(text) ?? [];
  return count === undefined ? undefined : Number(count);
}
