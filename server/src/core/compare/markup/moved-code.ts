import type { CodeSpan } from "../../markdown/structure.ts";
import type { TextEdit } from "../../text/edit.ts";
import { textAt } from "../../text/span.ts";
import { findAllStanding } from "../pairs/find-standing.ts";
import type { Half } from "../pairs/half.ts";
import { findMovedMarks, isPartOfWord, type Marked } from "../pairs/moved-marks.ts";
import { touchesMark } from "./lost-backticks.ts";

const MARKS = /^`+/;

/**
 * An edit of the translation that moves the marks of a piece of code to that of the English and keeps all words.
 * `undefined`: nobody can say that they only moved.
 */
export function moveBackticks(
  target: Half,
  source: Half,
  written: CodeSpan,
  expected: CodeSpan,
): TextEdit | undefined {
  const moved = findMovedMarks(target, markedBy(target, written), expected.content);
  if (moved?.kind !== "words" || touchesMark(target, moved.span)) return undefined;
  return { span: moved.span, newText: moved.before + textAt(source.text, expected.span) + moved.behind };
}

/** Whether nobody can say that a piece of code is what became of one of the English, which may stand elsewhere. */
export function mayBeOther(target: Half, written: CodeSpan, { content }: CodeSpan): boolean {
  const marked = markedBy(target, written);
  if (isPartOfWord(target, marked) || findMovedMarks(target, marked, content)?.kind === "unclear")
    return true;
  return findAllStanding(target.prose, content, 1)?.length !== 0;
}

function markedBy({ text }: Half, { span }: CodeSpan): Marked {
  const marks = MARKS.exec(textAt(text, span))?.[0].length ?? 0;
  return { span, contentSpan: { start: span.start + marks, end: span.end - marks } };
}
