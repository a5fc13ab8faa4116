import { distance } from "fastest-levenshtein";
import type { Span } from "../text/span.ts";
import type { PlainSegment } from "./plain-segments.ts";
import { type Tag, TagList } from "./tag-list.ts";
import { lazily } from "../text/lazily.ts";

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
const CANDIDATE = /<\s{0,3}(?:\/\s{0,3})?span(?![\w-])|[ts]tu-id|sxs-lookup/gi;
/** A half's tag as the pipeline writes it. */
const EXACT_HALF = /<span data-[ts]tu-id="[\w.-]{1,24}">/y;
const HALF_LETTER = "<span data-".length;
const HALF_ID = halfTag("target", "\n").indexOf("\n");
const KEYWORD = /[ts]tu-id|sxs-lookup/i;
const ASSIGNMENT = new RegExp(`[^\\S\\r\\n]{0,9}=?[^\\S\\r\\n]{0,9}${QUOTE}{0,3}[^\\S\\r\\n]{0,9}`, "y");
const TAG_NAME = /<\s{0,3}span/iy;
// No blank here may be a line end: the `>` of a quotation on the next line is not part of a tag.
const WHOLE_END = /<\s{0,3}\/\s{0,3}span(?:[^\S\n]{0,3}>)?/iy;
const ID_WORD = /[\w.-]{0,24}/y;
/** An id that a translation tool wrote with blanks, in full width, with digits of its language or another hyphen. */
const MANGLED_ID =
  /[0-9a-f\p{Nd}\uff21-\uff26\uff41-\uff46](?:[\w. \p{Nd}-]|[\u2010-\u2015\u2212\u3000\uff0d\uff21-\uff26\uff41-\uff46]){0,23}/iuy;
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
const DOUBTFUL_END = /`|\s{0,3}<\s{0,3}\/\s{0,3}span/iy;
/** Longer than any tag of the markup; bounds the work for each candidate. */
const REACH = 200;
/** More tags than this between the two halves of a pair are rare: few texts hold spans. */
const NEAR = 8;

/**
 * The span tags of a text from `from` on. Tolerates every damage that leaves a tag recognisable: other quotes, blanks,
 * letter case, attributes, and letters or brackets lost. Linear: the work for each candidate is bounded. `plain` are the
 * pairs without damage, which are not taken apart.
 */
export function readTags(text: string, from: number, plain: readonly PlainSegment[]): TagList {
  const tags = new TagList(text, plain);
  const candidates = new RegExp(CANDIDATE);
  candidates.lastIndex = from;
  let position = from;
  let nth = 0;
  while (candidates.test(text)) {
    const start = candidateStart(text, candidates.lastIndex);
    while (nth < plain.length && (plain[nth] as PlainSegment).start < start) nth += 1;
    const segment = plain[nth];
    if (segment?.start === start && endsPlainly(text, segment)) tags.addPair(nth);
    else if (!addTag(tags, text, start, position)) continue;
    position = tags.end(tags.length - 1);
    candidates.lastIndex = position;
  }
  settleIds(text, tags);
  return tags;
}

/** Where a candidate starts that ends at `end`. Asked so that no object is made for each of them. */
function candidateStart(text: string, end: number): number {
  const last = text[end - 1];
  if (last === "d" || last === "D") return end - "ttu-id".length;
  if (last === "p" || last === "P") return end - "sxs-lookup".length;
  return text.lastIndexOf("<", end - 1);
}

function endsPlainly(text: string, { end }: PlainSegment): boolean {
  DOUBTFUL_END.lastIndex = end;
  return !DOUBTFUL_END.test(text);
}

/** Adds the tag of a candidate, if it is one; `floor` is where the tag before it ends. */
function addTag(tags: TagList, text: string, start: number, floor: number): boolean {
  if (addExact(tags, text, start)) return true;
  const tag = text[start] === "<" ? readTag(text, start) : readHeadless(text, start, floor);
  if (tag === undefined) return false;
  addDamaged(tags, tag);
  return true;
}

/** Adds a tag that is written as the pipeline writes it: nearly all are, and no object is made for them. */
function addExact(tags: TagList, text: string, start: number): boolean {
  if (text.startsWith(END_TAG, start)) {
    tags.addExact("end", start, start + END_TAG.length);
    return true;
  }
  if (text.startsWith(LOOKUP_TAG, start)) {
    tags.addExact("lookup", start, start + LOOKUP_TAG.length);
    return true;
  }
  EXACT_HALF.lastIndex = start;
  if (!EXACT_HALF.test(text)) return false;
  const kind = text[start + HALF_LETTER] === "t" ? "target" : "source";
  const end = EXACT_HALF.lastIndex;
  tags.addExact(kind, start, end, start + HALF_ID, end - '">'.length);
  return true;
}

/** After `sxs-lookup`, a half whose name is damaged can only be the source. */
function addDamaged(tags: TagList, tag: Tag): void {
  const last = tags.length - 1;
  const isSource =
    tag.kind === "target" &&
    !tag.isExact &&
    tags.kind(last) === "lookup" &&
    tags.end(last) === tag.span.start;
  tags.add(isSource ? { ...tag, kind: "source" } : tag);
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
  const mangledEnd = skip(MANGLED_ID, text, start);
  if (text.startsWith('">', mangledEnd)) return mangledEnd;
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

function makeTag(
  text: string,
  kind: Tag["kind"],
  span: Span,
  idSpan: Span = { start: span.end, end: span.end },
  hasOtherAttributes = false,
): Tag {
  const written = text.slice(span.start, span.end);
  const isExact = written === canonicalTag(kind, text.slice(idSpan.start, idSpan.end), written);
  return { kind, span, idSpan, isExact, hasOtherAttributes };
}

function canonicalTag(kind: Tag["kind"], id: string, written: string): string {
  switch (kind) {
    case "target":
    case "source":
      return id === "" ? "" : halfTag(kind, id);
    case "lookup":
      return LOOKUP_TAG;
    case "end":
      return END_TAG;
    case "open":
      return written;
  }
}

/**
 * Where nothing ends an id, digits of the text may stand right behind what is left of it: the id in the other half of the
 * pair tells them apart.
 */
function settleIds(text: string, tags: TagList): void {
  for (let nth = 0; nth < tags.length; nth += 1) {
    const kind = tags.kind(nth);
    if ((kind !== "target" && kind !== "source") || tags.isExact(nth)) continue;
    const { start, end } = tags.idSpan(nth);
    const other = isClosed(text, end) ? undefined : findOtherId(tags, nth, kind === "target" ? 1 : -1);
    if (other === undefined || other === tags.id(nth)) continue;
    const common = commonLength(text.slice(start, start + other.length), other);
    // Less than the letters that all ids of a page share may be the text's own.
    const idEnd = common > other.indexOf("-") ? start + common : start;
    const close = closeTag(text, idEnd);
    const limit = nth + 1 < tags.length ? tags.start(nth + 1) : text.length;
    tags.settle(nth, Math.min(close.end, limit), idEnd, close.hasAttributes);
  }
}

/** How many characters two texts begin with in common. */
function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** The id of the pair's other half, if that is near, before (-1) or after (1) the tag `nth`, and undamaged. */
function findOtherId(tags: TagList, nth: number, step: 1 | -1): string | undefined {
  const wanted = step === 1 ? "source" : "target";
  for (let away = 1; away <= NEAR; away += 1) {
    const other = nth + step * away;
    const kind = tags.kind(other);
    if (kind === wanted) return tags.isExact(other) ? tags.id(other) : undefined;
    if (kind === undefined || kind === "target" || kind === "source" || kind === "pairs") return undefined;
  }
  return undefined;
}

function skip(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position;
  return pattern.test(text) ? pattern.lastIndex : position;
}
