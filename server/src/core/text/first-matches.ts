/**
 * The first matches of a global pattern, at most `most`: for texts that may hold far more than anybody looks at, since
 * all matches of a page at once are several times the page.
 */
export function firstMatches(text: string, pattern: RegExp, most: number): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (const match of text.matchAll(pattern)) {
    if (found.length >= most) break;
    found.push(match);
  }
  return found;
}
