/** A text on one line: all blanks and line ends in a row are one blank, and none is left at either end. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
