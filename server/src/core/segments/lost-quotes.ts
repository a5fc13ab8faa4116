import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { type Description, FoundProblem, type PageMarkup } from "./found-problem.ts";
import type { MarkupProblem } from "./segment.ts";

/** A quotation mark that something has replaced. */
export interface LostQuote {
  readonly span: Span;
  /** Whether it is certain even in code: it lies in a stretch that was taken for one attribute value. */
  readonly isInStretch: boolean;
}

const ENTITY = "&(?:quot|#34|#x22);";
/** An entity, or a typographic quote with the sign before it. Told apart by its first character, with no look behind. */
const LOST_QUOTE = new RegExp(`${ENTITY}|=[“”„″＂]`, "gi");
/** An attribute; its alternatives start with different characters, so that nothing is tried twice. */
const ATTRIBUTE = new RegExp(
  `\\s+[\\w:.@-]+(?:\\s?=\\s?(?:"[^"<>]*"|'[^'<>]*'|${ENTITY}(?:[^"<>&]|&(?!(?:quot|#34|#x22);))*(?:"|${ENTITY})|[“”„″＂][^“”„″＂"<>]*[“”„″＂"]|[^\\s"'<>=&“”„″＂]+))?`,
  "iy",
);
const TAG_NAME = /<[a-z][\w:-]*/iy;
const TAG_CLOSE = /\s*\/?>/y;
const DELIMITER = new RegExp(`(?<==)(?:${ENTITY}|[“”„″＂])|(?:${ENTITY}|[“”„″＂])(?=[\\s/>])`, "gi");
const VALUE = /^[^\s"'<>&]+$/;
/** The longest tag that is looked into. */
const REACH = 600;
const NO_EDITS: readonly TextEdit[] = [];

/**
 * Quotation marks that were replaced by `&quot;` (or by typographic ones, in tags). Measured: where a pipeline took
 * `name="x&quot;>` for the start of an attribute value, every `"` up to the next one left alone became `&quot;`, over
 * paragraphs and code. A `&quot;` in prose or in a quoted value is legitimate. In page order.
 */
export function findLostQuotes(text: string, start: number): LostQuote[] {
  const lost: LostQuote[] = [];
  const candidates = new RegExp(LOST_QUOTE);
  candidates.lastIndex = start;
  let stretchEnd = start;
  while (candidates.test(text)) {
    const span = quoteBefore(text, candidates.lastIndex);
    const isEntity = text[span.start] === "&";
    if (isEntity && span.start >= stretchEnd && startsStretch(text, span)) {
      // Without another quotation mark the stretch has no end to be sure of.
      stretchEnd = Math.max(span.end, text.indexOf('"', span.end));
    }
    if (isEntity && span.start < stretchEnd) {
      lost.push({ span, isInStretch: true });
      continue;
    }
    const tag = text[span.start - 1] === "=" ? readTag(text, span.start) : undefined;
    if (tag === undefined) continue;
    addDelimiters(text, tag, lost);
    candidates.lastIndex = tag.end;
  }
  return lost;
}

/** The entity or typographic quote that ends at `end`. */
function quoteBefore(text: string, end: number): Span {
  return { start: text[end - 1] === ";" ? text.lastIndexOf("&", end - 1) : end - 1, end };
}

/** Those of the lost quotation marks that lie in a span. */
export function lostQuotesIn(quotes: readonly LostQuote[], { start, end }: Span): LostQuote[] {
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotes[middle] as LostQuote).span.start < start) low = middle + 1;
    else high = middle;
  }
  const inside: LostQuote[] = [];
  for (let nth = low; nth < quotes.length && (quotes[nth] as LostQuote).span.end <= end; nth += 1) {
    inside.push(quotes[nth] as LostQuote);
  }
  return inside;
}

/**
 * Problems for the lost quotation marks that no other problem mends: one for each place, which may reach over a few
 * lines.
 */
export function reportLostQuotes(markup: PageMarkup, problems: readonly MarkupProblem[]): MarkupProblem[] {
  const { text, quotes } = markup;
  if (quotes.length === 0) return [];
  const mended = placesOf(problems);
  const groups: LostQuote[][] = [];
  let group: LostQuote[] = [];
  let next = 0;
  let reach = 0;
  for (const quote of quotes) {
    while (next < mended.length && (mended[next] as Span).start <= quote.span.start) {
      reach = Math.max(reach, (mended[next] as Span).end);
      next += 1;
    }
    const isMended = quote.span.end <= reach;
    const last = group.at(-1);
    // A segment in between makes two places of them.
    if (isMended || (last !== undefined && !isNear(text, last, quote))) group = [];
    if (isMended) continue;
    if (group.length === 0) groups.push(group);
    group.push(quote);
  }
  return groups.map((each) => reportGroup(markup, each));
}

/** The places of problems, and of what their first repair writes, ascending. */
function placesOf(problems: readonly MarkupProblem[]): Span[] {
  const places: Span[] = [];
  for (const { span, repairs } of problems) {
    places.push(span);
    for (const edit of repairs[0]?.edits ?? NO_EDITS) places.push(edit.span);
  }
  return places.sort((a, b) => a.start - b.start);
}

function reportGroup(markup: PageMarkup, group: readonly LostQuote[]): MarkupProblem {
  const { span, isInStretch } = group[0] as LostQuote;
  return new FoundProblem("corrupt-markup", span, isInStretch, markup, group, describeGroup);
}

function describeGroup({ text }: PageMarkup, group: readonly LostQuote[]): Description {
  const { span } = group[0] as LostQuote;
  const found = `\`${text.slice(span.start, span.end)}\``;
  const times = group.length === 1 ? "" : `, ${group.length} times from here on`;
  return {
    message: `Expected a quotation mark \`"\`, found ${found}${times}. Markup and code do not work with it.`,
    repairs: [
      {
        title: `Replace ${found} by \`"\``,
        edits: group.map((quote) => ({ span: quote.span, newText: '"' })),
        isSafe: true,
      },
    ],
    leftovers: [],
  };
}

/** At most a few lines apart, and equally certain. */
function isNear(text: string, left: LostQuote, right: LostQuote): boolean {
  if (left.isInStretch !== right.isInStretch) return false;
  return text.slice(left.span.end, right.span.start).split("\n").length <= 4;
}

/** `name="x&quot;>`: a value without blanks, a real quotation mark before it, and then the end of the tag. */
function startsStretch(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const quote = before.lastIndexOf('"');
  if (quote < 1 || before[quote - 1] !== "=" || !VALUE.test(before.slice(quote + 1))) return false;
  if (before.lastIndexOf("<") <= before.lastIndexOf(">")) return false;
  return /^(?:\s?\/?>|\s[\w:-]{1,40}=&)/.test(text.slice(end, end + 44));
}

/** The tag that an attribute at `offset` belongs to, read to its end; `undefined` when it is none. */
function readTag(text: string, offset: number): Span | undefined {
  const before = text.slice(Math.max(0, offset - REACH), offset);
  const open = before.lastIndexOf("<");
  if (open === -1) return undefined;
  const tag = text.slice(offset - before.length + open, offset + REACH);
  TAG_NAME.lastIndex = 0;
  if (!TAG_NAME.test(tag)) return undefined;
  let position = TAG_NAME.lastIndex;
  for (;;) {
    ATTRIBUTE.lastIndex = position;
    if (!ATTRIBUTE.test(tag)) break;
    position = ATTRIBUTE.lastIndex;
  }
  TAG_CLOSE.lastIndex = position;
  if (!TAG_CLOSE.test(tag)) return undefined;
  const start = offset - before.length + open;
  return start + TAG_CLOSE.lastIndex > offset ? { start, end: start + TAG_CLOSE.lastIndex } : undefined;
}

function addDelimiters(text: string, tag: Span, lost: LostQuote[]): void {
  const delimiters = new RegExp(DELIMITER);
  delimiters.lastIndex = tag.start;
  // The bracket at the tag's end is part of none.
  while (delimiters.test(text) && delimiters.lastIndex < tag.end) {
    lost.push({ span: quoteBefore(text, delimiters.lastIndex), isInStretch: false });
  }
}
