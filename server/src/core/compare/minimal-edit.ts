import type { TextEdit } from "../text/edit.ts";

/** The edit that turns one text into another and leaves alone what both begin and end with. */
export function toMinimalEdit(before: string, after: string): TextEdit {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < limit - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { span: { start, end: before.length - end }, newText: after.slice(start, after.length - end) };
}
