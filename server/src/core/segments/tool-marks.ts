import type { Document } from "../document/document.ts";
import { findEntry } from "../front-matter/front-matter.ts";
import { inTurn } from "../rules/in-turn.ts";
import type { Finding, Fix } from "../rules/rule.ts";
import { quote } from "../text/quote.ts";
import { findAt, type Span } from "../text/span.ts";
import { isInCode } from "./markup-findings.ts";
import { markedAnchors } from "./marked-anchors.ts";
import type { Segment } from "./segment.ts";

/** Tags of XLIFF, one of which is on a page that has any. To a reader's browser their ids are bookmarks. */
const TAGS = ['<bpt id="', '<ph id="'];
/** How the others begin. V8 is quick to look for a text of at most six characters that begins with a rare one. */
const OTHERS = ["{1", "!OP. N", "! OP. "];
/** The key of a page whose English lists names that are not to be translated. */
const NAMES_KEY = "no-loc";
/**
 * How tools write those names: `:::no-loc(name):::`, which the build takes out. What machine translation made of it in the
 * texts of pictures has blanks, and capitals, and too few colons.
 */
const TORN_NAME = /:{2,3} ?no-loc ?\( ?([^()\n]{1,100}?) ?\) ?:{2,3}/gi;
const LETTER_BEFORE = /[\p{L}\p{M}]$/u;
/** A word that begins with a capital is one of its own; small letters may be an ending. */
const WORD_BEHIND = /^\p{Lu}/u;
const WHOLE_NAME = /^:::no-loc\([^ ]/;
/**
 * `<bpt id="p1">**</bpt>` stands for what is between, `{1&gt;text&lt;1}` encloses it, and `[!OP.NO-LOC(name)]` keeps a
 * name from being translated, unless blanks got into it.
 */
const MARK =
  /<(bpt|ept|ph|it) id="[^"<>\n]{1,20}">[^<\n]{0,200}<\/\1>|\[! ?OP\. NO-LOC ?\([^()\n]{1,100}\) ?\]|\{(\d{1,2})(?:>|&gt;)[^<\n]{0,200}?(?:<|&lt;)(?:\d{1,2}\}(?:<|&lt;))*\2\}/g;
/** How those begin that nothing is kept in. */
const EMPTY_STARTS = ["__t", "( # "];
/**
 * `@no__t-0`, `@ no__t 1`: what stood there, code or a bracket mostly, is gone. Chinese has `( # A1` for `()`. The name of
 * a color, `( # A1B2C3)`, is longer.
 */
const CALL_MARK = /\( # [AB]\d{1,2}(?![A-Za-z0-9])/i;
const BLANK_BEFORE_END = /^ [\]<*]/;
const EMPTY_MARK = String.raw`@ ?no__t(?: ?[-–_]? ?\d{1,2})?`;
const EMPTY_MARKS = new RegExp(String.raw`${EMPTY_MARK}(?: ?@? ?${EMPTY_MARK})*|${CALL_MARK.source}`, "gi");
const FIRST_EMPTY_MARK = new RegExp(`^${EMPTY_MARK}`, "i");
const PART =
  /\[! ?OP\. NO-LOC ?\(|\) ?\]$|<\/?(?:bpt|ept|ph|it)\b[^<>]*>|\{\d{1,2}(?:>|&gt;)|(?:<|&lt;)\d{1,2}\}/g;

/**
 * Marks in which translation tools carry markup through a translation (those of XLIFF among them), and which they take
 * out again. Where one is left, readers see it, and Markdown does not see the `**` in it.
 */
export function toolMarkFindings(document: Document): Iterable<Finding> {
  const kept = findEntry(document.frontMatter, NAMES_KEY);
  const mayHoldEmpty = EMPTY_STARTS.some((start) => document.text.includes(start));
  return inTurn(
    mayHoldMarks(document) ? fullMarks(document) : [],
    kept === undefined ? [] : tornNames(document),
    kept === undefined ? [] : markedAnchors(document, kept.value),
    mayHoldEmpty ? emptyMarks(document) : [],
  );
}

function* fullMarks(document: Document): Iterable<Finding> {
  for (const { 0: written, index } of document.text.matchAll(MARK)) {
    const [first = ""] = written.match(PART) ?? [];
    const finding = findingOf(document, index, written, first, written.replace(PART, ""));
    if (finding !== undefined) yield finding;
  }
}

/** What the halves of a segment tell of all marks in it. */
interface MarkedSegment {
  readonly englishMarks: ReadonlySet<string>;
  /** The English has as many `()` as its translation has such marks and `()`: each mark stands for one. */
  readonly areCalls: boolean;
}

/** Those with nothing but blanks between them are one finding. What stood there is in the English alone. */
function* emptyMarks(document: Document): Iterable<Finding> {
  const { text, segments } = document;
  // One segment may hold thousands of marks.
  const known = new Map<Segment, MarkedSegment>();
  for (const { 0: written, index } of text.matchAll(EMPTY_MARKS)) {
    const span = { start: index, end: index + written.length };
    const segment = findAt(segments, index, (each) => each);
    if (isInCode(document, span)) continue;
    if (segment === undefined) {
      yield emptyMark(span, written);
      continue;
    }
    const marked = known.get(segment) ?? readMarks(segment);
    known.set(segment, marked);
    if (index >= segment.targetSpan.end || marked.englishMarks.has(written)) continue;
    const isCall = written.startsWith("(") && marked.areCalls;
    yield emptyMark(span, written, isCall ? [callFix(text, span)] : []);
  }
}

function emptyMark(span: Span, written: string, fixes: readonly Fix[] = []): Finding {
  const [first] = FIRST_EMPTY_MARK.exec(written) ?? [written];
  const message = `${quote(first)} is left over from a translation tool, in place of what the English has.`;
  return { span, message, fixes };
}

function readMarks({ target, source }: Segment): MarkedSegment {
  const marks = target.split(CALL_MARK).length - 1;
  const whole = target.split("()").length - 1;
  const calls = source.split("()").length - 1;
  return { englishMarks: new Set(source.match(EMPTY_MARKS)), areCalls: marks + whole === calls };
}

function callFix(text: string, { start, end }: Span): Fix {
  const blankBefore = text.charAt(start - 1) === " " ? 1 : 0;
  const blankBehind = BLANK_BEFORE_END.test(text.slice(end, end + 2)) ? 1 : 0;
  const edits = [{ span: { start: start - blankBefore, end: end + blankBehind }, newText: "()" }];
  return { title: "Write `()`", edits, isPreferred: true };
}

function* tornNames(document: Document): Iterable<Finding> {
  const { text, frontMatter } = document;
  const bodyStart = frontMatter?.span.end ?? 0;
  for (const { 0: written, 1: name = "", index } of text.slice(bodyStart).matchAll(TORN_NAME)) {
    if (WHOLE_NAME.test(written)) continue;
    const start = bodyStart + index;
    const end = start + written.length;
    const before = LETTER_BEFORE.test(text.slice(Math.max(0, start - 2), start)) ? " " : "";
    const newText = before + name + (WORD_BEHIND.test(text.slice(end, end + 2)) ? " " : "");
    const finding = findingOf(document, start, written, written, newText);
    if (finding !== undefined) yield finding;
  }
}

/** `undefined`: it is code, or the English has it. */
function findingOf(
  document: Document,
  start: number,
  written: string,
  mark: string,
  newText: string,
): Finding | undefined {
  const span = { start, end: start + written.length };
  if (isInCode(document, span) || isOfEnglish(document, span, written)) return undefined;
  return {
    span,
    message: `${quote(mark)} is left over from a translation tool.`,
    fixes: [{ title: "Remove what the tool left", edits: [{ span, newText }], isPreferred: true }],
  };
}

/**
 * Asks the bookmarks, since tags are everywhere on a page: to look for two of them takes as long as to read all
 * segments.
 */
function mayHoldMarks({ text, frontMatter, structure }: Document): boolean {
  if (OTHERS.some((start) => text.includes(start))) return true;
  const header = text.slice(0, frontMatter?.span.end ?? 0);
  return TAGS.some(
    (tag) => header.includes(tag) || structure.anchors.some(({ span }) => text.endsWith(tag, span.start)),
  );
}

/** Whether it stands in an English half, or is translated from one that has it. */
function isOfEnglish({ segments }: Document, { start }: Span, written: string): boolean {
  const segment = findAt(segments, start, (each) => each);
  return segment !== undefined && (start >= segment.targetSpan.end || segment.source.includes(written));
}
