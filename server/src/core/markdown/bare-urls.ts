// Only what RFC 3986 allows: GitHub's rule would run on through 。and the Chinese sentence behind it.
const BARE_URL = /(?:https?:\/\/|www\.)[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%{}]+/gi;
/** Sentence punctuation and brackets; it may follow a URL, as in `https://aka.ms/x(영문)`, and does not end one. */
const TRAILING = "!\"&'(),.:;?[]}*_~";

/**
 * Goes from one URL in running text to the next, as GitHub Flavored Markdown links them. Says nothing about code or
 * links that they may stand in.
 */
export class UrlFinder {
  /** Where the current URL starts. */
  start = 0;
  private readonly text: string;
  private found = "";
  private next = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Goes to the next place where one may start. `false`: there is none. */
  advance(): boolean {
    BARE_URL.lastIndex = this.next;
    const match = BARE_URL.exec(this.text);
    if (match === null) return false;
    this.start = match.index;
    this.found = match[0];
    this.next = BARE_URL.lastIndex;
    return true;
  }

  /** The URL that starts there as it is written. `undefined`: none does. */
  read(): string | undefined {
    if (isInsideWord(this.text, this.start, this.found)) return undefined;
    const url = withoutTrail(this.found);
    // A scheme with nothing behind it is not a link.
    return /^(?:https?:\/\/|www\.)[A-Za-z0-9]/i.test(url) ? url : undefined;
  }
}

/** Where a URL leads: `www.` gets its scheme. */
export function targetOfUrl(url: string): string {
  return /^www/i.test(url) ? `http://${url}` : url;
}
function isInsideWord(text: string, start: number, url: string): boolean {
  const before = text[start - 1];
  if (before === undefined) return false;
  return /^www/i.test(url) ? /[A-Za-z0-9/.:@\-"'=&#+$%]/.test(before) : /[A-Za-z]/.test(before);
}

/** Leaves out sentence punctuation at the end, and closing brackets that the URL did not open. */
function withoutTrail(url: string): string {
  let end = url.length;
  // Counted only where a URL ends with such a bracket: opened minus closed, in what is left of it.
  let round: number | undefined;
  let square: number | undefined;
  while (end > 0 && TRAILING.includes(url.charAt(end - 1))) {
    const last = url.charAt(end - 1);
    if (last === ")") {
      round ??= balanceOf(url, "(", ")");
      if (round >= 0) break;
      round += 1;
    } else if (last === "]") {
      square ??= balanceOf(url, "[", "]");
      if (square >= 0) break;
      square += 1;
    }
    end -= 1;
  }
  return url.slice(0, end);
}

function balanceOf(url: string, opening: string, closing: string): number {
  return url.split(opening).length - url.split(closing).length;
}
