import type { Span } from "./span.ts";

/** Replaces the text at `span` (UTF-16 offsets) by `newText`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Whether two edits touch the same characters, or insert at the same place. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.start === b.start) return true;
  return a.start < b.end && b.start < a.end;
}

/**
 * The text with all edits applied. The edits may come in any order.
 *
 * @throws RangeError when two edits overlap: which one should win is the caller's decision.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = "";
  let position = 0;
  for (const { span, newText } of ordered) {
    if (span.start < position) throw new RangeError(`Edits overlap at offset ${span.start}.`);
    result += text.slice(position, span.start) + newText;
    position = span.end;
  }
  return result + text.slice(position);
}
