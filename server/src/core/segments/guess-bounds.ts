/**
 * What a block begins with, before its text: quotes, list markers, heading marks, anchors, table pipes, `<br>` and the
 * like.
 */
const BLOCK_START =
  /^(?:[ \t]|>|[-*+](?=\s)|\d{1,9}[.)](?=\s)|#{1,6}(?=\s)|\||<a\s[^<>]{0,200}><\/a>|<(?:br|li|td|th|p|h[1-6])\b[^<>]{0,80}>)*/i;
/** What can stand right before a pair within a line, as a pipe can; what comes last before a lost start tag counts. */
const BEFORE_PAIR = /<(?:(\/?)(span)\b[^<>]{0,200}>?|(?:br|li|td|th|p|h[1-6])\b[^<>]{0,80}>)/iy;
const AFTER_PAIR = /<span[ >]|\||\]\(|<\/?(?:a|br|td|th|tr|li|p|h[1-6]|ul|ol|div|table)\b/i;

/** How far a guess looks. Longer lines exist, but not with a single half in them. */
const REACH = 4000;

/**
 * Where a translation that has lost its start tag probably starts. `undefined` when there is no text, or when the text
 * is inside another span and so belongs to something else.
 */
export function guessTargetStart(text: string, end: number): number | undefined {
  const near = text.slice(Math.max(0, end - REACH), end);
  const before = near.slice(near.lastIndexOf("\n") + 1);
  const { end: markEnd, isInSpan } = findLastMark(before);
  if (isInSpan) return undefined;
  let start = Math.max(markEnd, (BLOCK_START.exec(before) as RegExpExecArray)[0].length);
  while (start < before.length && /\s/.test(before[start] as string)) start += 1;
  // A link whose text is the segment: the bracket stays outside.
  if (before[start] === "[" && !before.includes("]", start)) start += 1;
  return start < before.length ? end - before.length + start : undefined;
}

/** Where the last tag or pipe of a line ends, and whether its last span tag opens one. Read backwards: most are near. */
function findLastMark(line: string): { end: number; isInSpan: boolean } {
  const pipe = line.lastIndexOf("|");
  let end: number | undefined;
  for (let at = line.lastIndexOf("<"); at !== -1; at = at === 0 ? -1 : line.lastIndexOf("<", at - 1)) {
    BEFORE_PAIR.lastIndex = at;
    const match = BEFORE_PAIR.exec(line);
    if (match === null) continue;
    // A pipe inside a tag is none.
    end ??= Math.max(BEFORE_PAIR.lastIndex, pipe + 1);
    if (match[2] !== undefined) return { end, isInSpan: match[1] === "" };
  }
  return { end: end ?? pipe + 1, isInSpan: false };
}

/**
 * Where an English half that has lost its end tags probably ends: before the next pair, cell or bracket, or with its
 * line. `limit` is where the next half begins.
 */
export function guessSourceEnd(text: string, start: number, limit: number): number {
  const line = (/^[^\r\n]*/.exec(text.slice(start, Math.min(limit, start + REACH))) as RegExpExecArray)[0];
  const stop = AFTER_PAIR.exec(line)?.index ?? line.length;
  return start + line.slice(0, stop).trimEnd().length;
}
