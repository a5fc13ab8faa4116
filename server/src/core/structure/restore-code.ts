import type { TextEdit } from "../text/edit.ts";
import { lineAt } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { type CodeBlockDifference, linesOf, type PlacedCode } from "./code-block-difference.ts";
import { withLineEndsOf } from "./insert-english.ts";

/** Puts the English lines in place of those that differ. `undefined`: the block has no line that they could go by. */
export function restoreCode(
  source: PlacedCode,
  target: PlacedCode,
  { source: from, target: to }: CodeBlockDifference,
): TextEdit | undefined {
  const { document, code } = target;
  const spans = code.lineSpans;
  const first = spans[Math.min(to.start, spans.length - 1)];
  if (first === undefined) return undefined;

  const prefix = document.text.slice(lineAt(document.text, first.start).start, first.start);
  const lines = linesOf(source).slice(from.start, from.end);
  const edit = (span: Span, newText: string): TextEdit => ({
    span,
    newText: withLineEndsOf(document, newText),
  });
  const lastSpan = spans[to.end - 1];
  if (to.end > to.start && lines.length > 0) {
    return edit({ start: first.start, end: (lastSpan as Span).end }, lines.join(`\n${prefix}`));
  }
  if (lines.length === 0) return edit(spanToDelete(spans, to.start, to.end), "");
  const before = spans[to.start - 1];
  return before === undefined
    ? edit({ start: first.start, end: first.start }, lines.map((line) => `${line}\n${prefix}`).join(""))
    : edit({ start: before.end, end: before.end }, lines.map((line) => `\n${prefix}${line}`).join(""));
}

/** Lines with the line end before them, or with the one behind them where they are the first. */
function spanToDelete(spans: readonly Span[], start: number, end: number): Span {
  const last = spans[end - 1] as Span;
  const before = spans[start - 1];
  if (before !== undefined) return { start: before.end, end: last.end };
  return { start: (spans[start] as Span).start, end: spans[end]?.start ?? last.end };
}
