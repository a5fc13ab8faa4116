const LONGEST = 60;

/** A piece of the writer's text as it stands in a message: in backticks, on one line, not endlessly long. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
  if (!short.includes("`")) return `\`${short}\``;
  const fence = "`".repeat(Math.max(...(short.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  return `${fence} ${short} ${fence}`;
}
