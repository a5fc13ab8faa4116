/** How the lines of a text end. */
export type LineEnd = "\n" | "\r\n";

/** So many lines tell enough, and a page is asked about for each of its findings. */
const MOST_LINES = 1_000;

/**
 * The line end that most lines of a text have, as far as its first thousand tell: what is put into it ends its lines
 * like this. `\n` where it has none, or as many of both.
 */
export function lineEndOf(text: string): LineEnd {
  let balance = 0;
  let end = text.indexOf("\n");
  for (let lines = 0; lines < MOST_LINES && end !== -1; lines++) {
    balance += text.charCodeAt(end - 1) === 0x0d /* \r */ ? 1 : -1;
    end = text.indexOf("\n", end + 1);
  }
  return balance > 0 ? "\r\n" : "\n";
}

/** A text with these line ends. */
export function withLineEnd(text: string, lineEnd: LineEnd): string {
  return text.replace(/\r?\n/g, lineEnd);
}
