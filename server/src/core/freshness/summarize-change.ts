import { quote } from "../compare/quote.ts";

/** The change of one English text to another, as the end of a sentence: `now says …`. */
export function summarizeChange(old: string, now: string): string {
  const before = words(old);
  const after = words(now);
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < limit - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const gone = before.slice(start, before.length - end).join(" ");
  const added = after.slice(start, after.length - end).join(" ");
  if (gone === "") return `now also says ${quote(added)}`;
  if (added === "") return `no longer says ${quote(gone)}`;
  // Where next to nothing is left of a sentence, its parts say less than the whole.
  const isRewritten = start + end === 0 || gone.length + added.length > 90;
  return isRewritten ? `now says ${quote(now)}` : `now says ${quote(added)} in place of ${quote(gone)}`;
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
