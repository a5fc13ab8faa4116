import type { Span } from "../text/span.ts";

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

/** The key of a translated segment; long, so that segments outweigh lines. */
export function segmentKey(nth: number): string {
  return `\u0000${String(nth).padStart(120, "0")}`;
}

/**
 * Cuts a page, from `from` on, at the segments and at line ends. `places` ascend and do not overlap. A page with plain
 * line ends gets those of `lineEnd`.
 */
export function tokenize(
  page: string,
  from: number,
  places: readonly Place[],
  insertions: readonly Insertion[] = [],
  lineEnd = "\n",
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
    for (const line of text.split(/(?<=\n)/)) {
      if (line !== "") {
        const spanEnd = Math.min(end, at + line.length);
        tokens.push({
          text: lineEnd === "\n" ? line : line.replace(/\n$/, lineEnd),
          key: keyOf(line),
          span: { start: at, end: spanEnd },
          segment: undefined,
        });
      }
      at = Math.min(end, at + line.length);
    }
  };
  places.forEach(({ span, key }, nth) => {
    addGap(span.start);
    tokens.push({ text: page.slice(span.start, span.end), key, span, segment: nth });
    position = Math.max(position, span.end);
  });
  addGap(page.length);
  return tokens;
}

const ALTERNATIVE = /!\[(?:[^[\]\n]|\[[^[\]\n]*\])*\](?=[([])/g;
const ATTRIBUTE = /\b(alt-text|alt|title|name)=(?:"[^"\n]*"|&quot;[^"\n]*?(?:"|&quot;))/g;

/** A line without what is another text in another language: of pictures, directives and anchors. */
function keyOf(line: string): string {
  // The pipeline makes blanks of no-break spaces, and entities of quotation marks.
  const bare = line.replace(/\r|\u00a0|&nbsp;|&quot;/g, (found) =>
    found === "\r" ? "" : found === "&quot;" ? '"' : " ",
  );
  if (!bare.includes("![") && !bare.includes("=")) return bare;
  return bare.replace(ALTERNATIVE, "![]").replace(ATTRIBUTE, '$1=""');
}
