import { findAt, type Span } from "../text/span.ts";

/** A piece of a page: a segment, or a line or less of what stands between segments. */
export interface Token {
  /** As it stands in the page; for a segment of the English page what stands there. */
  readonly text: string;
  /** Tokens with the same key are the same thing; of a picture, for example, whatever its text is. */
  readonly key: string;
  /** UTF-16 offsets into its page. */
  readonly span: Span;
  /** Number of the segment in its page's list. `undefined`: it is none. */
  readonly segment: number | undefined;
}

/** A segment to be cut out of a page. */
export interface Place {
  readonly span: Span;
  /** See `Token.key`. */
  readonly key: string;
}

/** Something that the pipeline writes into a page. */
export interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** Keys of segments: each is asked for several times by every page. */
const SEGMENT_KEYS: string[] = [];

/** The key of a translated segment; long, so that segments outweigh lines. */
export function segmentKey(nth: number): string {
  return (SEGMENT_KEYS[nth] ??= `\u0000${String(nth).padStart(120, "0")}`);
}

/** How a page is cut. */
export interface Cut {
  /** Where it starts. */
  readonly from: number;
  /** Ascending, not overlapping. */
  readonly places: readonly Place[];
  readonly insertions?: readonly Insertion[];
  /** A page with plain line ends gets these. */
  readonly lineEnd?: string;
  /** Whole lines that are passed over, ascending; no place is in them. */
  readonly omitted?: readonly Span[];
  /** What stands there is not in any other page: ascending, not overlapping. */
  readonly own?: readonly Span[];
}

/** Cuts a page at the segments and at line ends. */
export function tokenize(
  page: string,
  { from, places, insertions = [], lineEnd = "\n", omitted = [], own = [] }: Cut,
): Token[] {
  const tokens: Token[] = [];
  const pending = [...insertions].sort((a, b) => a.offset - b.offset);
  let position = from;
  let inserted = 0;
  const addGap = (end: number): void => {
    let text = "";
    let start = position;
    for (; (pending[inserted]?.offset ?? Infinity) <= end; inserted += 1) {
      const insertion = pending[inserted] as Insertion;
      if (insertion.offset < position) continue;
      text += page.slice(start, insertion.offset) + insertion.text;
      start = insertion.offset;
    }
    text += page.slice(start, end);
    // With insertions, the places of single lines are not exact; nobody asks for them in an English page.
    let at = position;
    for (let lineStart = 0; lineStart < text.length;) {
      const newline = text.indexOf("\n", lineStart);
      const lineLimit = newline === -1 ? text.length : newline + 1;
      const line = text.slice(lineStart, lineLimit);
      const spanEnd = Math.min(end, at + line.length);
      const isOwn = own.length > 0 && findAt(own, at, (span) => span) !== undefined;
      tokens.push({
        text: lineEnd === "\n" ? line : line.replace(/\n$/, lineEnd),
        key: isOwn ? `\u0002${line}` : keyOf(line),
        span: { start: at, end: spanEnd },
        segment: undefined,
      });
      at = spanEnd;
      lineStart = lineLimit;
    }
  };
  const leaveOut = ({ start, end }: Span): void => {
    addGap(Math.max(position, start));
    position = Math.max(position, end);
  };
  let left = 0;
  places.forEach(({ span, key }, nth) => {
    for (; (omitted[left]?.start ?? Infinity) < span.start; left += 1) leaveOut(omitted[left] as Span);
    addGap(span.start);
    tokens.push({ text: page.slice(span.start, span.end), key, span, segment: nth });
    position = Math.max(position, span.end);
  });
  for (const each of omitted.slice(left)) leaveOut(each);
  addGap(page.length);
  return tokens;
}

const ALTERNATIVE = /!\[(?:[^[\]\n]|\[[^[\]\n]*\])*\](?=[([])/g;
const ATTRIBUTE = /\b(alt-text|alt|title|name)=(?:"[^"\n]*"|&quot;[^"\n]*?(?:"|&quot;))/g;

/** What each of the things has that a key leaves out or writes in another way. */
const MAY_VARY = /[\r\u00a0&!=]/;

/** A line without what is another text in another language: of pictures, directives and anchors. */
function keyOf(line: string): string {
  if (!MAY_VARY.test(line)) return line;
  // The pipeline makes blanks of no-break spaces, and entities of quotation marks.
  const bare = line.replace(/\r|\u00a0|&nbsp;|&quot;/g, (found) =>
    found === "\r" ? "" : found === "&quot;" ? '"' : " ",
  );
  if (!bare.includes("![") && !bare.includes("=")) return bare;
  return bare.replace(ALTERNATIVE, "![]").replace(ATTRIBUTE, '$1=""');
}

const WORDS = /\s+|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|[^\s\]|]+|[\]|]/g;

/** Lines cut at blanks, cell borders and link targets. */
export function toWords(lines: readonly Token[]): Token[] {
  return lines.flatMap(({ text, span }) =>
    Array.from(text.matchAll(WORDS), ({ 0: word, index }) => ({
      text: word,
      key: word.replaceAll("\r", ""),
      span: { start: span.start + index, end: span.start + index + word.length },
      segment: undefined,
    })),
  );
}
