import type { Span } from "../text/span.ts";

// Only what RFC 3986 allows: GitHub's rule would run on through 。and the Chinese sentence behind it.
const BARE_URL = /(?:https?:\/\/|www\.)[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%{}]+/gi;
const TRAILING = /[!"&'),.:;?\]}*_~]$/;

/** A URL in running text, as GitHub Flavored Markdown links it. */
export interface BareUrl {
  readonly span: Span;
  /** Where it leads: `www.` gets its scheme. */
  readonly target: string;
}

/** URLs in running text, in text order. Says nothing about code or links that they may stand in. */
export function findBareUrls(text: string): BareUrl[] {
  if (!text.includes("://") && !/www\./i.test(text)) return [];
  const urls: BareUrl[] = [];
  for (const match of text.matchAll(BARE_URL)) {
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
  // Opened minus closed, in what is left of the URL.
  const balance = { ")": 0, "]": 0 };
  for (const character of url) {
    if (character === "(") balance[")"] += 1;
    else if (character === "[") balance["]"] += 1;
    else if (character === ")" || character === "]") balance[character] -= 1;
  }
  let end = url.length;
  while (end > 0 && TRAILING.test(url[end - 1] ?? "")) {
    const last = url[end - 1];
    if (last === ")" || last === "]") {
      if (balance[last] >= 0) break;
      balance[last] += 1;
    }
    end -= 1;
  }
  return url.slice(0, end);
}
