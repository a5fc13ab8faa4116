import type { Span } from "../../text/span.ts";
import { clings, findAllStanding } from "./find-standing.ts";
import type { Half } from "./half.ts";

/** A piece of a half between marks: code between backticks, a placeholder between braces. UTF-16 offsets. */
export interface Marked {
  /** With its marks. */
  readonly span: Span;
  readonly contentSpan: Span;
}

/** What a marked piece of the translation has beside that of the English. */
export interface MovedMarks {
  /** All of it with what the English marks, which may reach out of it. UTF-16 offsets of the translation. */
  readonly span: Span;
  /** What stands in front of that in there, and behind it. */
  readonly before: string;
  readonly behind: string;
  /**
   * `words` belong to the translation: they are of its language, or were not marked before the marks moved. `unclear`: it
   * may be code that was added, words of a language with Latin letters, or other marks. `signs` of ASCII cling to it.
   */
  readonly kind: "words" | "unclear" | "signs";
}

const BEYOND_ASCII = /[^ -~]/;
const WORD = /[A-Za-z0-9]/;
/** What stands where a backtick should. */
const LIKE_A_MARK = /[`\uff40\u00b4\u02cb]/;

/**
 * Where that which the English marks stands in a marked piece of the translation, reaches out of it or stands right beside
 * it: `` `nam`e `` for `name`, `` `输入 name` ``, `{name 的值}`. Then the marks may only have moved. `undefined`: it is not
 * there, or twice.
 */
export function findMovedMarks(
  { text, prose }: Half,
  { span: { start, end }, contentSpan }: Marked,
  expected: string,
): MovedMarks | undefined {
  // With one more, so that it is seen whether it is a part of a longer word.
  const reach = expected.length + 1;
  const front = prose.slice(Math.max(0, start - reach), start);
  const around = front + text.slice(contentSpan.start, contentSpan.end) + prose.slice(end, end + reach);
  const contentEnd = front.length + contentSpan.end - contentSpan.start;
  const place = findAllStanding(around, expected, 1)?.[0];
  if (place === undefined || place.end < front.length || place.start > contentEnd) return undefined;
  const from = Math.min(place.start, front.length);
  const to = Math.max(place.end, contentEnd);
  const isInside = front.length <= place.start && place.end <= contentEnd;
  const [before, behind] = [around.slice(from, place.start), around.slice(place.end, to)];
  const span = { start: start - (front.length - from), end: end + (to - contentEnd) };
  return { span, before, behind, kind: kindOf(before + behind, isInside) };
}

function kindOf(rest: string, isInside: boolean): MovedMarks["kind"] {
  if (LIKE_A_MARK.test(rest)) return "unclear";
  if (!isInside || BEYOND_ASCII.test(rest)) return "words";
  return WORD.test(rest) ? "unclear" : "signs";
}

/** Whether a marked piece is a part of a word: `` `k`odu ``. Nobody can say what took its place. */
export function isPartOfWord({ text, prose }: Half, { span, contentSpan }: Marked): boolean {
  return (
    clings(prose.charAt(span.start - 1), text.charAt(contentSpan.start)) ||
    clings(prose.charAt(span.end), text.charAt(contentSpan.end - 1))
  );
}
