import type { Document } from "../document/document.ts";
import type { CodeBlock } from "../markdown/structure.ts";
import { lineAt } from "../text/lines.ts";
import { type Span, textAt } from "../text/span.ts";

/** Where two code blocks differ: lines from the first to the last difference, as indices, ends excluded. */
export interface CodeBlockDifference {
  readonly source: LineRange;
  readonly target: LineRange;
}

/** Lines as indices, from zero; `end` is excluded. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** A code block with the page that it stands in. */
export interface PlacedCode {
  readonly document: Document;
  readonly code: CodeBlock;
}

/**
 * How the code of a translation differs from the English. Blanks at the end of a line and no-break spaces are no
 * difference (the pipeline makes blanks of those), nor is a comment that was translated. `undefined`: it does not.
 */
export function findCodeBlockDifference(
  source: PlacedCode,
  target: PlacedCode,
): CodeBlockDifference | undefined {
  if (isSameText(source, target)) return undefined;
  const english = normalizeLines(linesOf(source));
  const localized = normalizeLines(linesOf(target));
  const isSame = (a: string | undefined, b: string | undefined): boolean =>
    a !== undefined && b !== undefined && (a === b || differInComment(a, b));

  let start = 0;
  while (start < english.length && isSame(english[start], localized[start])) start += 1;
  if (start === english.length && start === localized.length) return undefined;
  let ends = 0;
  const most = Math.min(english.length, localized.length) - start;
  while (ends < most && isSame(english.at(-1 - ends), localized.at(-1 - ends))) ends += 1;
  return {
    source: { start, end: english.length - ends },
    target: { start, end: localized.length - ends },
  };
}

/** Whether both are the same, letter by letter, as most are. */
function isSameText(source: PlacedCode, target: PlacedCode): boolean {
  const english = source.code.lineSpans;
  const localized = target.code.lineSpans;
  const shift = (localized[0]?.start ?? 0) - (english[0]?.start ?? 0);
  return (
    english.length === localized.length &&
    english.every(({ start, end }, nth) => isShifted(localized[nth], start + shift, end + shift)) &&
    textAt(source.document.text, around(english)) === textAt(target.document.text, around(localized))
  );
}

function isShifted(span: Span | undefined, start: number, end: number): boolean {
  return span?.start === start && span.end === end;
}

function around(lines: readonly Span[]): Span {
  return { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
}

/** Lines of code as they stand in the page. */
export function linesOf({ document, code }: PlacedCode): string[] {
  return code.lineSpans.map((span) => textAt(document.text, span));
}

/** The lines that differ; where there are none, the one that others are missing after. */
export function placeOfLines(
  { document, code: { lineSpans, span } }: PlacedCode,
  { start, end }: LineRange,
): Span {
  const first = lineSpans[start === end ? start - 1 : start];
  const last = lineSpans[end - 1];
  return first !== undefined && last !== undefined
    ? { start: first.start, end: last.end }
    : { start: span.start, end: lineAt(document.text, span.start).end };
}

/** Blank lines at the end left out, and so is the indentation that all lines have: a fence may stand deeper. */
function normalizeLines(written: readonly string[]): string[] {
  const lines = written.map((line) => normalizeBlanks(line).replaceAll("\t", "    ").trimEnd());
  while (lines.at(-1) === "") lines.pop();
  const indents = lines.filter((line) => line !== "").map((line) => line.length - line.trimStart().length);
  const shared = indents.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  return lines.map((line) => line.slice(shared));
}

/** With ordinary blanks for no-break ones. */
function normalizeBlanks(text: string): string {
  return text.replace(/[\u00A0\u2007\u202F]/g, " ");
}

// With a blank or the start of the line before it, so that it is neither the `//` of a URL nor a `#` in a selector.
const COMMENT_START = /(?:^|\s)(?:\/\/|\/\*|\*(?=\s)|#(?=\s)|--(?=\s)|<!--|%|;|'|REM\s)/i;

/** Whether two lines differ only behind the sign that starts a comment in both. */
function differInComment(a: string, b: string): boolean {
  const start = COMMENT_START.exec(a);
  if (start === null) return false;
  const end = start.index + start[0].length;
  // A comment in quotes is a string.
  return a.slice(0, end) === b.slice(0, end) && countQuotes(a.slice(0, start.index)) % 2 === 0;
}

function countQuotes(text: string): number {
  return text.split(/["`]/).length - 1;
}

/** Whether two info strings of fences name the same language. */
export function isSameLanguage(english: string, localized: string): boolean {
  return normalizeBlanks(english).toLowerCase() === normalizeBlanks(localized).toLowerCase();
}
