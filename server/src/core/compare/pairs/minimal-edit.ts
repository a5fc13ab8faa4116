import type { TextEdit } from "../../text/edit.ts";

/** The edit that turns one text into another and leaves alone what both begin and end with. */
export function toMinimalEdit(before: string, after: string): TextEdit {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let last = before.length;
  let newLast = after.length;
  while (Math.min(last, newLast) > start && before.charCodeAt(last - 1) === after.charCodeAt(newLast - 1)) {
    last -= 1;
    newLast -= 1;
  }
  return { span: { start, end: last }, newText: after.slice(start, newLast) };
}
