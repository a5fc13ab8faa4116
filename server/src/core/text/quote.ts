import { oneLine } from "./one-line.ts";

// Long enough for any path; a message must still be read in one glance.
const LONGEST = 100;
const MOST_LISTED = 5;

/**
 * Marks of direction and other characters that take no room: two texts that differ in one would look the same. Not the
 * joiners, which Persian, Hindi and emojis are written with.
 */
const UNSEEN = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/**
 * A piece of the writer's text as it stands in a message: in backticks, on one line, not endlessly long, and with names
 * in place of characters that nobody sees.
 */
export function quote(text: string): string {
  const line = oneLine(text).replace(UNSEEN, nameOf);
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

/** As VS Code shows it in the page. */
function nameOf(character: string): string {
  return `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`;
}

/** Never between the two halves of a character outside of the basic plane. */
function cut(line: string): string {
  const code = line.charCodeAt(LONGEST - 1);
  return line.slice(0, code >= 0xd800 && code <= 0xdbff ? LONGEST - 1 : LONGEST);
}
