const LONGEST = 120;

/** A target as a message shows it: in backticks, on one line, cut where it is very long. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, " ");
  const shown = line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
  return `\`${shown.replaceAll("`", "'")}\``;
}
