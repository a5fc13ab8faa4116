import type { Document } from "../document/document.ts";
import type { Report } from "../rules/run.ts";
import type { TextEdit } from "../text/edit.ts";
import { lineAt } from "../text/lines.ts";
import type { Span } from "../text/span.ts";

const CONTAINER = /^(?:[ \t]{0,3}>[ \t]?)*[ \t]*/;
const LIST_ITEM = /^(?:[ \t]{0,3}>[ \t]?)*[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/;

/**
 * Edits that silence one finding by comments, without changing what a reader sees. On the first line of a block,
 * one comment above it does. Elsewhere a comment would cut the paragraph or table in two, so the whole block goes
 * between `disable` and `enable`. `undefined`: no comment can stand there (front matter, indented code).
 */
export function suppressOnce(document: Document, { ruleId, span }: Report): readonly TextEdit[] | undefined {
  const { text, structure } = document;
  const holds = (each: { readonly span: Span }): boolean =>
    each.span.start <= span.start && span.start < each.span.end;
  const isInIndentedCode = structure.codeBlocks.some((block) => !block.isFenced && holds(block));
  if (isInIndentedCode || isInFrontMatter(document, span)) return undefined;

  const line = lineAt(text, span.start);
  const block = structure.blocks.find(holds);
  const first = block === undefined ? line : lineAt(text, block.span.start);
  if (block === undefined || first.start === line.start) {
    return [commentAbove(text, line, `lockstep-disable-next-line ${ruleId}`)];
  }
  const last = lineAt(text, block.span.end - 1);
  const enable = `${lineEndOf(text)}${containerOf(text, last)}<!-- lockstep-enable ${ruleId} -->`;
  return [
    commentAbove(text, first, `lockstep-disable ${ruleId}`),
    { span: { start: last.end, end: last.end }, newText: enable },
  ];
}

/** Edits that turn a rule off from the top of the page. `undefined`: the finding stands above that place. */
export function suppressInPage(
  document: Document,
  { ruleId, span }: Report,
): readonly TextEdit[] | undefined {
  const { text, frontMatter } = document;
  if (frontMatter?.isClosed === false || isInFrontMatter(document, span)) return undefined;
  const start = frontMatter?.span.end ?? 0;
  const needsLineEnd = start > 0 && text[start - 1] !== "\n";
  const comment = `<!-- lockstep-disable ${ruleId} -->${lineEndOf(text)}`;
  return [{ span: { start, end: start }, newText: needsLineEnd ? lineEndOf(text) + comment : comment }];
}

function isInFrontMatter({ frontMatter }: Document, span: Span): boolean {
  return frontMatter !== undefined && span.start < frontMatter.span.end;
}

function commentAbove(text: string, line: Span, comment: string): TextEdit {
  const newText = `${prefixAbove(text, line)}<!-- ${comment} -->${lineEndOf(text)}`;
  return { span: { start: line.start, end: line.start }, newText };
}

/** What a comment above a line starts with, so that it ends neither a quote nor a list. */
function prefixAbove(text: string, line: Span): string {
  const container = containerOf(text, line);
  const before = lineBefore(text, line);
  if (!LIST_ITEM.test(startOf(text, line)) || before === undefined) return container;
  const continuesList =
    containerOf(text, before).length > container.length || LIST_ITEM.test(startOf(text, before));
  // Four more columns make it part of the item before, whatever the width of that item's marker.
  return continuesList ? `${container}    ` : container;
}

/** Quote markers and indentation of a line. */
function containerOf(text: string, line: Span): string {
  return CONTAINER.exec(startOf(text, line))?.[0] ?? "";
}

/** The last line above that is not blank. */
function lineBefore(text: string, line: Span): Span | undefined {
  for (let end = line.start; end > 0;) {
    const before = lineAt(text, end - 1);
    if (text.slice(before.start, before.end).trim() !== "") return before;
    end = before.start;
  }
  return undefined;
}

// Lines can be ten thousand characters long; markers stand at their start.
function startOf(text: string, { start, end }: Span): string {
  return text.slice(start, Math.min(end, start + 200));
}

function lineEndOf(text: string): string {
  const newline = text.indexOf("\n");
  return newline > 0 && text[newline - 1] === "\r" ? "\r\n" : "\n";
}
