import { distance } from "fastest-levenshtein";
import type { Span } from "../text/span.ts";
import type { PlainSegment } from "./plain-segments.ts";
import { lazily } from "../text/lazily.ts";

/**
 * What a tag of the side-by-side markup is for; `open` is any other `<span …>`, which is content. `pairs` stands for all
 * tags of pairs without damage that no other tag stands between: however many there are, the damage around them sees one.
 */
export type TagKind = "target" | "source" | "lookup" | "end" | "open" | "pairs";

/** A span tag as it stands in a page, damaged or not. */
export interface Tag {
  readonly kind: TagKind;
  readonly span: Span;
  /** The id of a target or source tag as written; empty for other kinds and where it is lost. */
  readonly id: string;
  /** Where the id stands, or would stand. */
  readonly idSpan: Span;
  /** Whether it is written exactly as the localization pipeline writes it. */
  readonly isExact: boolean;
  /** Whether it has attributes that the pipeline does not write: a repair would lose them. */
  readonly hasOtherAttributes: boolean;
  /** Those of `pairs`, at least one. */
  readonly plain: readonly PlainSegment[];
}

const NO_PAIRS: readonly PlainSegment[] = [];

/** Stands around the English half, as the pipeline writes it. */
export const LOOKUP_TAG = '<span class="sxs-lookup">';
/** Closes each of the tags. */
export const END_TAG = "</span>";

/** The tag that opens a half, as the pipeline writes it. */
export function halfTag(kind: "target" | "source", id: string): string {
  return kind === "target" ? `<span data-ttu-id="${id}">` : `<span data-stu-id="${id}">`;
}

/** What ends a target and opens its source, as the pipeline writes it. */
export function seamMarkup(id: string): string {
  return END_TAG + LOOKUP_TAG + halfTag("source", id);
}

/** Everything that has been seen in place of `"`, and what editors make of it. */
const QUOTE = "(?:&(?:quot|#34|#x22|apos|#39|[lr][sd]quo);|[\"'“”„‟‘’«»″＂])";
/** Where a tag may be: a span tag, or, where its beginning is lost, an attribute that no other tag has. To be copied. */
export const CANDIDATE = /<\s{0,3}\/?\s{0,3}span(?![\w-])|[ts]tu-id|sxs-lookup/gi;
/** As the pipeline writes them: nearly all there are, read without further ado. */
const EXACT = /<(?:\/span|span class="sxs-lookup"|span data-([ts])tu-id="([\w.-]{1,24})")>/y;
const KEYWORD = /[ts]tu-id|sxs-lookup/i;
const ASSIGNMENT = new RegExp(`[^\\S\\r\\n]{0,9}=?[^\\S\\r\\n]{0,9}${QUOTE}{0,3}[^\\S\\r\\n]{0,9}`, "y");
const TAG_NAME = /<\s{0,3}span/iy;
// No blank here may be a line end: the `>` of a quotation on the next line is not part of a tag.
const WHOLE_END = /<\s{0,3}\/\s{0,3}span(?:[^\S\n]{0,3}>)?/iy;
const ID_WORD = /[\w.-]{0,24}/y;
const ID_SHAPE = /^[0-9a-f]{5}-p?\d{3,4}/i;
const VALUE_END = new RegExp(`[^\\S\\n]{0,9}${QUOTE}{1,3}|`, "y");
const TAG_END =
  /((?:\s{1,9}[\w:-]{1,30}(?:\s?=\s?(?:"[^"<>\n]{0,99}"|'[^'<>\n]{0,99}'|[\w-]{1,30}))?){0,8})[^\S\n]{0,9}\/?>/y;
/** What most other spans lack: the number of an id. Asked first, since the next expression is large. */
const NUMBER = /-[pP]?\d{3}/;
const NAMELESS_HALF = new RegExp(
  `^\\s{0,9}([^=<>]{0,24}?)\\s{0,9}=?\\s{0,9}${QUOTE}{0,3}[0-9a-f]{5}-p?\\d{3,4}(?!\\w)`,
  "i",
);
/**
 * What comes before `data-` or `class=`. Without the bracket, fewer letters than these may be a word of the text or its
 * end, unless they stand right behind another tag.
 */
const SPAN_START =
  "(?:(?:<[^\\S\\n]?|^)s?p?a?n?[^\\S\\n]{0,3}|(?<![\\p{Script=Latin}\\d])(?:s?pan[^\\S\\n]{0,3})?)";
const HALF_START = lazily(() => new RegExp(`${SPAN_START}d?a?t?a?-?$`, "iu"));
const LOOKUP_START = lazily(
  () => new RegExp(`${SPAN_START}c?l?a?s?s?[^\\S\\n]?=?[^\\S\\n]?${QUOTE}{0,2}$`, "iu"),
);
/** What right behind a pair makes it doubtful where it ends: another end tag, or code that it may stand in. */
const DOUBTFUL_END = /`|\s{0,3}<\s{0,3}\//y;
/** Longer than any tag of the markup; bounds the work for each candidate. */
const REACH = 200;
/** More tags than this between the two halves of a pair are rare: few texts hold spans. */
const NEAR = 8;

/**
 * The span tags of a text from `from` on, in order and not overlapping. Tolerates every damage that leaves a tag
 * recognisable: other quotes, blanks, letter case, attributes, and letters or brackets lost. Linear: the work for
 * each candidate is bounded. `plain` are the pairs without damage, which are not taken apart.
 */
export function readTags(text: string, from: number, plain: readonly PlainSegment[]): Tag[] {
  const tags: Tag[] = [];
  const candidates = new RegExp(CANDIDATE);
  candidates.lastIndex = from;
  let position = from;
  let nth = 0;
  let run: PlainSegment[] = [];
  for (let match = candidates.exec(text); match !== null; match = candidates.exec(text)) {
    const start = match.index;
    while (nth < plain.length && (plain[nth] as PlainSegment).start < start) nth += 1;
    const segment = plain[nth];
    if (segment?.start === start && endsPlainly(text, segment)) {
      run.push(segment);
      position = segment.end;
    } else {
      const tag = readAt(text, start, position);
      if (tag === undefined) continue;
      if (run.length > 0) tags.push(pairsTag(run));
      run = [];
      tags.push(tag);
      position = tag.span.end;
    }
    candidates.lastIndex = position;
  }
  if (run.length > 0) tags.push(pairsTag(run));
  const settled = tags.map((tag, nth) => settleKind(tag, tags[nth - 1]));
  return settled.map((tag, nth) => settleId(text, tag, settled, nth));
}

function endsPlainly(text: string, { end }: PlainSegment): boolean {
  DOUBTFUL_END.lastIndex = end;
  return !DOUBTFUL_END.test(text);
}

function pairsTag(plain: readonly PlainSegment[]): Tag {
  const { start, id, idSpan } = plain[0] as PlainSegment;
  const { end } = plain.at(-1) as PlainSegment;
  return { kind: "pairs", span: { start, end }, id, idSpan, isExact: true, hasOtherAttributes: false, plain };
}

/** The tag of a candidate; `floor` is where the tag before it ends. */
function readAt(text: string, start: number, floor: number): Tag | undefined {
  if (text[start] !== "<") return readHeadless(text, start, floor);
  return readExact(text, start) ?? readTag(text, start);
}

function readExact(text: string, start: number): Tag | undefined {
  EXACT.lastIndex = start;
  const match = EXACT.exec(text);
  if (match === null) return undefined;
  const end = EXACT.lastIndex;
  const id = match[2] ?? "";
  const idEnd = id === "" ? end : end - '">'.length;
  const half = match[1] === "t" ? "target" : "source";
  return {
    kind: id !== "" ? half : text[start + 1] === "/" ? "end" : "lookup",
    span: { start, end },
    id,
    idSpan: { start: idEnd - id.length, end: idEnd },
    isExact: true,
    hasOtherAttributes: false,
    plain: NO_PAIRS,
  };
}

function readTag(text: string, start: number): Tag | undefined {
  const nameEnd = skip(TAG_NAME, text, start);
  if (nameEnd === start) return makeTag(text, "end", { start, end: skip(WHOLE_END, text, start) });

  const bodyEnd = findBodyEnd(text, nameEnd);
  const body = text.slice(nameEnd, bodyEnd);
  const keyword = KEYWORD.exec(body);
  if (keyword !== null) return readAttribute(text, start, nameEnd + keyword.index);
  if (text[nameEnd - 5] !== "<") return undefined;

  const nameless = NUMBER.test(body) ? NAMELESS_HALF.exec(body) : null;
  if (nameless !== null) {
    const tag = readNamelessHalf(text, start, nameEnd, nameless[1] as string);
    if (tag !== undefined) return tag;
  }
  const end = text[bodyEnd] === ">" ? bodyEnd + 1 : nameEnd;
  const isLookup = distance(text.slice(start, end), LOOKUP_TAG) <= 5;
  return makeTag(text, isLookup ? "lookup" : "open", { start, end });
}

/** A tag whose `<span` is damaged, known by its attribute. `floor` is where the tag before it ends. */
function readHeadless(text: string, keywordAt: number, floor: number): Tag | undefined {
  const isLookup = /s/i.test(text[keywordAt + 2] ?? "");
  const before = text.slice(Math.max(floor, keywordAt - 24), keywordAt);
  const head = findHead(before, isLookup);
  const start = keywordAt - head.length;
  // Escaped markup and bare names are prose about the markup.
  if (head.length < 4 || before.slice(0, before.length - head.length).endsWith("&lt;")) return undefined;
  const tag = readAttribute(text, start, keywordAt);
  // Without a bracket at either end it is an attribute that is talked about.
  if (!head.includes("<") && text[tag.span.end - 1] !== ">") return undefined;
  const isAssigned = isLookup ? /[="']/.test(head) : /^\s*=/.test(text.slice(keywordAt + 6, keywordAt + 10));
  return isAssigned ? tag : undefined;
}

/** What is left of `<span data-` or `<span class="` at the end of a text, letters lost or slipped in. */
function findHead(before: string, isLookup: boolean): string {
  const bracket = before.lastIndexOf("<");
  const mangled = bracket === -1 ? "" : before.slice(bracket);
  const expected = isLookup ? LOOKUP_TAG.slice(0, LOOKUP_TAG.indexOf("sxs")) : "<span data-";
  // A whole tag in there is not ours.
  if (mangled !== "" && !mangled.includes(">") && distance(mangled, expected) <= 3) return mangled;
  return (isLookup ? LOOKUP_START() : HALF_START()).exec(before)?.[0] ?? "";
}

function readAttribute(text: string, start: number, keywordAt: number): Tag {
  const letter = (text[keywordAt] as string).toLowerCase();
  const isLookup = (text[keywordAt + 1] as string).toLowerCase() === "x";
  if (isLookup) {
    const end = closeTag(text, keywordAt + "sxs-lookup".length);
    return makeTag(text, "lookup", { start, end: end.end }, undefined, end.hasAttributes);
  }
  return readHalf(text, start, keywordAt + "ttu-id".length, letter === "t" ? "target" : "source");
}

function readHalf(text: string, start: number, nameEnd: number, kind: "target" | "source"): Tag {
  const assigned = skip(ASSIGNMENT, text, nameEnd);
  // Between two quotation marks there is the place of an id that is gone.
  const idStart = /["']["']$/.test(text.slice(nameEnd, assigned)) ? assigned - 1 : assigned;
  const idEnd = findIdEnd(text, idStart);
  const close = closeTag(text, idEnd);
  const before = /^<\s*span\s+data-$/i.test(text.slice(start, nameEnd - "ttu-id".length));
  return makeTag(
    text,
    kind,
    { start, end: close.end },
    { start: idStart, end: idEnd },
    close.hasAttributes || (!before && /=/.test(text.slice(start, nameEnd))),
  );
}

/** A span with an id of ours under a name that is nearly ours: `<span data-tu-id="45297-103">`. */
function readNamelessHalf(text: string, start: number, nameEnd: number, name: string): Tag | undefined {
  const toTarget = distance(name.toLowerCase(), "data-ttu-id");
  const toSource = distance(name.toLowerCase(), "data-stu-id");
  if (name !== "" && Math.min(toTarget, toSource) > 3) return undefined;
  const valueAt = text.indexOf(name, nameEnd) + name.length;
  return readHalf(text, start, valueAt, toSource < toTarget ? "source" : "target");
}

/**
 * Where an id ends: with its tag, or, where quote or bracket are lost, after what has an id's shape. Anything else may be
 * the first word of the text, which a repair must not take for an id.
 */
function findIdEnd(text: string, start: number): number {
  const end = skip(ID_WORD, text, start);
  if (isClosed(text, end)) return end;
  const shape = ID_SHAPE.exec(text.slice(start, end));
  return start + (shape?.[0].length ?? 0);
}

/** Whether a tag ends behind a value. A quote alone does not tell: it may be the apostrophe of a word. */
function isClosed(text: string, valueEnd: number): boolean {
  const { end, hasAttributes } = closeTag(text, valueEnd);
  const isQuoted = skip(VALUE_END, text, valueEnd) > valueEnd;
  return text[end - 1] === ">" && end > valueEnd && (isQuoted || !hasAttributes);
}

function closeTag(text: string, valueEnd: number): { end: number; hasAttributes: boolean } {
  const quoteEnd = skip(VALUE_END, text, valueEnd);
  TAG_END.lastIndex = quoteEnd;
  const match = TAG_END.exec(text);
  if (match === null) return { end: quoteEnd, hasAttributes: false };
  return { end: TAG_END.lastIndex, hasAttributes: match[1] !== "" };
}

/** The first `<` or `>` after a tag's name. */
function findBodyEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + REACH);
  let end = start;
  while (end < limit && text[end] !== "<" && text[end] !== ">") end += 1;
  return end;
}

function makeTag(text: string, kind: TagKind, span: Span, idSpan?: Span, hasOtherAttributes = false): Tag {
  const id = idSpan === undefined ? "" : text.slice(idSpan.start, idSpan.end);
  const written = text.slice(span.start, span.end);
  return {
    kind,
    span,
    id,
    idSpan: idSpan ?? { start: span.end, end: span.end },
    isExact: written === canonicalTag(kind, id, written),
    hasOtherAttributes,
    plain: NO_PAIRS,
  };
}

function canonicalTag(kind: TagKind, id: string, written: string): string {
  switch (kind) {
    case "target":
    case "source":
      return id === "" ? "" : halfTag(kind, id);
    case "lookup":
      return LOOKUP_TAG;
    case "end":
      return END_TAG;
    case "open":
    case "pairs":
      return written;
  }
}

/** After `sxs-lookup`, a half whose name is damaged can only be the source. */
function settleKind(tag: Tag, previous: Tag | undefined): Tag {
  if (tag.kind !== "target" || tag.isExact || previous?.kind !== "lookup") return tag;
  return previous.span.end === tag.span.start ? { ...tag, kind: "source" } : tag;
}

/**
 * Where nothing ends an id, digits of the text may stand right behind what is left of it: the id in the other half of the
 * pair tells them apart.
 */
function settleId(text: string, tag: Tag, tags: readonly Tag[], nth: number): Tag {
  if (tag.isExact || (tag.kind !== "target" && tag.kind !== "source")) return tag;
  const { start, end } = tag.idSpan;
  const other = isClosed(text, end) ? undefined : findOtherHalf(tags, nth, tag.kind === "target" ? 1 : -1);
  if (other === undefined || other.id === tag.id) return tag;
  const common = commonLength(text.slice(start, start + other.id.length), other.id);
  // Less than the letters that all ids of a page share may be the text's own.
  const idEnd = common > other.id.indexOf("-") ? start + common : start;
  const close = closeTag(text, idEnd);
  const span = { start: tag.span.start, end: Math.min(close.end, tags[nth + 1]?.span.start ?? text.length) };
  return makeTag(text, tag.kind, span, { start, end: idEnd }, close.hasAttributes || tag.hasOtherAttributes);
}

/** How many characters two texts begin with in common. */
function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** The undamaged tag of the pair's other half, before (-1) or after (1) the tag `nth`, if it is near. */
function findOtherHalf(tags: readonly Tag[], nth: number, step: 1 | -1): Tag | undefined {
  const wanted = step === 1 ? "source" : "target";
  for (let away = 1; away <= NEAR; away += 1) {
    const tag = tags[nth + step * away];
    if (tag?.kind === wanted) return tag.isExact ? tag : undefined;
    if (tag === undefined || tag.kind === "target" || tag.kind === "source" || tag.kind === "pairs")
      return undefined;
  }
  return undefined;
}

function skip(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position;
  return pattern.test(text) ? pattern.lastIndex : position;
}
