import { quote } from "../text/quote.ts";

/** As much as a message quotes. */
const MOST_SHOWN = 60;

/** The change of one English text to another, as the end of a sentence: `now says …`. */
export function summarizeChange(old: string, now: string): string {
  if (withoutTargets(old) === withoutTargets(now)) {
    const [gone, added] = differingMiddle(targetsOf(old), targetsOf(now));
    // Only one of several may have changed, and where none has, blanks are all.
    if (gone.length > 0 && added.length > 0) {
      const [from, to] = withoutCommonStart(gone.join(" "), added.join(" "));
      return `now leads to ${quote(to)} in place of ${quote(from)}`;
    }
  }
  const [gone, added] = differingMiddle(words(old), words(now)).map((each) => each.join(" ")) as [
    string,
    string,
  ];
  if (gone === "") return `now also says ${quote(added)}`;
  if (added === "") return `no longer says ${quote(gone)}`;
  return `now says ${quote(added)} in place of ${quote(gone)}`;
}

/** Long targets that begin alike would be cut off before they differ. */
function withoutCommonStart(one: string, other: string): [string, string] {
  if (one.length <= MOST_SHOWN && other.length <= MOST_SHOWN) return [one, other];
  let end = 0;
  while (end < one.length && one[end] === other[end]) end += 1;
  // From the part of the address in which they differ.
  const start = Math.max(...["/", "#", "?", "&"].map((mark) => one.lastIndexOf(mark, end)));
  return start <= 0 ? [one, other] : [`…${one.slice(start)}`, `…${other.slice(start)}`];
}

const TARGET = /\]\(([^\s()]*)/g;

function withoutTargets(text: string): string {
  return text.replace(TARGET, "](").replace(/\s+/g, " ");
}

function targetsOf(text: string): string[] {
  return Array.from(text.matchAll(TARGET), (match) => match[1] ?? "");
}

/** Code is one word: half of it would be quoted with one backtick. */
const WORD = /(?:`[^`]*`|\S)+/g;

function words(text: string): string[] {
  return text.match(WORD) ?? [""];
}

/** What is left of two lists without what both begin and end with. */
function differingMiddle(before: readonly string[], after: readonly string[]): [string[], string[]] {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < limit - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return [before.slice(start, before.length - end), after.slice(start, after.length - end)];
}
