import { oneLine } from "./one-line.ts";

// Long enough for any path; a message must still be read in one glance.
const LONGEST = 100;
const MOST_LISTED = 5;

/** A piece of the writer's text as it stands in a message: in backticks, on one line, not endlessly long. */
export function quote(text: string): string {
  const line = oneLine(text);
  const short = line.length > LONGEST ? `${cut(line).trimEnd()}…` : line;
  if (!short.includes("`")) return `\`${short}\``;
  const fence = "`".repeat(Math.max(...(short.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  return `${fence} ${short} ${fence}`;
}

/**
 * Quoted texts of some things one after another: all of a few, the first ones of many. `textOf` is for what is no text
 * itself.
 */
export function quoteAll<T>(items: readonly T[], textOf: (item: T) => string = String): string {
  const first = items.slice(0, MOST_LISTED);
  const listed = first.map((item) => quote(textOf(item))).join(", ");
  return items.length > MOST_LISTED ? `${listed} and ${items.length - MOST_LISTED} more` : listed;
}

/** Never between the two halves of a character outside of the basic plane. */
function cut(line: string): string {
  const code = line.charCodeAt(LONGEST - 1);
  return line.slice(0, code >= 0xd800 && code <= 0xdbff ? LONGEST - 1 : LONGEST);
}
