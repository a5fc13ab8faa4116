import type { Document } from "../document/document.ts";
import type { FrontMatter } from "../front-matter/front-matter.ts";
import type { Block } from "../markdown/structure.ts";
import type { Report } from "../rules/run.ts";
import type { TextEdit } from "../text/edit.ts";
import { lineEndOf } from "../text/line-end.ts";
import { lineAt } from "../text/lines.ts";
import { findAt, type Span } from "../text/span.ts";
import { segmentAt } from "./segment-at.ts";

const CONTAINER = /^(?:[ \t]{0,3}>[ \t]?)*[ \t]*/;
const LIST_ITEM = /^(?:[ \t]{0,3}>[ \t]?)*[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/;

/**
 * Edits that silence one finding by comments, without changing what a reader sees. On the first line of a block,
 * one comment above it does. Elsewhere a comment would cut the paragraph or table in two, so the whole block goes
 * between `disable` and `enable`. `undefined`: no comment can stand there (indented code, text within YAML). `blocks`: those
 * of the page, for who asks about more than one finding.
 */
export function suppressOnce(
  document: Document,
  { ruleId, span }: Report,
  blocks: () => readonly Block[],
): readonly TextEdit[] | undefined {
  const { text, frontMatter, structure } = document;
  const line = lineAt(text, span.start);
  if (frontMatter !== undefined && span.start < frontMatter.span.end) {
    if (!takesComment(frontMatter, line)) return undefined;
    return [insert(line.start, `# lockstep-disable-next-line ${ruleId}${lineEndOf(text)}`)];
  }
  // Blocks are those of the translation: what is in the English half or in markup belongs to the pair's target.
  const place = segmentAt(document, span.start)?.targetSpan.start ?? span.start;
  const holds = (each: { readonly span: Span }): boolean =>
    each.span.start <= place && place <= each.span.end;
  if (structure.codeBlocks.some((block) => !block.isFenced && holds(block))) return undefined;

  const block = blockAt(blocks(), place);
  const first = block === undefined ? line : firstLineOf(document, block.span);
  if (block === undefined || first.start === line.start) {
    return [commentAbove(text, line, `lockstep-disable-next-line ${ruleId}`)];
  }
  if (line.start < first.start) return undefined;
  const last = lineAt(text, block.span.end - 1);
  const enable = `${lineEndOf(text)}${containerOf(text, last)}<!-- lockstep-enable ${ruleId} -->`;
  return [commentAbove(text, first, `lockstep-disable ${ruleId}`), insert(last.end, enable)];
}

/** The block that holds an offset; right behind its last character counts. */
function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  const spanOf = (block: Block): Span => block.span;
  return findAt(blocks, offset - 1, spanOf) ?? findAt(blocks, offset, spanOf);
}

/** Edits that turn a rule off from the top of the page. `undefined`: the finding stands above that place. */
export function suppressInPage(
  { text, frontMatter }: Document,
  { ruleId, span }: Report,
): readonly TextEdit[] | undefined {
  const lineEnd = lineEndOf(text);
  if (frontMatter?.isClosed === false) return undefined;
  if (frontMatter !== undefined && span.start < frontMatter.span.end) {
    const { start } = frontMatter.yamlSpan;
    return span.start < start ? undefined : [insert(start, `# lockstep-disable ${ruleId}${lineEnd}`)];
  }
  const start = frontMatter?.span.end ?? 0;
  const comment = `<!-- lockstep-disable ${ruleId} -->${lineEnd}`;
  return [insert(start, start > 0 && text[start - 1] !== "\n" ? lineEnd + comment : comment)];
}

/** Whether a line of the front matter can have a YAML comment above it: not amid a text or list of several lines. */
function takesComment({ yamlSpan, entries, isClosed }: FrontMatter, line: Span): boolean {
  if (line.start < yamlSpan.start || !isClosed) return false;
  return entries.every(
    ({ keySpan, valueSpan }) => line.start <= keySpan.start || valueSpan.end <= line.start,
  );
}

/** The first line of a block that can have a comment above it: `[!NOTE]` makes an alert only at the top of its quote. */
function firstLineOf({ text, structure }: Document, block: Span): Span {
  const first = lineAt(text, block.start);
  const alert = structure.alerts.find(({ span }) => first.start <= span.start && span.end <= first.end);
  const next = text.indexOf("\n", first.end) + 1;
  return alert === undefined || next === 0 || next > block.end ? first : lineAt(text, next);
}

function insert(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}

function commentAbove(text: string, line: Span, comment: string): TextEdit {
  return insert(line.start, `${prefixAbove(text, line)}<!-- ${comment} -->${lineEndOf(text)}`);
}

/** What a comment above a line starts with, so that it ends neither a quote nor a list. */
function prefixAbove(text: string, line: Span): string {
  const container = containerOf(text, line);
  const before = lineBefore(text, line);
  if (!LIST_ITEM.test(startOf(text, line)) || before === undefined) return container;
  const depth = containerOf(text, before).length;
  const continuesList =
    depth > container.length || (depth === container.length && LIST_ITEM.test(startOf(text, before)));
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
