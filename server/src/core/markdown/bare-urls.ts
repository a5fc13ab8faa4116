import type { Span } from "../text/span.ts";

// Only what RFC 3986 allows: GitHub's rule would run on through 。and the Chinese sentence behind it.
const BARE_URL = /(?:https?:\/\/|www\.)[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%{}]+/gi;
/** Sentence punctuation and brackets; it may follow a URL, and does not end one. */
const TRAILING = "!\"&'),.:;?]}*_~";

const NONE: readonly BareUrl[] = [];

/** A URL in running text, as GitHub Flavored Markdown links it. */
export interface BareUrl {
  readonly span: Span;
  /** Where it leads: `www.` gets its scheme. */
  readonly target: string;
}

/** URLs in running text, in text order. Says nothing about code or links that they may stand in. */
export function findBareUrls(text: string): readonly BareUrl[] {
  if (!text.includes("://") && !/www\./i.test(text)) return NONE;
  const urls: BareUrl[] = [];
  BARE_URL.lastIndex = 0;
  for (let match = BARE_URL.exec(text); match !== null; match = BARE_URL.exec(text)) {
    if (isInsideWord(text, match.index, match[0])) continue;
    const url = withoutTrail(match[0]);
    // A scheme with nothing behind it is not a link.
    if (/^(?:https?:\/\/|www\.)[A-Za-z0-9]/i.test(url)) {
      const target = /^www/i.test(url) ? `http://${url}` : url;
      urls.push({ span: { start: match.index, end: match.index + url.length }, target });
    }
  }
  return urls;
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
