const LONGEST = 60;
const MOST_LISTED = 5;

/** A piece of the writer's text as it stands in a message: in backticks, on one line, not endlessly long. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
  if (!short.includes("`")) return `\`${short}\``;
  const fence = "`".repeat(Math.max(...(short.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  return `${fence} ${short} ${fence}`;
}

/** Quoted pieces one after another: all of a few, the first ones of many. */
export function quoteAll(texts: readonly string[]): string {
  const listed = texts.slice(0, MOST_LISTED).map(quote).join(", ");
  return texts.length > MOST_LISTED ? `${listed} and ${texts.length - MOST_LISTED} more` : listed;
}
