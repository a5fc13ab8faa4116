import { applyEdits, type TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { findAlmostFence } from "./find-header.ts";
import { type FrontMatter, type FrontMatterProblem, textOf } from "./front-matter.ts";
import { readFrontMatter } from "./read-front-matter.ts";

/** A way to make a header readable. */
export interface HeaderRepair {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** A line of an entry: key, colon with the blanks after it, and the rest. */
const ENTRY_LINE = /^([^\s#"'][^:]*(?::\S[^:]*)*:[ \t]+)(\S.*)$/;

/**
 * Puts the missing fence after the last line of the header, in place of a line that was meant to be one (`--`, `----`)
 * if such a line comes next.
 */
export function closeHeader(text: string, { span }: FrontMatter): HeaderRepair {
  const title = "Close the front matter with `---`";
  const almost = findAlmostFence(text, span.end);
  if (almost !== undefined && span.end < text.length)
    return { title, edits: [{ span: almost, newText: "---" }] };

  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const before = text[span.end - 1] === "\n" ? "" : lineEnd;
  const newText = `${before}---${lineEnd}`;
  return { title, edits: [{ span: { start: span.end, end: span.end }, newText }] };
}

/**
 * Puts quotes around the value in which YAML stumbled, or closes those that are open. A repair is given only when the
 * header then has one syntax error less, and the value reads as it was written. `undefined`: there is none.
 */
export function quoteValue(
  text: string,
  frontMatter: FrontMatter,
  problem: FrontMatterProblem,
): HeaderRepair | undefined {
  const line = text.slice(problem.span.start, problem.span.end);
  const match = ENTRY_LINE.exec(line);
  if (match === null) return undefined;
  const value = match[2] as string;
  const start = problem.span.start + (match[1] as string).length;
  const span = { start, end: start + value.length };
  const repairs = [
    { title: "Close the quotes", newText: closeQuotes(value), expected: value.slice(1) },
    { title: "Put the value in quotes", newText: quoted(value), expected: value },
  ];
  const errors = countErrors(frontMatter);
  for (const { title, newText, expected } of repairs) {
    if (newText === undefined) continue;
    const edits = [{ span, newText }];
    if (reads(applyEdits(text, edits), span, expected, errors)) return { title, edits };
  }
  return undefined;
}

/** `undefined`: no quotes are open. */
function closeQuotes(value: string): string | undefined {
  const quote = value[0];
  if (quote !== '"' && quote !== "'") return undefined;
  return value.slice(1).includes(quote) ? undefined : value + quote;
}

/** In the quotes that need no escapes, if there are such. */
function quoted(value: string): string {
  if (!value.includes("'")) return `'${value}'`;
  if (!value.includes('"') && !value.includes("\\")) return `"${value}"`;
  return `'${value.replaceAll("'", "''")}'`;
}

function reads(text: string, span: Span, expected: string, errorsBefore: number): boolean {
  const after = readFrontMatter(text);
  if (after === undefined || countErrors(after) >= errorsBefore) return false;
  const entry = after.entries.find(({ valueSpan }) => valueSpan.start === span.start);
  return entry !== undefined && textOf(entry) === expected;
}

function countErrors({ problems }: FrontMatter): number {
  return problems.filter(({ kind }) => kind === "syntax").length;
}
