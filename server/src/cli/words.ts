import { counted } from "../core/text/counted.ts";

/** How many files under `--out` had other content, as a line; empty where none had. */
export function overwrittenLine(count: number): string {
  if (count === 0) return "";
  const files = counted(count, "file there", "files there");
  return `${files} had other content and ${count === 1 ? "was" : "were"} overwritten.\n`;
}
