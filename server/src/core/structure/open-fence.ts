import { Attached } from "../document/attached.ts";
import type { Document } from "../document/document.ts";
import type { Finding } from "../rules/rule.ts";
import { counted } from "../text/counted.ts";
import type { TextEdit } from "../text/edit.ts";
import { lineEndOf } from "../text/line-end.ts";
import { lineAt, lineStartAt } from "../text/lines.ts";
import { findCodeBlockDifference, linesOf, type PlacedCode } from "./code-block-difference.ts";

const FENCE = /^[ \t]*(`{3,}|~{3,})/;
/** Of the blocks that begin alike, as many are compared. */
const MOST_COMPARED = 20;

/**
 * Tells of code that lost its closing fence: it runs on to the fence behind the next code, or to the end of what it
 * stands in, and the translation between them reads as code. `undefined`: it has its end, or English is no better.
 */
export function findOpenFence(english: Document, target: PlacedCode): Finding | undefined {
  const { document, code } = target;
  if (!code.isFenced || (code.isClosed && !holdsFence(target))) return undefined;
  const { isSound, byFirstLine } = indexes.of(english, readIndex);
  if (!isSound) return undefined;
  const alike = byFirstLine.get(firstLineOf(target)) ?? [];
  const [lineCount, ...others] = alike
    .map((source) => countSame(source, target))
    .filter((count) => count > 0);
  // Where blocks of several lengths begin so, nobody can say which one it is.
  const isSure = lineCount !== undefined && others.every((count) => count === lineCount);
  const close = isSure ? closeAfter(lineCount, target) : undefined;
  const where = isSure ? `, the English one ends after ${counted(lineCount, "line", "lines")}` : "";
  return {
    span: { start: code.span.start, end: lineAt(document.text, code.span.start).end },
    message: `The code block has no end${where}. What follows is shown as code.`,
    ...(close !== undefined && {
      fixes: [{ title: "Close it where the English one ends", edits: [close], isPreferred: true }],
    }),
  };
}

/** The code of an English page. */
interface CodeIndex {
  /** Whether each block ends, and holds no other one. */
  readonly isSound: boolean;
  readonly byFirstLine: ReadonlyMap<string, readonly PlacedCode[]>;
}

const indexes = new Attached<Document, CodeIndex>();

function readIndex(document: Document): CodeIndex {
  const byFirstLine = new Map<string, PlacedCode[]>();
  let isSound = true;
  for (const code of document.structure.codeBlocks) {
    if (!code.isFenced) continue;
    const placed = { document, code };
    isSound &&= code.isClosed && !holdsFence(placed);
    const line = firstLineOf(placed);
    const alike = byFirstLine.get(line);
    if (alike === undefined) byFirstLine.set(line, [placed]);
    else if (alike.length < MOST_COMPARED) alike.push(placed);
  }
  return { isSound, byFirstLine };
}

function holdsFence(placed: PlacedCode): boolean {
  return linesOf(placed).some((line) => FENCE.test(line));
}

function firstLineOf({ document, code: { lineSpans } }: PlacedCode): string {
  const first = lineSpans[0];
  return first === undefined ? "" : document.text.slice(first.start, first.end).trim();
}

/** With how many lines of code the target begins that are all of the source's; 0: it does not. */
function countSame(source: PlacedCode, { document, code }: PlacedCode): number {
  if (source.code.lineSpans.length > code.lineSpans.length) return 0;
  const count = linesOf(source).findLastIndex((line) => line.trim() !== "") + 1;
  const lineSpans = code.lineSpans.slice(0, count);
  return findCodeBlockDifference(source, { document, code: { ...code, lineSpans } }) === undefined
    ? count
    : 0;
}

/** The same fence again, as deep as the first one; the marker of a list item is blanks in the lines below. */
function closeAfter(lineCount: number, { document, code }: PlacedCode): TextEdit | undefined {
  const { text } = document;
  const { start, end } = code.span;
  const fence = FENCE.exec(text.slice(start, end))?.[1];
  const last = code.lineSpans[lineCount - 1];
  if (fence === undefined || last === undefined) return undefined;
  const prefix = text.slice(lineStartAt(text, start), start).replace(/[^\s>]/g, " ");
  return { span: { start: last.end, end: last.end }, newText: `${lineEndOf(text)}${prefix}${fence}` };
}
