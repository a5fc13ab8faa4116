import type { CodeSpan } from "../../markdown/structure.ts";
import { type Span, textAt } from "../../text/span.ts";
import type { Difference } from "../pairs/difference.ts";
import { findAllStanding } from "../pairs/find-standing.ts";
import type { Half } from "../pairs/half.ts";

/** A piece of code of the English, and where it stands in the translation, with the marks that cling to it. */
export interface UnmarkedCode {
  readonly source: CodeSpan;
  /** The code without its marks. */
  readonly span: Span;
  /** The same with its marks. */
  readonly markedSpan: Span;
}

/** So much lost code is looked for in a half: for very much more, that takes longer than the answer is worth. */
export const MOST_LOOKED_FOR = 50;
/** What is left of a code span that lost one of its marks, or got others: escaped, of full width, or an accent. */
const MARKS_BEFORE = /(?:\\?[`\uff40\u00b4\u02cb])+$/;
const MARKS_AFTER = /^(?:\\?[`\uff40\u00b4\u02cb])+/;
const LONE_MARK = /(?<!\\)`/;
/** More marks in a row than any code span has. */
const REACH = 8;
/** No code has it. */
const NO_CODE = "\0";

/**
 * The code of the English that lost one of its backticks in the translation: then what stands between two pieces of code
 * reads as code, and they do not. In page order. `undefined`: some of it stands nowhere or too often, or there are other
 * backticks, so that nobody can say which one is missing.
 */
export function findLostBackticks(
  target: Half,
  source: Half,
  { lost, added }: Difference<CodeSpan>,
): readonly UnmarkedCode[] | undefined {
  if (lost.length === 0 || added.length === 0 || lost.length > MOST_LOOKED_FOR) return undefined;
  const prose = withCode(target, added);
  const found: UnmarkedCode[] = [];
  let remaining = prose;
  // The longest first, and each place once: `git` stands in `git commit`, too.
  for (const [content, sources] of [...byContent(lost)].sort(([a], [b]) => b.length - a.length)) {
    const places = findAllStanding(remaining, content, sources.length);
    if (places?.length !== sources.length) return undefined;
    places.forEach((span, nth) => {
      found.push({ source: sources[nth] as CodeSpan, span, markedSpan: withMarks(prose, span) });
    });
    remaining = withoutPlaces(remaining, places);
  }
  found.sort((a, b) => a.span.start - b.span.start);
  if (!isAllMarks(prose, found)) return undefined;
  const unmarked = found.filter(
    (code) => textAt(target.text, code.markedSpan) !== textAt(source.text, code.source.span),
  );
  return unmarked.length === 0 ? undefined : unmarked;
}

/** The prose of a half, and these code spans as they are written. */
function withCode({ prose, text }: Half, codes: readonly CodeSpan[]): string {
  let result = "";
  let position = 0;
  for (const { span } of codes) {
    result += prose.slice(position, span.start) + text.slice(span.start, span.end);
    position = span.end;
  }
  return result + prose.slice(position);
}

function withoutPlaces(prose: string, places: readonly Span[]): string {
  let result = "";
  let position = 0;
  for (const { start, end } of places) {
    result += prose.slice(position, start) + NO_CODE.repeat(end - start);
    position = end;
  }
  return result + prose.slice(position);
}

function byContent(codes: readonly CodeSpan[]): Map<string, CodeSpan[]> {
  const groups = new Map<string, CodeSpan[]>();
  for (const code of codes) {
    const group = groups.get(code.content);
    if (group === undefined) groups.set(code.content, [code]);
    else group.push(code);
  }
  return groups;
}

/** A place in prose, with the backticks that cling to it: marked as code beside them, it would be none. */
export function withMarks(prose: string, { start, end }: Span): Span {
  const before = MARKS_BEFORE.exec(prose.slice(Math.max(0, start - REACH), start))?.[0] ?? "";
  const after = MARKS_AFTER.exec(prose.slice(end, end + REACH))?.[0] ?? "";
  return { start: start - before.length, end: end + after.length };
}

/**
 * Whether a place cannot be marked as code: beside it stands a backtick of other code, with which neither would be any, or
 * a backslash, which would escape its mark.
 */
export function touchesMark({ text }: Half, { start, end }: Span): boolean {
  return text[start - 1] === "`" || text[start - 1] === "\\" || text[end] === "`";
}

/** Whether a backtick without partner stands outside of a place: beside a new one, it would make code of what is between. */
export function hasOtherMarks({ prose }: Half, { start, end }: Span): boolean {
  return LONE_MARK.test(prose.slice(0, start)) || LONE_MARK.test(prose.slice(end));
}

/** Whether there is no backtick but those beside the code, and none of them stands between two pieces. */
function isAllMarks(prose: string, codes: readonly UnmarkedCode[]): boolean {
  let position = 0;
  for (const { markedSpan } of codes) {
    if (markedSpan.start < position || prose.slice(position, markedSpan.start).includes("`")) return false;
    position = markedSpan.end;
  }
  return !prose.slice(position).includes("`");
}
